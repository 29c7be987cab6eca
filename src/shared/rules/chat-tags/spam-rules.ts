import type { ChatFlag } from './intent-tag.ts';
import { anyOf } from './word-pattern.ts';

/** Nothing without one of these is an address. */
const MAY_LINK = /[.:]| dot /u;
const ENDINGS =
  '(?:com|cn|net|org|top|xyz|shop|store|ru|cc|vip|me|gg|ly|io|tv|info|club|site|online|live|link|win|bet|app|icu|fun|co|biz|tk|ga)';

/** An address, whole or without its beginning. */
const LINK = anyOf(
  `https?:\\/|\\bww+\\.`,
  `(?:^|[^a-z0-9@.])[a-z0-9][a-z0-9-]{1,62}\\.${ENDINGS}(?:\\b|\\/)(?!\\.\\d)`,
  `\\b(?:t\\.me|bit\\.ly|t\\.cn|goo\\.gl|wa\\.me|discord\\.gg|tinyurl\\.com|linktr\\.ee)\\b`,
  `\\bdot (?:com|net|org|shop)\\b`,
);

/** Wants to be talked to elsewhere: what platforms punish the room for. */
const CHINESE_CONTACT = anyOf(
  '[加➕+致搜扫联留丶](?: ?(?:一下|个|下|我的?|你|主播))? ?(?:v(?!ip)|微(?!弹|商|单)|薇|威|卫星|维[信❤]?|wx|vx|wechat|徽|q(?!a)|扣扣|企鹅|好友|老师微|绿泡泡|群|whatsapp|line|tg|电报|飞机)',
  '微信(?!支付|付|豆|红包支付|零钱)|威信|薇信|徽信|卫星号|绿泡泡|v信|v❤|微❤',
  '(?:^|[^a-z])(?:vx|wx|weixin|wechat)(?![a-z])|公众号|小程序搜|扣扣|企鹅号',
  '(?:^|[^a-z])qq(?![a-z])|(?:^|[^a-z])q ?群|群号|[进入建拉]群|粉丝群外|扫码|二维码',
  '(?:^|[^\\d])1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)',
  '(?:电话|手机号?|联系方式|热线|致电).{0,4}(?:\\d|联系|咨询|打)|(?:^|[^\\d.])q ?\\d{6,}',
  '(?:号码?|:|扣|群) ?\\d{6,}',
  '私(?:聊|信|我|戳|滴)|[^自走隐公]私$',
  '(?:滴滴?|dd|d|扣|敲|戳|踢|找|联系|咨询)我(?!.{0,3}(?:退|家|妈|同|客服|们))',
  '找我(?:拿|买|进|要|做|领|学|合作)',
  '有(?:需要|兴趣|意向?|想法|想).{0,8}(?:加$|加我|滴|找|私|联系|来$)|的加$|加我|看我?简介',
  '我有(?:货源|渠道|资源|门路)|有意[者的]?(?:私|联|加|滴)|[^们]联系$|滴$',
);

