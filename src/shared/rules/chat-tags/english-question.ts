/** Said before the question itself. */
const OPENER =
  /^(?:(?:wait|so|hey|hi|hello|ok|okay|also|and|but|um+|uh|omg|please|pls|plz|excuse me|sorry|girl|queen|babe|hun|sis|bro|guys|mods?|host|question|quick question|q|oh|well|yo|lol|wow|yeah|no|now|then|just|or|@\w+)[ ,:]+)+/u;
const HELPS =
  "(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|has|have|isn'?t|aren'?t|wasn'?t|don'?t|doesn'?t|didn'?t|can'?t|couldn'?t|won'?t|wouldn'?t|shouldn'?t|hasn'?t|haven'?t)";
/** After these a subject has to follow: the others also open requests and remarks. */
const LOOSE =
  /^(?:do|have|has|can'?t|don'?t|haven'?t|didn'?t|won'?t|wouldn'?t|couldn'?t|doesn'?t|wasn'?t|isn'?t|was|were|am|may)\b/u;
const SUBJECT =
  "(?:i|we|you|u|ya|y'?all|he|she|it|they|this|that|these|those|there|your|ur|our|her|his|their|its|any|anyone|anybody|someone|somebody|people|everyone|all|both|orders?|returns?|other|men|women|kids)";
const STRICT = new RegExp(`^${HELPS} ${SUBJECT}\\b`, 'u');
/** Will definitely buy, would love one, can confirm, is amazing, could be better. */
const AUXILIARY = new RegExp(
  `^${HELPS} (?!not\\b|be\\b|been\\b|never\\b|def\\w*|buy\\b|bought\\b|love\\b|like\\b|get\\b|order\\b|have\\b|confirm\\b|try\\b|take\\b|wait\\b|see\\b|also\\b|always\\b|totally\\b|highly\\b|recommend\\b|pass\\b|go\\b|look\\b|wear\\b|return\\b|so\\b|very\\b|really\\b|too\\b|good\\b|great\\b|nothing\\b|amazing\\b|beautiful\\b|gorgeous\\b|cute\\b|do\\b|come\\b|keep\\b|let\\b|tell\\b|say\\b|make\\b|use\\b|give\\b|need\\b|want\\b|pay\\b|purchase\\b|probably\\b|just\\b|still\\b|relate\\b|hear\\b|only\\b|even\\b|better\\b|cheaper\\b|worth\\b|sold\\b|fire\\b|everything\\b|life\\b|perfect\\b)\\w`,
  'u',
);
/** Statements that open with a helping verb: don't you worry, can't you tell I love it. */
const TELLS =
  /^(?:don'?t|dont) (?:you )?(?:buy|order|worry|do|trust|spam|listen|forget|get|need|want)|^(?:do|have) (?:it|this|that|a|an|some)\b(?!.*\?)|^(?:can'?t|cant) (?:the|this|it|a|i (?!get|order|buy|check|pay|add|see|find|have|use|return))|^had (?:a|the|my|it|this|these|them|one|to)\b|^(?:have|had) (?:my|both|one|the|this|these|two|three|a|\d)\b|^was (?:the|a|my|on|in|at|gonna|going|about)\b|^may (?:the|your|all)\b/u;
