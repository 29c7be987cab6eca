import { stemOf } from './english-stem.ts';

export const ENGLISH_COLOURS: readonly string[] =
  'black white red green blue yellow pink purple grey gray brown navy beige oat cream ivory khaki olive sand camel tan orange burgundy charcoal silver gold'.split(
    ' ',
  );

/** Wordings of several words that mean one thing; each takes its words out of the line. */
export const ENGLISH_PHRASES: readonly (readonly [form: RegExp, topic: string])[] = [
  [
    /\b(?:shipping|delivery|postage)\s+(?:cost|costs|fee|fees|price|charge|charges|extra)\b(?:\s+extra)?|\b(?:how much|what|cost|price)\b[^?]{0,12}\b(?:for |of )?(?:shipping|delivery|postage)\b(?: cost| fee| price)?|\bfree (?:shipping|delivery)\b|\b(?:shipping|delivery|postage) free\b|\bpay for (?:shipping|delivery)\b/gu,
    '#postage',
  ],
  [
    /\bhow (?:long|many days|soon|fast|quick(?:ly)?)\b[^?]{0,30}\b(?:ship(?:ping|s)?|deliver(?:y|ed|s)?|arrives?|get here|come)\b(?:[^?]{0,12}\b(?:ship(?:ping)?|arrive|deliver(?:y)?|take)\b)?|\bwhen\b[^?]{0,30}\b(?:ship(?:ped|s)?|deliver(?:y|ed)?|arrive|dispatch(?:ed)?|sent)\b|\b(?:delivery|shipping) time\b/gu,
    '#ship-when',
  ],
  [/\bhow much (?=\w+ (?:is )?(?:there )?in\b)\b/gu, '#fabric-of'],
  [/\bhow much\b|\bwhat(?:s)?\b[^?]{0,8}\b(?:price|cost)\b|\bprice\b|\bcosts?\b/gu, '#price'],
  [
    /\bin stock\b|\bsold out\b|\bstill (?:available|there|left|have)\b|\bany (?:left|more)\b|\bavailab(?:le|ility)\b|\bhow many\b[^?]{0,16}\bleft\b|\bleft\b/gu,
    '#stock',
  ],
  [/\b(?:back in stock|restock(?:ed|ing|s)?|come back|coming back)\b/gu, '#restock'],
  [
    /\b(?:which|what) (?:link|number|item)(?: number)?\b|\blink number\b|\bwhich one is (?:that|this|it)\b/gu,
    '#which-link',
  ],
  [/\bsize (?:chart|guide)\b|\bmeasurements?\b|\bsizing chart\b/gu, '#size-chart'],
  [
    /\btrue to size\b|\b(?:run|runs|fit|fits|running) (?:small|large|big|tight|true)\b/gu,
    '#true-to-size',
  ],
  [/\b(?:what|which) size\b|\bmy size\b|\bsize (?:should|would|do) i\b/gu, '#which-size'],
  [
    /\bhow tall\b|\bhost(?:s)? height\b|\byour height\b|\bheight of the (?:host|model)\b/gu,
    '#body',
  ],
  [
    /\bmachine wash(?:ed|able|ing)?\b|\bwash(?:ed|able|ing)?(?: it)? in (?:a |the )?(?:washing )?machine\b|\bwashing machine\b/gu,
    '#machine-wash',
  ],
  [/\bdry[ -]?clean(?:ed|ing|able)?(?: only)?\b/gu, '#dry-clean'],
  [/\bhow\b[^?]{0,14}\b(?:wash|clean|care)\b/gu, '#wash-how'],
  [/\bpre ?wash(?:ed)?\b|\bpre ?shr(?:u|i)nk\b/gu, '#prewash'],
  [/\bsee through\b|\bsheer\b|\btransparent\b/gu, '#see-through'],
  [
    /\bwhat(?:s)?\b[^?]{0,14}\b(?:made of|made from|material|fabric)\b|\bmade of\b|\bmade from\b|\bwhat is it made\b/gu,
    '#fabric',
  ],
  [/\b(?:what|which|other|any other|more) colou?rs?\b/gu, '#which-colours'],
  [
    /\bwhen\b[^?]{0,20}\b(?:end|over|finish)\b|\bhow long\b[^?]{0,16}\b(?:live|on)\b/gu,
    '#end-when',
  ],
  [/\bwhen\b[^?]{0,20}\b(?:live|stream|next)\b|\bnext (?:live|stream|show)\b/gu, '#live-when'],
  [
    /\bhow\b[^?]{0,10}\b(?:buy|order|purchase|check ?out)\b|\bwhere\b[^?]{0,10}\b(?:buy|order|purchase)\b/gu,
    '#buy-how',
  ],
  [/\bhow\b[^?]{0,10}\b(?:enter|join|win)\b[^?]{0,16}/gu, '#giveaway'],
  [/\bgift ?wrap(?:ped|ping)?\b|\bgift box(?:ed|es)?\b|\bcomes? boxed\b/gu, '#gift-box'],
  [/\b(?:try|put)\b[^?]{0,8}\bon\b|\b(?:wear|model) (?:it|this|that|one)\b/gu, '#try-on'],
  [/\brepeat\b(?: that| it)?|\bsay (?:it|that|this)? ?again\b/gu, '#repeat'],
  [/\b(?:free )?gift with (?:a |my |the )?purchase\b|\bfree gifts?\b/gu, '#gift'],
  [/\bhow (?:big|large)\b|\bdimensions?\b/gu, 'how-big'],
  [/\bhow many\b/gu, '?how-many'],
  [/\bwhen\b/gu, '?when'],
  [/\bwhy\b/gu, '?why'],
];

