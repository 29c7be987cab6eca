import { anyOf } from './word-pattern.ts';

/** A denial and at most three words up to what it denies: not expensive, hasn't really faded. */
const DENIAL =
  "\\b(?:not|never|no|zero|without|hardly|barely|nothing|isn'?t|isnt|ain'?t|aren'?t|wasn'?t|weren'?t|don'?t|doesn'?t|didn'?t|hasn'?t|haven'?t|won'?t|wouldn'?t|can'?t|cannot|couldn'?t)(?: (?!but\\b|and\\b|so\\b)[\\w'’]+){0,3}?";

const BAD_TO_DENY =
  '(?:(?:over)?priced|expensive|pricey|costly|bad|terrible|awful|ugly|pill(?:ed|ing|s)?|fad(?:e[ds]?|ing)|shr[aiu]nk\\w*|peel\\w*|crack\\w*|rip(?:ped|ping|s)?|tear|tore|torn|br[eo]ak\\w*|broke\\w*|fall(?:ing|en)? apart|fell apart|leak\\w*|itch\\w*|scratchy|irritat\\w+|smell(?:y|s)?|stink\\w*|cheap(?:ly)?(?: looking| made)|(?:look|feel)s? cheap|cheap feeling|flimsy|see[- ]through|fake|scam|disappoint\\w*|regrets?|complaints?|complain|issues?|problems?|fault|flaws?|damage\\w*|defects?|hate|rust\\w*|wrinkl\\w+|junk|trash|garbage|ripoff|rip off|waste|lose threads?|loose threads?)';

const GOOD_TO_DENY =
  '(?:good|great|nice|worth|pretty|cute|comfy|comfortable|soft|happy|impressed|satisfied|flattering|like|love|recommend(?:ed)?|work(?:s|ed|ing)?|last(?:ed|s)?|hold(?:s|ing)? up|stay(?:s|ed)?|stick|charg(?:e|es|ing)|turn(?:s|ed)? on|legit|real|authentic|genuine|as (?:described|advertised|pictured|shown|expected|good|nice|soft)|a fan|durable|sturdy|breathable|waterproof|cheap|affordable|quality|tasty|delicious|beautiful|attractive|the best|fun|fair|reasonable|buy(?:ing)? (?:again|this|it|from)|order(?:ing)? again|trust|live up|match(?:es)?|look(?:s)? (?:good|great|nice|like the|anything like))';

const NOT_BAD = anyOf(
  `${DENIAL} (?:\\w+ )?${BAD_TO_DENY}\\b`,
  "\\bcan'?t go wrong\\b|\\bnothing bad\\b|\\bno brainer\\b",
  "\\bcan'?t (?:complain|beat|fault|stop (?:wearing|using|looking|eating))\\b",
  '\\bnever (?:disappoints?|lets? me down|fails?|gets old|taking it off)\\b',
  "\\bcould ?n'?t (?:be happier|love|ask for|be better|recommend)\\b",
  "\\bcan'?t (?:get over|believe how (?:good|pretty|soft|cute|cheap|nice))\\b",
  '\\bcheaper than (?!yours|here|this|that)\\b|\\bnot too bad\\b',
  '\\b(?:cry|die|kill)ing for\\b|\\bbad ?ass\\b',
  '\\blooks? (?:so |very |really )?expensive\\b',
  '\\bstill (?:looks|works|going|like) (?:new|great|perfect|strong)\\b|\\btrashy\\b',
  '\\bunbreakable\\b|\\bhate (?:how|that i) (?:much )?(?:i )?(?:love|like|need|want)\\b',
  '\\bnot fake\\b',
  '\\bnever (?:buying|shopping|ordering|going) (?:from |to )?(?:anyone|anywhere|any other)\\b',
  '\\bworth the hype\\b|\\blives? up to the hype\\b|\\bnot just hype\\b',
);