const WH =
  /^(?:what|whats|what's|when|whens|when's|where|wheres|where's|which|who|whos|who's|whose|whom|why|how|hows|how's|any|anyone|anybody|whatsize|wht|wat|wut)\b/u;
/** How cute!, what a day, who cares, any time, when I wore it everyone asked. */
const EXCLAIMS =
  /^(?:how|so how) (?:\w+ly )?(?:cute|pretty|funny|nice|lovely|beautiful|gorgeous|sweet|adorable|cool|fun|sad|awful|amazing|elegant|rude|exciting|stunning)(?: (?:is|are) (?:that|this|it|she|you|they|these))?[ !.]*$|^what (?:a|an)\b|^who (?:cares|knows|asked|else loves|else is excited)|^any ?(?:time|way|ways)\b|^(?:when|where) (?:i|my|we|you|she|he|they|the|it)\b(?!.*\?)|^(?:whatever|however|whenever)\b|^what (?:i|you|we|she|the (?:heck|hell|f\w*))\b|^where my\b|^who (?:would|will) (?:love|ever)\b|^how (?:i|you|she|it|they|we)\b|^why (?:i|not)\b|^what$/u;
/** An English opening word needs words after it, save "how much" and its like. */
const SHORT =
  /^(?:how (?:much|many|long|come|big|tall|far|wide|soon|often|so)|what (?:size|price|brand|color|colour|material|fabric|time|sizes|colors|code|number)|which (?:one|size|link|number|color|colour|shade)|any (?:size|sizes|discount|discounts|coupon|coupons|left|code|promo|sale|more|other)|why so|what'?s (?:the|this|that|it|in))\b/u;
const INSIDE =
  /\b(?:wondering|wonder (?:if|what|how|when|which|where)|curious (?:if|what|how|about)|(?:tell|show|let) (?:me|us) (?:know )?(?:what|how|if|when|which|where|who|why|the (?:price|size|difference|fabric|material))|(?:anyone|anybody|someone|somebody) (?:know|tried|have|got|tell|else know|wear|own|bought|here tried)|do (?:you|u|they|we|i) (?:\w+ )?(?:have|ship|sell|take|offer|deliver|accept|carry|restock|know|do|make|need|think|recommend)|does (?:it|this|that|she|anyone|anybody|the|he)|did (?:it|you|they|anyone|i miss)|can (?:you|u|i|someone|we|it|this|anyone|they) (?!not)|could (?:you|someone|i|u)|is (?:it|this|that|there|the \w+) (?:\w+ ){0,4}or\b|(?:need|want|like|love) to know|any idea|any chance|not sure (?:if|what|which|how|whether)|idk (?:what|which|if)|don'?t know (?:what|which|if|how)|can'?t (?:tell|decide) (?:if|which)|(?:thoughts|opinions|advice|reviews?) on|how (?:much|many|long|do|does|is|are|about|tall|big|can|would)|what(?:'?s| is| are| about| size| color| colour| kind| brand) (?!i |she )|where (?:can|do|is|are|did)|when (?:is|does|will|do|are|can)|which (?:one|size|color|colour) (?:is|do|should|would|are|to))\b/u;
const OR_CHOICE =
  /^(?:size )?[\w']{1,8} or (?!nothing|never|die|bust|else|two\b|so\b|later|what)[\w']{1,8}\b/u;
const STARTS_TELLING =
  /^(?:i|we|she|he|they|my|it|this|that|the|you|please|pls|thank|thanks|love|loving)\b/u;

/** Whether an English clause (its question mark kept) asks something. */
export function englishAsks(clause: string): boolean {
  if (clause.endsWith('?')) return /[\p{L}\p{N}]/u.test(clause) && clause.length > 1;
  const body = clause.replace(OPENER, '');
  if (SHORT.test(body)) return true;
  const words = body.split(' ').length;
  if (words < 3 || words > 40) return false;
  if (EXCLAIMS.test(body)) return false;
  if (WH.test(body)) return true;
  if (LOOSE.test(body) ? STRICT.test(body) : AUXILIARY.test(body)) return !TELLS.test(body);
  if (/^do the \w+s \w/u.test(body)) return true;
  if (OR_CHOICE.test(body)) return true;
  return INSIDE.test(body) && !isToldOnly(body);
}

/** "I wondered how long …, and now I know": inside a told sentence only asking verbs count. */
function isToldOnly(body: string): boolean {
  if (!STARTS_TELLING.test(body)) return false;
  return !/\b(?:wondering|wonder if|curious|need to know|want to know|like to know|love to know|not sure|don'?t know (?:what|which)|tell (?:me|us)|let (?:me|us) know (?:if|what|how|when)|can'?t decide)\b/u.test(
    body,
  );
}

/** Asks why, or asks of something that went wrong: the opinion in it is held. */
export function isEnglishRhetorical(clause: string): boolean {
  return /^(?:so |but |and |ok |wait )*(?:why|how come|how is (?:this|that|it) worth|who would|who('?s| is) (?:paying|buying)|what kind of|seriously|really|is this a joke|are you (?:kidding|serious|joking)|how (?:can|could) (?:you|anyone|they))\b/u.test(
    clause,
  );
}