const CHINESE_ADS = anyOf(
  '兼职|日结|日赚|日入|月入|时薪|一单一结|赚钱|躺赚|稳赚|赚点|赚零花|刷单|外发|一件代发',
  '代发|流量.{0,4}(?:加|找|滴|私)|挣钱|有钱赚|资源群|返利|返佣|佣金|打字员',
  '招(?:主播|人|聘|代理|募|工|学徒)|诚招|急招|直招|底薪|副业|在家(?:可做|做|办公|就能)',
  '手工活|创业项目|加盟|小项目|带你(?:赚|飞|赢|月|致富)|零投资|0投资|无押金|不收押金',
  '互粉|互关|互赞|互助|互撩|回关|必回|秒回|关注我|关我|刷粉|涨粉|买粉|卖粉|吸粉|引流',
  '粉丝.{0,4}(?:元|块|一千|找我|便宜|低价)|需要粉丝|[刷涨加买]人气|人气.{0,4}(?:元|块)|代刷',
  '刷赞|刷播放|刷量|上热门|热门.{0,3}联系',
  '(?:点赞|关注|评论).{0,5}(?:\\d|一个|一条).{0,2}(?:毛|元|块|分钱)|有偿|代运营|代播|养号',
  '起号',
  '(?:来|去|进|看|点|到|戳|逛)(?:一下|一?看)?我的?(?:家|这里?|这边)?(?:的)?(?:直播|主页|头像|橱窗|店|空间|作品|首页|资料|动态|视频|简介)',
  '点.{0,4}头像|头像.{0,3}(?:进|有|领)|我家?也?(?:正在|在|也在)播|[进看点]主页',
  '主页[有看进领见拿加]|主页.{0,4}(?:福利|惊喜|资源)|个人简介|看简介',
  '货源|厂家(?:直招|找我|一手)|一手(?:货|厂|资源)|代购|批发(?!吗|价?多少|价?吗|市场)|高仿',
  '复刻|a货|精仿|原单|尾单货|走私|免税烟|拿货(?!吗)|代理(?!商?吗)',
  '同款(?:半价|更便宜|低价|一半)|同款.{0,3}(?:我家|我店|便宜一半)',
  '更便宜.{0,4}(?:点|来|进|找)|全网最低.{0,5}(?:来|进|找|私)|外贸尾货',
  '套现|贷款|网贷|借款|借钱|征信|放款|秒批|下款|额度.{0,4}(?:提|加|找)|股票|炒股|荐股|牛股',
  '理财|投资|收益(?:高|率|稳)|保本|内部(?:消息|群|资料)|比特币|虚拟币|炒币|数字货币|彩金',
  '棋牌|彩票|博彩|赌|下注|六合|时时彩|百家乐|捕鱼|充值送|注册(?:就|即|送)',
  '下载.{0,4}(?:送|领|就)|首充|稳赢|包赢|中奖.{0,4}(?:领取|点击|联系)',
  '代开|开票|办证|刻章|刻印|代办|回收(?!吗|旧)|收购|高价收|求购.{0,4}号|出售',
  '出(?:号|账号|个?号|租|一?[批些个].{0,5}号)|转让|租号|卖号|代练|代打|上分|外挂',
  '辅助.{0,2}(?:免费|下载)|会员.{0,4}(?:低价|批发|便宜|滴|出|充)|破解版',
  '资源(?:多|群|网盘|私)|网盘|考试答案|包过|代写|论文',
  '约吗|约炮|约p|裸聊|陪聊|陪玩|同城(?:交友|约|找)|交友|看片|黄片|av片|成人|福利姬|一夜',
  '寂寞|小姐姐.{0,4}(?:加|私|约)|色情|大尺度|视频聊',
  '减肥.{0,3}(?:找|加|私|\\+)|月瘦|躺瘦|瘦.{0,3}斤.{0,6}(?:加|找|私|微)|祖传|秘方|偏方|算命',
  '看相|姻缘|风水|转运|壮阳|丰胸|增高|根治|包治|脱发.{0,4}(?:找|私|加)|专治',
  '免费(?:领取?|赠送|教|送|拿|得|学|试用装领).{0,10}(?:手机|点|主页|红包|皮肤|开店|加|私|群|链接|进)',
  '(?:领|抢)取?红包(?!雨)|领取?福利.{0,4}(?:群|头像|主页|加)|复制.{0,6}(?:口令|打开|搜索)',
  '淘口令|优惠券群|内购群|薅羊毛群|羊毛群|有福利.{0,3}加|加.{0,6}领(?:取|福利|红包|券)',
);

const ENGLISH_CONTACT = anyOf(
  '\\b(?:dm|pm|inbox|msg|message|text|whatsapp|telegram|contact|email|snap|snapchat|add|hit|hmu|call|reach|ping|kik|viber|signal)(?:ing)? (?:me|us|him|her|my|on|for|now|at|up)\\b',
  '\\bhmu\\b|\\b(?:dms?|inbox) (?:are |is )?open\\b|\\bhit me up\\b|\\bwhatsapp\\b',
  '\\btelegram\\b|\\bwechat\\b|\\bon discord\\b|\\bmy discord\\b|\\bour discord\\b',
  '\\bcontact (?:him|her|this|dr)\\b|\\badd me\\b',
  '\\bmy (?:snap|insta|ig|onlyfans|of|number|email|telegram|whatsapp|line)\\b',
  '\\b(?:send|dm|shoot)(?: me)? a (?:dm|message|pm)\\b|\\bslide in(?:to)? my\\b',
  '\\+\\d[\\d ()-]{7,}\\d|\\bserious (?:buyers|inquir|people)|^dm\\b|\\bdm$',
  '\\bdm (?:if|to|4)\\b',
);