const NOT_GOOD = anyOf(
  `${DENIAL} (?:\\w+ )?${GOOD_TO_DENY}\\b`,
  '\\bnot (?:worth|a good)\\b|\\bnothing (?:like|special|great)\\b|\\bisnt worth\\b',
  '\\bless than (?:great|impressed|ideal)\\b|\\bstopped working\\b',
  "\\bused to (?:be|love|like)\\b|\\bwould(?:n'?t| not) (?:buy|recommend|order|wear|pay)\\b",
  '\\bexpected (?:better|more)\\b|\\bcould be (?:better|cheaper)\\b',
  '\\bshould be (?:cheaper|better|less)\\b|\\bif only it\\b',
  "\\bwish it (?:was|were|lasted|had|wasn'?t)\\b|\\btoo good to be true\\b",
  '\\bgood for nothing\\b',
);

const PRICE_BAD = [
  '\\b(?:over ?priced|expensive|pricey|costly|spendy|steep|extortion\\w*|outrageous\\w*|ridiculous(?:ly)?(?! (?:good|cute|soft|pretty|comfy))|unaffordable)\\b',
  '\\brip ?-?offs?\\b|\\bripping (?:us|people|me) off\\b|\\bscam(?:med|mer|mers|s)?\\b',
  '\\brobbery\\b|\\b(?:waste|wasted)\\b(?: of| my)? ?(?:\\w+ )?(?:money|cash|time|\\$|\\d)?',
  "\\bcan'?t afford\\b|\\bcannot afford\\b",
  '\\bprices? (?:went|goes|keeps?|has|have|is|are|just)\\b.{0,12}\\b(?:up|high|higher|insane|crazy|increase\\w*|doubled|jumped|wild)\\b',
  '\\braised (?:the|your) prices?\\b|\\bprice (?:hike|increase|gouging)\\b',
  '\\b(?:too|so|very|pretty|kinda|really) (?:high|much money|much for|costly)\\b',
  "\\btoo much\\b(?! fun)|\\bthat'?s a lot\\b|\\ba lot (?:for|of money)\\b",
  '\\bmarked? ?up\\b|\\bgreedy\\b|\\bhighway\\b',
  '\\bmore than (?:retail|the store|in store|amazon|what i paid)\\b',
  '\\b(?:cheaper|less|half(?: the)? price|half off|lower|better price|same (?:thing|one)|it|identical|this)\\b.{0,24}\\b(?:amazon|temu|shein|walmart|target|ebay|costco|aliexpress|ali ?baba|elsewhere|other (?:store|seller|shop|live|stream)s?|in stores?|online|at the mall|sephora|tj ?maxx|other (?:place|site)s?|everywhere else|another (?:seller|stream|live|shop))\\b',
  '\\b(?:amazon|temu|shein|walmart|target|ebay|costco|aliexpress)\\b.{0,20}\\b(?:cheaper|less|half|lower|\\$?\\d+)\\b',
  '\\b(?:get|find|found|buy|bought|saw|seen|have) (?:it|this|that|them|these|one|those) (?:for )?(?:\\w+ )?cheaper\\b',
  '\\bcheaper$|\\bfor (?:way |much |a lot )?less\\b|\\bhalf the price\\b',
  '\\b(?:twice|double|triple|three times) (?:the|as)\\b',
  '\\b(?:was|were) (?:only )?\\$?\\d+.{0,24}\\b(?:now|today)\\b.{0,12}\\d',
  '\\bfor \\$?\\d+\\$?(?: bucks| dollars)?\\?? ?(?:no thanks|no way|nah|lol no|pass|wtf|really|seriously|is (?:crazy|insane|wild))',
  '\\bhow is this worth\\b|\\b(?:a|is this) joke\\b|\\bpay that (?:much)?\\b',
  '\\bno way .{0,16}worth\\b|\\bnot paying\\b',
] as const;

