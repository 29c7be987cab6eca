import { anyOf } from './word-pattern.ts';

const NUMBER = '(?:one|two|three|four|five|six|a couple|another|both|\\d+)';
const NAME =
  '(?:this|it|that|one|two|three|these|those|both|them|mine|some|another|the|a|an|all|my|me|\\d+)';

const NOT_BUYING = anyOf(
  "\\b(?:do ?n'?t|do not|does ?n'?t|did ?n'?t|never|not|won'?t|wouldn'?t|can'?t|cannot|no longer|stop|regret(?:ted)?|dont|without|before you|if you|when you|people who|anyone who|anyone) (?:\\w+ )?(?:want(?:ed)?|need(?:ed)?|buy(?:ing)?|bought|order(?:ed|ing)?|get(?:ting)?|purchas(?:e|ed|ing))\\b",
  '\\bneed (?:to|a (?:loan|logo|designer|graphic|mod|nap|break|minute|job|hug|drink)|some (?:sleep|rest|water|more followers|help))\\b',
  '\\bwant (?:to (?!buy|order|get|purchase|cop|have|own|grab|add|try)|a (?:refund|return)|my money|her|him|you)\\b',
  '\\bbuy (?:followers|viewers|subs|likes|views|from me)\\b|\\bin order\\b',
  '\\bcustom order\\b|\\bout of order\\b',
  '\\b(?:my|the|an|your|that|if i|when i|first|of|free|each|per|minimum|track|orders?) orders?\\b',
  "\\border(?:s)? (?:over|under|number|status|history|still|hasn'?t|has|never|arriv\\w+|came|ship\\w+|is|was|go|goes|above|of)\\b",
  '\\b(?:last|first) (?:time|order|month|year|week|summer|winter)\\b.{0,10}\\b(?:bought|ordered|got)\\b',
  '\\b(?:bought|ordered|got|purchased) (?:\\w+ ){0,4}(?:last|before|ago|years?|months?|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\\b',
  '\\bi (?:already )?(?:have|own|had) (?:this|one|it|these|that|the|two|both|mine)\\b',
  '\\bgot (?:it|mine|my \\w+|this|these) (?:in the|yesterday|today|from the|wrong|damaged|broken|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\\b',
  '\\b(?:got|get) (?:here$|here|scammed|ripped|a rash|hives|the wrong|so many|compliments|off|me|home|back|done|any|to|my (?:money|ex|refund|package|order|nails|hair)|verified|rich|ready|well|up|used|old|out|lost|worse|better|cold|hot)\\b',
  '\\bwinning bid\\b|\\bstock photo\\b|\\bbio link\\b|\\blinks? in\\b',
  '\\bclick\\b.{0,12}\\blink\\b|\\b(?:my|our) links?\\b|\\bsold (?:me a lie|fake|us)\\b',
  '\\bpaid (?:too much|for nothing|collab|promo|ad|less|more)\\b',
  '\\bavailable (?:shipping|delivery)\\b',
  '\\b(?:shipping|delivery|dm|tracking|express|pickup) (?:is )?available\\b',
  '\\bship\\w* .{0,12}available\\b',
  '\\bleft (?:handed|hand|side|me|the|my|a (?:review|stain|mark)|one is|shoe|on)\\b',
  '\\btry(?:ing)? to (?:get|find) (?:sleep|a)\\b',
  '\\bgetting (?:ready|tired|old|sleepy|late|dark|worse|better|bored|a rash|scammed|here|out|up|off|home|dressed|married|hungry)\\b',
  '\\bbuyers?\\b|\\bmust be\\b',
  '\\bhold (?:it|that|this|them) (?:up|closer|next|against|to)\\b',
  '\\bwhat i (?:ordered|bought|paid|got|wanted)\\b',
  '\\bgot a (?:size|question|chart|discount|code|minute)\\b|\\bnever (?:buying|ordering)\\b',
  "\\bi'?m sold out\\b",
);