const ENGLISH_ADS = anyOf(
  '\\b(?:follow|sub|like|f|l|s) ?(?:4|for) ?(?:follow|sub|like|f|l|s)\\b',
  "\\bfollow (?:me|back|my)\\b|\\b(?:i|will|ill|i'll) (?:always )?follow(?: you)? back\\b",
  '\\b(?:pls|please) (?:follow|sub|subscribe)\\b',
  '\\bi follow (?:everyone|all|every|back|anyone|you)\\b|\\bfollow(?:ing)? everyone\\b',
  '\\bmy (?:pinned|latest|newest|last|recent) (?:video|post|clip)\\b',
  '\\binbox (?:to|for|if|now)\\b|^inbox\\b|\\btext \\(?\\d{3}|\\b\\d{3}[ -]\\d{4}\\b',
  '\\bfollow (?:us|4|to win|and)\\b|\\bsub(?:scribe)? (?:to )?(?:me|my)\\b',
  '\\bfollow ?train\\b|\\bgain ?(?:with|followers|train)|\\bsupport my\\b',
  '\\bcheck (?:out )?my (?:new )?(?:page|channel|profile|bio|store|shop|link|live|stream|account|video|insta|ig|youtube|music)\\b',
  '\\bnew (?:small )?streamer here\\b|\\bmutuals?\\b.{0,10}\\bfollow\\b',
  '\\b(?:wx|vx|weixin|qq|tg)\\b|\\bcome join\\b|\\bjoin me\\b|\\b(?:be|become|get) famous\\b',
  '\\b(?:buy|get|cheap|free|gain|more|need|want|real|instant|sell(?:ing)?|best|sale|boost|grow)\\b.{0,24}\\b(?:viewers?|followers?|subs|subscribers|likes|views)\\b',
  '\\b(?:followers?|viewers?|views|likes) (?:for sale|for \\$|cheap)\\b|\\bbecome famous\\b',
  '\\b(?:promote|promotion|promo|shoutout)\\b.{0,24}\\b(?:your|channel|dm|page|us|service|for|cheap)\\b',
  '\\b(?:grow|boost|rank) (?:up )?your\\b|\\bviewer ?bots?\\b',
  '\\b(?:my|our|in|the) (?:bio|profile|page)\\b|\\blinks? in\\b',
  '\\bclick (?:here|the|this|my|on|link|below)\\b|\\bcome (?:to|watch|see|join|check) my\\b',
  '\\b(?:join|watch|visit) (?:my|our|us|this|the)? ?(?:live|stream|channel|group|discord|telegram|server|page|store|shop|site|room|whatsapp)\\b',
  "\\bi'?m (?:also )?live (?:too|now|right)\\b|\\bcome watch\\b",
  '\\b(?:my|our) (?:store|shop|live|site|website|etsy|youtube|channel|stream|link)\\b',
  '\\bbuy (?:it )?from me\\b|\\b(?:in|at|on) my (?:shop|store|live|page|channel|stream)\\b',
  '\\bi sell (?:it|this|these|the|them|same)\\b',
  '\\bsame (?:item|product|bag|thing|one|stuff)s? (?:half|cheaper|for less)\\b',
  '\\bvisit \\S+\\.',
  '\\b(?:earn|make|made|making|win|won|get)(?:ing)? (?:up to |over |extra |easy |real |fast |me )?(?:money|cash|income|\\$ ?\\d[\\d,.k]*|\\d+ ?k\\b|\\d+ ?\\$)',
  '\\bwork(?:ing)? from home\\b|\\bside (?:hustle|income)\\b|\\bpassive income\\b',
  '\\bextra (?:cash|income)\\b|\\bfinancial freedom\\b|\\bask me how\\b',
  '\\b(?:hiring|recruiting) now\\b|\\bonline job\\b|\\bpart[- ]time job\\b',
  '\\ba (?:day|week) (?:easy|online|from)\\b|\\bget rich\\b|\\bmlm\\b|\\bjoin my team\\b',
  '\\bpaid collab|\\bcollab(?:oration)? (?:dm|message|with us|offer)|\\bbrand ambassador',
  '\\bbe our\\b.{0,12}\\bambassador|\\bwe pay\\b',
  '\\b(?:crypto|bitcoin|btc|ethereum|eth|forex|nfts?|binary options|airdrop|trading signals?|signals)\\b',
  '\\binvest(?:ment|ing|or)?\\b|\\bmy mentor\\b|\\bdouble your\\b',
  '\\bguaranteed (?:profit|win|returns?|income)',
  '\\b(?:betting|casino|slots?|free spins|jackpot|gambl\\w+|sure win|bet365|odds)\\b',
  '\\b(?:loans?|credit (?:check|score|repair)|no credit)\\b|\\bcash ?app\\b|\\bvenmo\\b',
  '\\bpaypal me\\b|\\bgiving away \\$?\\d|\\bfirst \\d+ (?:people|who|to)\\b',
  '\\bgive you \\$|\\bclaim (?:your|it|at|now|here|the)\\b',
  "\\byou(?: have|'ve)? (?:won|been selected)\\b",
  '\\bfree (?:iphone|v ?bucks|robux|gift ?cards?|ps5|nitro|skins|money|cash|crypto|spins|followers)\\b',
  '\\bgenerator\\b',
  '\\bonlyfans\\b|\\bhot (?:girls?|singles?|milfs?)\\b|\\bnudes?\\b',
  '\\bsex(?:y cam|cam| chat| video)|\\bporn\\w*|\\badult (?:cam|content|chat|video|site)',
  '\\bcams? free\\b|\\bhookup|\\bsugar (?:daddy|mommy|baby)|\\bescort|\\bsingles near',
  '\\bgirls near|\\bnaughty\\b',
  '\\bsell(?:ing)? (?:my )?(?:accounts?|replicas?|followers|fake|aaa|cheap|gift|wholesale|designer)\\b',
  '\\breplica (?:watch|bag|shoe)',
  '\\b(?:wholesale|bulk) (?:prices?|supplier|dm|deals?|available)|\\bget verified\\b',
  '\\bverification badge|\\bblue tick\\b|\\bgraphic designer',
  '\\b(?:logos?|overlays?|emotes?|banners?|thumbnails?)\\b.{0,20}\\b(?:for you|hit me|dm|cheap|design|commission|make|portfolio)',
  '\\bi (?:do|make|design|create|can design) (?:\\w+ )?(?:logos?|overlays?|emotes?|banners?|thumbnails?|animations?|edits)',
  '\\bneed a (?:logo|designer|graphic|editor|mod|loan|website)|\\bspiritual\\b',
  '\\bspell ?caster|\\bhealer\\b|\\bpsychic\\b|\\bcured my\\b|\\bherbal\\b|\\bmy ex back\\b',
  '\\bhacker\\b|\\brecover(?:ed|y)? (?:my|your|account|funds)',
);