const QUALITY_BAD = [
  '\\bwashed out\\b|\\blost (?:all )?(?:its|the|their) (?:\\w+)',
  '\\bnot what i (?:ordered|bought|expected|paid for|wanted|saw)\\b',
  '\\b(?:just|only) (?:ok|okay|meh|average|so so)\\b|\\bnot worth\\b|\\bhype\\b',
  '\\bfalls? short\\b|\\bbuyers? remorse\\b|\\bnot the same\\b|\\bcaught fire\\b',
  "\\bwon'?t stay\\b|\\bslips? off\\b|\\bdigs? in\\b|\\bpokes?\\b|\\bstatic\\b",
  '\\bwrinkles? (?:so|easily|like|badly)\\b|\\bclumpy\\b|\\bcakey\\b|\\bpatchy\\b',
  '\\boily mess\\b|\\bchalky\\b|\\bwatery\\b|\\bdr(?:ied|ies|ying) (?:me|my \\w+) out\\b',
  '\\bmade in china\\b|\\bdropship\\w*|\\bsketchy\\b|\\bshady\\b',
  '\\b(?:fell|falls?|falling|come|comes|came|coming) (?:apart|undone|off|loose)\\b',
  '\\bbr(?:oke|oken|eaks|eaking)\\b',
  '\\b(?:ripped|rips|tore|torn|tears|split|snapped|cracked|cracks|cracking|chipped|chips|peeled|peeling|peels|flak(?:ed|es|ing|y)|bent|scratched|dented|melted|burnt|burned|exploded|overheats?|overheating|rusted|rusty|rusts|tarnish\\w*|stained|frayed|fraying|unravel\\w*|warped|moldy|mould\\w*|expired|rotten|spoiled|stale|turned (?:green|yellow|black))\\b',
  '\\b(?:damaged|defective|faulty|defect|shattered|crushed|smashed)\\b',
  '\\bleak(?:s|ed|ing|y)?\\b|\\bshr[aiu]nk(?:s|ing)?\\b|\\bfad(?:ed?|es|ing)\\b',
  '\\bpill(?:ed|ing|s)\\b|\\bsnags?\\b(?! (?:one|it|this|two))',
  '\\b(?:has|had|have|got|with) (?:a )?(?:hole|holes|stain|stains|tear|crack)\\b',
  '\\bholes? in\\b|\\bloose threads?\\b|\\bthreads? (?:coming|hanging|everywhere|loose)\\b',
  '\\bstretched out\\b|\\bbled\\b|\\bbleeds\\b',
  '\\blos(?:t|es|ing) (?:its )?(?:shape|color|colour|hair|buttons?)\\b|\\bsheds?\\b',
  '\\bshedding\\b',
  '\\b(?:poor(?:ly)?|low|bad|terrible|horrible|awful|cheap|crap(?:py)?|shit(?:ty)?|shoddy|sloppy|meh|lousy|inferior|questionable|worse|subpar|trash|garbage|mediocre) (?:\\w+ )?(?:quality|stitching|material|fabric|made|construction|service|sewing|seams?|packaging|support|fit|craftsmanship|product|zipper|seller)\\b',
  '\\bquality (?:is |was |has |went |gone |feels |seems |looks )?(?:so |really |very |pretty |just |gone |a bit |kinda |not |been )*(?:bad|poor|terrible|horrible|awful|trash|garbage|down|downhill|dropp\\w+|declin\\w+|cheap|low|worse|meh|mid|crap|sucks|lacking|off)\\b',
  '\\bcheaply\\b',
  '\\b(?:feels?|looks?|looked|felt|seems?|feeling|looking) (?:so |really |very |super |kinda |a bit |pretty |a little )?(?:cheap|fake|plastic\\w*|flimsy|like (?:plastic|cardboard|paper|trash|garbage|a costume))\\b',
  '\\bso cheap looking\\b|\\bflimsy\\b|\\bplasticky\\b',
  '\\bsee[- ]?th(?:ro|r)u?(?:ough|gh)?\\b|\\bsheer\\b',
  '\\btoo (?:thin|sheer|stiff|rough|heavy|greasy|sticky|sweet|salty|dry|loud|noisy|dark|bright)\\b',
  '\\b(?:thin|rough|stiff) (?:material|fabric|and)\\b|\\bthin as\\b|\\bpaper thin\\b',
  '\\bpolyester trash\\b',
  "\\b(?:looks?|looked|is|are|was|came|they'?re|it'?s|this|total|def(?:initely)?|probably|so|obviously|clearly|100%?) (?:a )?fakes?\\b",
  '\\bknock ?-?offs?\\b|\\bcounterfeits?\\b|\\bbootleg\\b|\\breplicas?\\b',
  '\\bdupes?\\b.{0,8}\\b(?:bad|fake)\\b|\\bfake(?:s)?$|^fake\\b|\\bnothing like\\b',
  '\\bnot as (?:described|advertised|pictured|shown|good|nice|expected)\\b',
  '\\b(?:different|differs?|off) (?:from|than) (?:the )?(?:pic\\w*|photo\\w*|video|description|live|stream|shown)\\b',
  '\\bfalse adverti\\w+|\\bmislead\\w*|\\bmisleading\\b',
  '\\bli(?:ed|ar|ars|es|ying)\\b(?! on| in| down| flat)|\\bphotoshop\\w*|\\bfraud\\w*',
  '\\bcatfish\\w*|\\bbait and\\b|\\btricked\\b|\\bgot (?:played|scammed|robbed|ripped)\\b',
  '\\b(?:garbage|trash|junk|crap(?:py)?|rubbish|worst|worse than|terrible|horrible|awful|dreadful|disgusting|gross|nasty|ugly|hideous|tacky|ick|yuck|pathetic|useless|worthless|unwearable|unusable|disaster|nightmare|lame|mid|sucks?|sucked|bullshit|bs|shit(?:ty)?|lemon|joke of a|let ?down|underwhelm\\w*|disappoint\\w*|unhappy|unsatisfied|dissatisfied|regrets?|regretted|regretting|annoy(?:ed|ing)|uncomfortable|downgrade\\w*|meh)\\b',
  '\\bi hate\\b|\\bhate (?:it|this|the|mine|these|how|that)\\b|\\bhated\\b',
  "\\b(?:do ?n'?t|do not|never|stop) (?:\\w+ )?(?:buy|order|purchase|waste|bother|recommend|trust)(?:ing)?\\b(?! (?:followers|viewers))",
  '\\bnever again\\b|\\bavoid\\b|\\bsave your money\\b|\\bstay away\\b|\\bbuyer beware\\b',
  '\\bnot (?:good|great|worth|impressed|happy|nice|a fan|real|legit|authentic)\\b',
  '\\b(?:one|1|zero|0|two) stars?\\b|\\b[0-3]/10\\b|👎|💩|🤮|😡|🤬|😠|💔',
  '\\brefund(?:ed|s)?\\b|\\bmoney back\\b',
  '\\b(?:sent|send|sending|shipped|mailed) (?:it|them|mine|this|these|both) (?:right |straight )?back\\b',
  '\\breturn(?:ed|ing) (?:it|mine|this|them|these|my|the|both|asap)?\\b',
  '\\b(?:had|have|going|want|need|gonna) to return\\b',
  '\\bwrong (?:color|colour|item|size|one|product|order|shade|model|thing)\\b',
  '\\bmissing (?:\\w+ )?(?:parts?|piece\\w*|items?|buttons?|screws?|from|one|stuff|half)\\b',
  '\\b(?:is|was|were|are) missing\\b|\\bused item\\b|\\bdirty\\b|\\bopened box\\b',
  '\\bnever (?:answer\\w*|repl\\w+|respond\\w*|got my (?:money|refund))\\b',
  '\\b(?:no|zero|terrible|bad|rude) (?:customer )?(?:service|response|support|reply)\\b',
  '\\brude\\b|\\bignored? me\\b|\\bcomplaint\\b',
  '\\breport(?:ed|ing)? (?:you|this|the seller|them)\\b',
  '\\brash(?:es)?\\b|\\bbroke (?:me|my (?:face|skin)) out\\b|\\bbreak(?:s|ing)? me out\\b',
  '\\bbreakouts?\\b|\\birritat\\w+\\b|\\ballerg\\w+ reaction\\b|\\bitch(?:y|es|ed|ing)\\b',
  '\\bscratchy\\b|\\bburn(?:s|ed|t)? my\\b',
  '\\bgave me (?:a )?(?:rash|hives|acne|blisters?|headache)\\b|\\bblisters?\\b|\\bhurts?\\b',
  '\\bsmell(?:s|ed)? (?:so |really |very |super |kinda |a bit |pretty |strongly |like |of |strong )*(?:bad|awful|terrible|horrible|weird|funny|gross|chemical\\w*|plastic|like|of|rubber|glue|fish|mold|off|rancid|musty|nasty|cheap|strong|paint)\\b',
  '\\bstinks?\\b|\\bstank\\b|\\breek(?:s|ed)?\\b',
  '\\btast(?:es?|ed) (?:so |really |very |like |kinda )*(?:bad|awful|terrible|horrible|weird|funny|gross|like|off|stale|nasty|bland|artificial|soap|bitter)\\b',
  "\\b(?:does|did|do) ?n'?t (?:even )?(?:work|last|fit the|charge|stay|stick|hold|turn|close|zip|match|look|open|help|do anything|deliver|do what)\\w*\\b",
  '\\b(?:doesnt|didnt|dont) (?:even )?(?:work|last|charge|stay|stick|hold|turn|close|zip|match|look|open|help)\\b',
  '\\b(?:stopped|quit|stops) (?:working|charging|holding|sticking)\\b',
  "\\bwon'?t (?:charge|turn on|connect|close|zip|open|stay|work|hold)\\b",
  '\\bdied (?:after|in|within|on)\\b|\\bdies (?:in|after|so|within|too)\\b',
  '\\bdead (?:on arrival|battery|after)\\b',
  '\\bbattery (?:life )?(?:is |was )?(?:bad|dies|died|sucks|drains|terrible|awful|lasts (?:an|one|like))\\b',
  '\\bonly last(?:s|ed)\\b|\\bbarely\\b.{0,14}\\b(?:works?|last(?:s|ed)?|holds?|sticks?)\\b',
  "\\bcan'?t (?:hear|see) anything through\\b",
] as const;