const BUYING = anyOf(
  `\\b(?:just|already|finally|i|i'?ve|have|we|also|and|went ahead and|yes|yay|omg|so i|literally|totally|immediately) (?:\\w+ )?(?:ordered|bought|purchased|copped|grabbed|snagged|pre-?ordered|got (?:${NAME})|paid|checked out|placed (?:my|an|the) order|hit buy|scored)\\b`,
  `\\b(?:ordered|bought|purchased|copped|grabbed|snagged|pre-?ordered|scored|nabbed|secured)(?:$|[ !.,]+(?:${NAME}|mine|the|again|already|more|and|!|in|too|for|size|lol|thanks|\\d))`,
  `^(?:ordered|bought|purchased|copped|paid|got (?:one|two|three|mine|both|it!|another|it in|(?:\\w+ )?(?:two|three|four|five|six|\\d+)\\b|my (?:size|order in)))\\b`,
  `\\bgot (?:one|two|three|four|five|six|both|another|mine|the last|it in|1|2|3|4|5)\\b`,
  `\\border(?:s)? (?:placed|in|confirmed|submitted|went through|complete)\\b`,
  `\\bplac(?:ed|ing) (?:my|an|the|another) order\\b`,
  `\\bpay(?:ment)? (?:went through|done|sent|made|complete|now)\\b|\\b(?:just|i) paid\\b`,
  `\\bpaying (?:now|rn)\\b|\\bpicked up (?:${NUMBER}|some|a|the)\\b`,
  `\\b(?:i|we|really|so|do|still|gonna|will|def(?:initely)?|also|desperately|totally|kinda|literally|omg|just) (?:really |so |totally |absolutely |just |literally |def(?:initely)? |desperately |kinda |also )*(?:need|want) (?:${NAME}|in|a|an|size|to (?:buy|order|get|purchase|cop|have|own|grab|add|try))\\b`,
  `^(?:need|want|wanted|wants?)\\b(?! to know)(?: (?:${NAME}|in|want|so|to (?:buy|order|get)|need|size)|!|$)`,
  `\\bwant want\\b|\\bneed need\\b|\\bneed th(?:is|at|ese|ose)\\b`,
  `\\bneed (?:it|one|two|both)\\b|\\bwant (?:it|one|two|both|this|these|that|them)\\b`,
  `\\bwanted to buy\\b|\\bi'?d (?:like|love) (?:to (?:buy|order|get|have)|one|two|the|a)\\b`,
  `\\bcan'?t wait to (?:buy|order|get|have)\\b|\\btempted\\b|\\btempting\\b`,
  `\\b(?:take|here'?s|have) (?:all )?my money\\b|\\bshut up and\\b`,
  `\\b(?:my|the|in|to|shopping|your|yellow|add(?:ed|ing)?|full) (?:cart|basket|bag is)\\b`,
  `\\b(?:add(?:ed|ing)?|put|throw|threw|toss(?:ed)?) (?:\\w+ )?(?:to|in|into) (?:my |the |cart|bag|basket)`,
  `\\bcart(?:ed|ing)?\\b`,
  `\\bcheck(?:ed|ing)? ?out(?! (?:my|our|this (?:page|channel|link)|the link))\\b(?: now|$|!|\\?|,| with| before| yet| already| is| button)?`,
  `\\bcheckout\\b`,
  `^sold[!. ]*$|\\bi'?m sold\\b|\\bsold!|\\bsold out\\b|\\bsell(?:s|ing)? out\\b`,
  `\\b(?:i'?ll|ill|i will|imma|i'?m gonna|i am going to|gonna|going to|we'?ll|let me|lemme|about to|bouta|finna|have to|gotta|i'?d|would|tryna|trying to|planning to|ready to|want to|wanna|need to|must|had to|might|may|should i|will) (?:\\w+ )?(?:take ${NAME}|take the|buy|order|purchase|cop|grab|snag|get (?:${NAME}|mine|the|a|in)|have (?:${NAME})|pre-?order|check out|checkout|splurge|be (?:ordering|buying|getting)|treat myself)\\b`,
  `\\b(?:buy|order|grab|cop|gett?|snag|purchas)ing (?:${NAME}|now|tonight|today|again|for|rn|more|asap|immediately|one|as|in|right)\\b`,
  `\\b(?:i'?m|im|we'?re|am|def|definitely) (?:\\w+ )?(?:buying|ordering|getting (?:${NAME}|mine)|copping|purchasing)\\b`,
  `^(?:buying|ordering|copping)\\b`,
  `\\bbuy (?:it|this|one|two|both|again|now|them|these|in|from you|button|multiple|more|\\d)\\b`,
  `\\bmust (?:buy|have|cop|get)\\b|\\binstant (?:buy|cop)\\b|\\bauto ?buy\\b`,
  `\\bno[- ]brainer\\b`,
  `\\bhow (?:do|can|to|would|does one) (?:i |we |you |u |one )?(?:\\w+ )?(?:order|buy|get (?:${NAME}|in)|purchase|pay|check ?out|add|cop|bid|claim (?:it|one)|place|grab)\\b`,
  `\\bwhere (?:can|do|to|could|did|would|is|'?s) (?:i |we |you |u |one |the )?(?:\\w+ )?(?:buy|get (?:${NAME})|get|order|purchase|cop|find (?:it|this|the|that)|the buy|buy button|link)\\b`,
  `\\b(?:can|could|may) (?:i|we) (?:\\w+ )?(?:get (?:${NAME}|two|in)|buy|order|purchase|have (?:${NAME}|the|one)|pre-?order|reserve|claim|add|pay|snag|grab|check ?out)\\b`,
  `\\bwhy can'?t i (?:check|buy|order|add|pay)\\b|\\bbuy button\\b|\\bwhat number\\b`,
  `\\bwhich number\\b|\\bitem number\\b|\\bwon'?t let me (?:buy|check|order|add|pay)\\b`,
  `\\blinks?(?: (?:please|pls|plz|plss|for|to|to (?:the|this|buy)|\\d+|#\\d+|number|not|isn'?t|doesn'?t|broken|again|in chat|up|drop)|\\?|!|$)`,
  `\\blink #?\\d`,
  `\\b(?:drop|send|post|share|pin|need|want|where'?s|what'?s|whats|wheres|which|give|put|paste|get|have|is) (?:\\w+ )?(?:\\w+ )?(?:the |a |that |up )?links?\\b`,
  `\\bthe link\\b`,
  `\\bhow many (?:\\w+ ){0,3}left\\b|\\bstill (?:up|there|here to buy|on)\\b(?=\\?| |$)`,
  `\\b(?:is|are|was) (?:it|they|that|this|those|these|the \\w+)(?: one| ones)? (?:all )?gone\\b`,
  `\\ball gone\\b|\\bgone already\\b|\\bto (?:buy|order|purchase)\\b`,
  `\\b(?:put|bring) (?:\\w+ ){1,4}back\\b`,
  `\\bmore of (?:the|those|these|that|them|it|this)\\b|\\bordering\\b`,
  `\\badding (?:one|two|it|this|both|\\d)\\b|\\bsnatched (?:one|it|two|up|mine|this)\\b`,
  `\\b(?:going|coming) home with me\\b|^(?:\\w+ )?(?:need|want)[! ]*$|\\bi want$`,
  `\\bcount me\\b|\\bring me up\\b|\\binvoice me\\b`,
  `\\b(?:send|ship) me (?:one|two|\\d|a|the)\\b|\\bcaved\\b`,
  `\\bimpulse (?:buy|bought|purchase)|\\bsplurg\\w+|\\b(?:it'?s|all|that'?s|is) mine\\b`,
  `\\bone of each\\b|\\bboth colou?rs\\b|\\bevery colou?r\\b|\\bconvinced me\\b`,
  `\\btwist my arm\\b|\\bcan'?t resist\\b`,
  `\\b(?:re-?stock\\w*|back in stock|in stock|out of stock|stock left|any stock|more stock|low stock|still (?:available|have|got|in stock|for sale|any)|available(?! (?:in (?:store|my)))|sold out|any (?:\\w+ )?left|(?:how many|one|few|some|more|the last|last one) left|left in|are there (?:any )?more|(?:have|got|getting|any|add|bring|put) (?:\\w+ )?more|more coming|bring (?:it|them|this|these)? ?back|bring back|coming back|come back in|next drop|new drop|the drop|drops? again|wait ?list|notify me|pre-?orders?|pre-?sale|back ?order\\w*)\\b`,
  `\\b(?:hold|save|reserve|put aside|set aside|keep) (?:me |one|two|it|this|a|the|that)\\b`,
  `\\bput me (?:down|in)\\b|\\bcount me in\\b|\\bsign me up\\b`,
  `\\b(?:i'?m|im) (?:in|down|getting|buying|next)(?:$|!| for)\\b|^(?:i'?m|im) in$`,
  `\\bdibs\\b|^mine[! ]*$|\\bclaim(?:ing|ed)? (?:this|one|it|the|that|\\d)|^claim\\b`,
  `\\bwish ?list\\w*|\\bmust[- ]have\\b|\\btreat(?:ing|ed)? myself\\b|\\bone for me\\b`,
  `\\b(?:${NUMBER}|one|two) (?:please|pls|plz|for me|of (?:these|those|them|each))\\b`,
  `\\b(?:my|the) wallet\\b|\\bmy (?:credit )?card\\b(?! (?:got|was|is) (?:hacked|stolen))`,
  `\\b(?:on|come|next|after) pay ?day\\b|\\bi missed (?:it|out|the)\\b`,
  `\\bwaiting (?:for|on) (?:the )?(?:drop|link|restock|price|sale|code|it to|blue|black|item|number|\\d)`,
  `\\bif (?:you|it|the|there)\\b.{0,30}\\bi'?(?:ll|d) (?:buy|take|order|get|grab)\\b`,
  `\\bput it (?:on|in|up)\\b|\\bcouldn'?t resist\\b|\\bcouldnt resist\\b|\\bon my list\\b`,
  `\\badd(?:ing)? (?:it|this|one|these|that) ?(?:to|$)|\\badd (?:more|another|a few)\\b`,
  `\\b(?:repurchas|re-?order)\\w*`,
  `\\b(?:buying|bought|ordered|ordering) (?:it |this |these |them )?(?:again|more)\\b|🛒|🛍`,
  `\\bcop\\b|\\bpick(?:ing)? (?:one|two|it|this|these) up\\b|\\btake two\\b|\\bgimme\\b`,
  `\\bgive me (?:one|two|\\d|the|a|that)\\b|\\bbundle (?:please|pls|for me)\\b`,
  `\\bget the bundle\\b|\\bcome to mama\\b|\\bneeeds?\\b`,
);