/** What a platform, a court or an office may hear of. */
const RISK = anyOf(
  '12315|投诉|举报|维权|曝光|起诉|律师|报警|消协|工商|市监|市场监督|虚假宣传|假一赔|假货',
  '售假|卖假|诈骗|欺诈|职业打假|打假|退一赔|赔偿|造假',
  '\\b(?:lawsuit|lawyer|attorney|sue|suing|sued|fraud\\w*|scam(?:med|mer|mers|s)?|counterfeit\\w*|illegal|charge ?back|report(?:ed|ing)? (?:you|this|the seller|them|your)|trading standards|bbb|ftc)\\b',
);

interface SpamSigns {
  readonly isSpam: boolean;
  /** What the line is flagged for, spam or not. */
  readonly flags: readonly ChatFlag[];
}

/** Advertising, contact elsewhere, follow trades, addresses, threats. `line` is normalised. */
export function spamSigns(line: string, hasChinese: boolean, hasEnglish: boolean): SpamSigns {
  const hasLink = MAY_LINK.test(line) && LINK.test(line);
  const isContact =
    (hasChinese && CHINESE_CONTACT.test(line)) || (hasEnglish && ENGLISH_CONTACT.test(line));
  const isSpam =
    hasLink ||
    isContact ||
    (hasChinese && CHINESE_ADS.test(line)) ||
    (hasEnglish && ENGLISH_ADS.test(line));
  const flags: ChatFlag[] = [];
  if (hasLink) flags.push('link');
  if (isContact) flags.push('contact');
  if (RISK.test(line)) flags.push('risk');
  return { isSpam, flags };
}