const BAD = anyOf(...PRICE_BAD, ...QUALITY_BAD);

const GOOD = anyOf(
  '\\b(?:love(?:s|d|ly)?|luv|loving|adore|obsessed|obsessing|cute(?:st|r)?|cutie|pretty(?! (?:bad|expensive|pricey|thin|sure|much|tight|small|big|good deal of|long|short|soon))|prettiest|gorgeous|beautiful(?:ly)?|beauty|stunning|amazing(?:ly)?|awesome|perfect(?:ly|ion)?|fantastic|excellent|wonderful|incredible|fabulous|fab|brilliant|magnificent|outstanding|superb|phenomenal|exquisite|unreal|adorable|elegant|classy|chic|stylish|trendy|sleek|iconic|flattering|compliments?|comfy|comfiest|comfortable|cozy|cosy|soft(?:est)?|silky|smooth|fluffy|durable|sturdy|breathable|well[- ]made|high quality|affordable|bargain|delicious|yummy|tasty|impressed|impressive|recommend(?:ed)?|favou?rites?|fave|legit|authentic|slay(?:s|ed|ing)?|queen|goddess|icon|lit|dope|drip|fire|bomb|goat(?:ed)?|bussin|yass?|goals|vibes?|glow(?:ing|y)?|radiant|talented|hilarious|sweet(?:est|heart)?|kind(?:est)?|helpful|thorough|informative|charming|king|legend|wow(?: so| that| this| you| the| she| it)|holy grail|game ?changer|life ?saver|hits? different(?:ly)?|must[- ]have for|underrated|versatile|vibrant|luxurious|luxury|premium|heavenly)\\b',
  '\\b(?:great|good|nice|best|lovely|cool|solid|top|superior|a\\+) (?:\\w+ )?(?:quality|price|prices|deal|deals|value|stuff|product|products|color|colour|colors|one|fit|host|hosts|stream|show|live|buy|purchase|fabric|material|seller|store|shop|service|style|taste|look|item|job|design|pick|choice|packaging|brand|dress|bag|top|shoes?|find|energy|work|condition|gift|scent|smell|sound)\\b',
  "\\b(?:so|very|really|super|too|pretty|quite|is|are|it'?s|that'?s|this|was|looks?|looking|look|feels?|feel|works?|works so|fits?|smells?|tastes?|sounds?|wears|washes|holds up|this is|they'?re|damn|hella|how|still) (?:so |very |really |super |just |pretty |sooo? |that |damn |too )*(?:good|great|nice|amazing|well|cool|expensive|fresh|clean|rich|fine|strong|sharp|crisp|better in person)\\b(?! (?:luck|morning|night|evening|afternoon|enough|to know|question|to me if))",
  '\\bgood (?:and|stuff|as|for the)\\b|\\bso good\\b|\\bnice+$|^nice\\b(?! to)|^good$',
  '^great$|^cool$',
  '\\bi (?:really |also |do |totally )*like (?:it|this|that|the|your|how|these|them|mine)\\b',
  '\\blikes? it\\b|\\b(?:happy|pleased|satisfied|thrilled|delighted) (?:with|customer)\\b',
  '\\bso happy\\b',
  '\\bworth (?:it|every|the|your|buying|trying|each|more)\\b',
  '\\b(?:a|such a|total|what a) steal\\b|\\bcheap (?:and|but) (?:good|nice|great|cute)\\b',
  '\\b(?:so|super|very|really|such a|dirt) (?:cheap|inexpensive|reasonable|low)\\b(?! (?:quality|looking|made))',
  "\\bcan'?t beat\\b|\\b(?:1\\d|10|9|11)/10\\b|\\b100/?1?0?0? ?%|\\b(?:five|5) stars?\\b",
  '\\ba ?\\+\\b|\\bworks (?:like|great|well|perfectly|wonders|so|amazing|really|as)\\b',
  '\\b(?:suits|look(?:s|ing)? (?:so |really |very |absolutely )*(?:good|great|amazing|stunning|lovely|fab|hot|beautiful|fly)) ?',
  '\\bsuits (?:you|her)\\b',
  '\\byour (?:hair|outfit|makeup|nails|skin|energy|voice|style|smile|lipstick|dress|top|earrings) (?:is|are|look\\w*|so)\\b',
  '\\bholds? up\\b|\\bheld up\\b',
  '\\b(?:has |have )?lasted (?:me )?(?:for )?(?:\\w+ )?(?:years?|months|ages|forever)\\b',
  '\\bstill (?:looks?|works?|going|in) (?:like new|great|perfect|brand new|strong|good)\\b',
  "\\b(?:the|you'?re the|ur the|she'?s the) best\\b",
  "\\bbest (?:\\w+ )?(?:i'?ve|ever|yet|in|on|so far|seller|purchase)\\b|\\breal deal\\b",
  '\\btop (?:notch|tier|quality)\\b|\\bwell done\\b|\\bgreat (?:\\w+)$',
  '\\bso (?:\\w+ )?(?:talented|funny|real|sweet|elegant|nice|helpful)\\b|\\bhandy\\b',
  "\\bcan'?t stop (?:wearing|using|eating)\\b|\\brepurchas\\w+",
  "\\b(?:third|second|3rd|2nd|fourth|4th) (?:time|one|pair) (?:buying|ordering|i'?ve)\\b",
  "\\b(?:is|are|it'?s|was) everything\\b|\\badores?\\b",
  "\\bbest \\w+ (?:i|i'?ve|ever|on|of)\\b",
  '\\b(?:really|actually|definitely|totally|it) works\\b|\\bten out of ten\\b',
  "\\bcan'?t live without\\b|\\bswear by\\b|\\blive in (?:mine|these|it|them)\\b",
  '\\b(?:wear|use|wore|used|wearing|using) (?:mine|it|them|this|these) (?:every|all|constantly|daily|nonstop|everywhere)',
  '\\b(?:even )?better (?:in person|than (?:the )?(?:pic\\w*|photo\\w*|expected|i (?:expected|thought|hoped)))\\b',
  '\\bexceed\\w*|\\bblown away\\b|\\bmind blown\\b',
  '\\b(?:soothing|calming|inspir\\w+|genius|patient|professional|thoughtful|generous|blessed|glam|buttery|dreamy|knockout|ethereal|angelic|timeless|lush|plush|snuggly|squishy|bouncy|nourishing|hydrating|refreshing|crispy|juicy|mouthwatering|addictive|addicted|unmatched|elite|immaculate|flawless|spotless|pristine|marvelous|magical|terrific|splendid|delightful|charm\\w*|uplifting)\\b',
  '\\b(?:such )?a (?:vibe|moment|look|dream|gem|winner|hit|delight|joy|keeper|beauty|masterpiece|vision|star|queen|treat|blessing)\\b',
  '\\bfeels? like (?:butter|luxury|silk|heaven|a (?:dream|cloud|hug))\\b',
  '\\bthat (?:color|colour|dress|top|outfit|look|shade|fit) (?:on you|wow|tho|though)\\b',
  '\\bw (?:host|product|fit|drip)\\b|\\bchefs? kiss\\b|\\bno notes\\b',
  "\\b(?:great|amazing|awesome)\\b(?! (?:luck|question|point|idea))|\\bi'?m a fan\\b",
  "\\byou'?re (?:so |really |very |such )?(?:a )?(?:pretty|cute|natural|sweet|kind|funny|talented|beautiful|star|gem|angel|smart|good|great|hot)\\b",
  '\\bgod bless\\b|\\bmy (?:new )?(?:fav|fave|go[- ]to|obsession)\\b|\\bgo[- ]to\\b(?! the)',
  '\\bthank(?:s| you) for (?:being|the (?:great|amazing))\\b',
  '\\bwould (?:buy|order|recommend|purchase) (?:it |this |them )?again\\b',
  '\\bbuy(?:ing)? again\\b|\\bloyal customer\\b|\\brepeat customer\\b|\\bthumbs up\\b',
  "\\bchef'?s kiss\\b|\\b(?:she|you|he) (?:ate|devoured|understood|slays?|rocks?|nailed)\\b",
  '\\b(?:rock|nail)(?:ing|ed) (?:it|that)\\b|\\bfan of (?:this|yours|the)\\b|\\bbig fan\\b',
  '\\bthis (?:slaps|rocks|rules)\\b|\\blove u\\b',
  '👍|❤|😍|🥰|🔥|👏|💯|💕|💖|💗|💘|💓|😘|♥|🤩|🧡|💛|💚|💙|💜|🌟|⭐|🫶|👌|🙌|👑|🐐|⊕',
);