const TOPICS: readonly (readonly [words: string, topic: string])[] = [
  ['ship shipping shipped deliver delivery delivered send post postal', '#ship'],
  ['discount coupon code promo voucher sale deal promotion', '#discount'],
  ['cheaper lower negotiate', '#cheaper'],
  ['return refund exchange returnable refundable returns', '#return'],
  ['shrink shrinkage shrinks shrunk', '#shrink'],
  ['fade faded fading bleed', '#fade'],
  ['pill pilling bobble', '#pill'],
  ['wrinkle crease wrinkles wrinkly iron', '#crease'],
  ['itch itchy scratchy scratch', '#itch'],
  ['fabric material cloth composition content', '#fabric'],
  ['stretch stretchy elastic', '#stretch'],
  ['lined lining', '#lining'],
  ['pocket pockets', '#pocket'],
  ['restock', '#restock'],
  ['stock available', '#stock'],
  ['genuine authentic real fake', '#genuine'],
  ['giveaway raffle', '#giveaway'],
  ['invoice receipt', '#invoice'],
  ['waterproof rainproof rain', '#waterproof'],
  ['pregnant pregnancy breastfeeding', '#pregnant'],
  ['kid kids child children toddler', '#child'],
  ['men man guys boyfriend husband unisex', '#men'],
  ['long length', '#length'],
  ['heavy weigh weight', '#weight'],
  ['shirt shirts blouse', '#shirt'],
  ['trouser trousers pants pant jeans', '#trousers'],
  ['dress skirt', '#skirt'],
  ['jacket coat blazer', '#jacket'],
  ['cardigan sweater', '#cardigan'],
  ['tee tshirt', '#tee'],
  ['shoe shoes loafer loafers', '#shoes'],
  ['bag tote', '#bag'],
  ['scarf', '#scarf'],

  ['size sizing', 'how-big'],
  ['good nice quality great well', 'good'],
  ['taste tasty', 'taste'],
  ['wool', '#wool'],
  ['silk', '#silk'],
  ['linen', '#linen'],
  ['cotton', '#cotton'],
  ['wash washable clean washing', '#wash'],
];

/** Topics of the trade by stem. */
export const ENGLISH_TOPICS: ReadonlyMap<string, string> = new Map(
  TOPICS.flatMap(([words, topic]) =>
    words.split(' ').map((word) => [stemOf(word), topic] as const),
  ),
);

export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the is are was were be been am do does did doing done will would can could shall should may might must ' +
    'has have had having get gets got getting go goes going come comes coming there here this that these those it its ' +
    'i me my mine we us our you your yours u ur he she they them their one ones who whom whose what which how where ' +
    'of for in on at to from with by about into onto over under up down out off as than then so and or but if just only also too very really still yet ' +
    'please pls plz hi hey hello yo guys everyone anyone anybody someone host anchor streamer chat sis babe dear sir madam thanks thank ' +
    'know tell say ask question show see look want need like wear wearing any some much many more item product link number no nr piece thing stuff ' +
    'possible any colour color one suitable ok include included both not never without cannot ok okay now today again right yes lol make made take takes use used all every each'
  )
    .split(' ')
    .flatMap((word) => [word, stemOf(word)]),
);