const PLACED = /\bplac(?:ed|ing) (?:my|an|the|another) orders?\b/gu;
/** Bought already: no sign of intent beside a complaint. */
const WEAK_BOUGHT =
  /\b(?:(?:i|just|finally|have|i've|ive|we) )?(?:bought|ordered|purchased|got|paid|preordered)\b/gu;
const WHEN_COMES =
  /\b(?:if i|when i|once i|if you|after i) (?:order|buy|bought|ordered|pay)\b|\bhow long\b|\bwhen (?:will|does|do|would|is my|are)\b.{0,20}\b(?:arrive|ship|get here|come|deliver|it get)/u;

/** Whether an English line is about getting the product; see `chineseBuying` for `isSoured`. */
export function englishBuying(line: string, isSoured: boolean): boolean {
  const rest = NOT_BUYING.replaceIn(line.replace(PLACED, 'ordered it'), ' · ');
  if (WHEN_COMES.test(line)) {
    if (!/\bre-?stock|back in stock/u.test(line)) return false;
  }
  return BUYING.test(isSoured ? rest.replace(WEAK_BOUGHT, ' · ') : rest);
}

const NOT_SIZE = anyOf(
  '\\bprices? (?:\\w+ )?(?:go|goes|going|went)\\b.{0,8}\\b(?:up|down)\\b',
  '\\barriv(?:ed?|es|ing) (?:\\w+ )?(?:with (?:a )?(?:stain|hole|tear|rip|crack|scratch|dent)s?|damaged|broken|dirty|cracked|shattered|smashed|late to the|at the (?:stream|live)|defective|scratched|ripped|stained|used|crushed|leaking)\\b',
  '\\bon arrival\\b|\\bbenefits?\\b|\\boutfits?\\b|\\bfit(?:ness| check)\\b',
  '\\bsize of (?:the )?(?:chat|crowd)\\b',
  '\\b(?:small|big|large) (?:streamer|channel|business|fan|biz|brand|shop|deal|talk|account|win|thanks|hug|love|difference|problem|mistake|sale|discount|crowd|town)\\b',
  '\\bfriend ?ship\\b|\\brelationship\\b|\\bi ship (?:it|them|you two)\\b',
  '\\b(?:long|short) (?:day|time|week|night|story|answer|term|shift|run)\\b',
  '\\bhow long (?:does|do|will|did|has|have|is|are|until|till|before) (?:the |it |this |you |your |they |we |a |one )?(?:battery|stream\\w*|live|sale|smell|scent|charge|last|lasts|been|you|sale|deal|giveaway|shelf|fragrance|promotion)\\b',
  '\\btoo (?:short|long) (?:of a )?(?:stream|live|battery)\\b',
  '\\bbattery\\b.{0,10}\\b(?:short|small)\\b|\\bemail address\\b|\\bexchange rate\\b',
  '\\bpackag(?:ing)\\b|\\bmail(?:ing)? list\\b|\\be-?mail\\b|\\bmany happy returns\\b',
  '\\bin the long\\b|\\bso long\\b|\\bhigh ?waist\\w* trend\\b|\\b(?:light|dark) medium\\b',
  '\\bmedium (?:rare|roast|heat|shade|coverage)\\b',
  '\\bsmall (?:scratch|hole|stain|stains|crack|tear|dent|defect|kids)\\b',
);

const SIZE = anyOf(
  '\\b(?:go|going|went|goes) (?:up|down|bigger|smaller)\\b|\\btoe box\\b',
  "\\b(?:usually|normally|i'?m|im|i am|wear|wears) (?:an? )?(?:us |size )?\\d{1,2}\\b(?! (?:year|yr|month|week|day|min|hour|star|of))",
  '\\bbra size\\b',
  '\\b(?:bigger|smaller|longer|shorter|wider|looser|tighter) (?:size|one|fit|than|on|in)\\b',
  '\\brun (?:big|small|large)\\b',
  '\\b(?:sizes?|sizing|sized|fits?|fitted|fitting|oversized?|true to|tts|measurements?|inseam|waist\\w*|hips?|bust|chest|shoulders?|lengths?|sleeves?|torso|calf|calves|thighs?|thick thighs|busty|curvy|petites?|tall|taller|short girls?|plus[- ]size[ds]?|maternity|toddlers?|half sizes?|wide (?:feet|foot|width|calf)|narrow|width|inches|cm|lbs?|pounds|kgs?|stretch(?:es|y)?|baggy|snug|roomy|cropped|knee length|ankle length|floor length|mini on|(?:[2-6]?x{1,4}[sl]|[2-6]x)|one size|os|dimensions?|how (?:big|small|wide|tall|deep|high)|hem(?:med)?|heel height|drag on|cup size|[3-4]\\d[a-h]{1,3})\\b',
  "\\b(?:in|a|an|the|size|is|got|get|bought|ordered|take|wear|wearing|wears|need|want|grab|or|between|my|usually|usual|normally|m|up to) (?:an? )?(?:x-?small|small|medium|large|x-?large|extra (?:small|large)|s|m|l|xs|xl)\\b(?!'|\\w| (?:kids|problem))",
  '\\bruns? (?:so |really |very |a bit |a little |kinda |super |pretty |quite )*(?:small|large|big|narrow|wide|true|short|long|tight|loose|tiny)\\b',
  "\\b(?:too|bit|little|so|very|super|kinda|really|way too|slightly|is it|are they|it'?s|was) (?:small|big|large|tight|loose|long|short|wide|narrow|snug|baggy)\\b",
  '\\b(?:tight|loose|long|short|wide|narrow) (?:on|in|around|at|for|fit) (?:me|the|my|her|you)\\b',
  '\\bhow (?:long|short) (?:is|are|the|do the|does the) (?:\\w+ )?(?:dress|skirt|sleeves?|pants?|jeans?|top|inseam|straps?|shirt|legs?|coat|jacket|hem|chain|necklace|it on|they|it$|it\\?|this|that)?',
  "\\b\\d ?(?:'|ft|feet|foot|’) ?\\d{0,2}\\b",
  '\\b\\d{2,3} ?(?:lbs?|pounds|kgs?|cm|inch(?:es)?|in)\\b|\\b(?:size|us|eu|uk) ?\\d{1,2}\\b',
  '\\b[sml] or [sml]\\b|\\b[sml] (?:please|pls)\\b|\\bsize[- ]?chart\\b',
);
const SHIPPING = anyOf(
  "\\b(?:not|haven'?t|never|didn'?t|still|hasn'?t|havent|just|finally) (?:\\w+ )?(?:received|receive|arrived|came|come|gotten)\\b(?! (?:back|in (?:late|at)|here|from|online|home|to (?:this|the)))",
  '\\breceived (?:my|mine|it|the)\\b',
  '\\b(?:took|takes|take|taking|within|after|for|about|over) (?:about |like |only |over |almost |me )?(?:a|one|two|three|four|five|six|\\d+)(?:-\\d+)? (?:business )?(?:days?|weeks?|months?) (?:to|for (?:it|mine|delivery|the)|and still)\\b',
  '\\breach(?:es|ed)?\\b.{0,20}\\b(?:before|by|in time)\\b',
  '\\b(?:ship(?:s|ped|ping|ments?)?|deliver(?:y|s|ed|ies|ing)?|couriers?|usps|fedex|ups|dhl|royal mail|evri|canada post|australia post|tracking|tracked|packages?|parcels?|postage|customs|import (?:tax|duty|fees?)|duties|express|dispatch\\w*|po box(?:es)?|mail(?:ed|man|box)?|postal|warehouse|overnight|next day|in transit|the post|freight|carrier|handling|shipment)\\b',
  '\\b(?:arriv(?:e|es|ed|ing)|get here|gets here|(?:it|mine|order|package|parcel|stuff|they|ones?) (?:just |finally |already )?got here|come in time|show(?:s|ed)? up)\\b',
  '\\baddress\\b|\\breturn(?:s)? (?:policy|shipping|label|window|accepted|allowed|free)\\b',
  '\\b(?:free|accept|allow|do|easy|offer|about|any) returns?\\b|\\breturns?\\?',
  '\\b(?:can|could|may) (?:i|we|you) (?:\\w+ )?(?:return|exchange|send (?:it|them) back|swap)\\b',
  '\\b(?:return|exchange|swap) (?:it|them|this|for|if|one|mine) (?:if|for|it)?',
  '\\bexchang(?:e|es|ing)\\b',
  '\\bcame (?:in|within|after|so|really|super|very|yesterday|today|fast|quick\\w*|early|late) ?(?:\\w+ )?(?:days?|weeks?|fast|quick\\w*|yesterday|today|early|late|mail|hours?)?',
  '\\bhow (?:many|long)\\b.{0,24}\\b(?:days?|weeks?|take to (?:get|arrive|come)|to get (?:here|to|it|my)|to arrive|to come)\\b',
  '\\b(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|xmas|tomorrow|the weekend|next week|valentine\\w*)\\b',
  '\\b(?:send|post|sent) (?:it |this |them )?(?:to|overseas|international\\w*|abroad) (?:\\w+)',
  '\\binternational(?:ly)?\\b|\\bworldwide\\b',
  '\\borders? (?:go|goes|went|sent|get|be sent) (?:out)?',
  '\\b(?:waiting|waited) (?:for|on|over|\\d).{0,16}\\b(?:order|package|weeks?|mine|parcel|delivery|it to (?:come|arrive))\\b',
  '\\bwaiting (?:for|on) (?:my|mine)\\b',
);

/** Whether an English line is about size, fit, shipping, delivery or exchange. */
export function englishSizeOrShipping(line: string): boolean {
  const rest = NOT_SIZE.replaceIn(line, ' · ');
  return SIZE.test(rest) || SHIPPING.test(rest);
}