/** Bad words that say nothing bad of the goods. */
const HARMLESS = anyOf(
  '\\bso bad(?:ly)?$|\\b(?:want|need)\\b.{0,14} so bad(?:ly)?\\b',
  '\\bfake (?:nails?|lashes|fur|plants?|leather|flowers?|tan)\\b|\\bmissing out\\b',
  '\\bbroke (?:girl|student|college|now|again|because|bc|af|rn|until|till?)\\b',
  "\\bi'?m (?:so |too )?broke\\b",
  '\\b(?:your|the|this|my) (?:stream|mic|camera|audio|video|screen|sound|internet|wifi|phone|connection|light)\\b.*',
  '\\b(?:my|your) bad\\b|\\btoo bad\\b|\\bbreak a leg\\b|\\bbreaking news\\b',
  '\\bgive me a break\\b|\\bjunk food\\b|\\bno worries\\b|\\btrash can\\b',
  '\\bcrack(?:s|ing)? me up\\b|\\bheart ?break\\w*|\\bice ?breaker\\b',
);

/** Good words that greet or wish instead of praising. */
const COURTESY = anyOf(
  '\\bgood (?:luck|morning|night|evening|afternoon|day|bye|to (?:see|know|be|hear)|question|point|for you|thing|idea|one\\b(?! of))\\b',
  '\\bhappy (?:birthday|friday|monday|holidays?|new|thanksgiving|weekend|saturday|sunday|anniversary|easter|halloween)\\b',
  '\\bnice to (?:meet|see|be)\\b',
  '\\bhave a (?:good|great|nice|lovely|wonderful|blessed) (?:day|night|evening|one|weekend|time|week)\\b',
  "\\bgood with\\b|\\bi'?m good\\b|\\bsounds good\\b|\\ball good\\b|\\bwould love to\\b",
  '\\bpretty sure\\b|\\bhow funny\\b|\\bno good deed\\b|\\blove from\\b|\\bwith love\\b',
  '\\bmy love\\b|\\b(?:fire|queen) size\\b|\\b(?:queen|king) (?:size|bed|sheets?)\\b',
  '\\blovely (?:day|evening|people|to)\\b|\\bsoft (?:launch|drink)\\b|\\bsweet dreams\\b',
  '\\bkind of\\b|\\b(?:what|any|some) kind\\b',
);

interface Opinion {
  readonly isBad: boolean;
  readonly isGood: boolean;
}

/** What one English clause says, taken as a statement. */
export function englishOpinion(clause: string): Opinion {
  const plain = HARMLESS.replaceIn(COURTESY.replaceIn(clause, ' '), ' ');
  const denied = NOT_GOOD.replaceIn(NOT_BAD.replaceIn(plain, ' ⊕ '), ' ⊖ ');
  const turned = BAD.replaceIn(denied, ' ⊖ ');
  return { isBad: turned.includes('⊖'), isGood: GOOD.test(turned) };
}
