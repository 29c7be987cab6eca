import type { RiskLayer } from '../../../model/risk-word.ts';
import type { LayerTable } from './trade-tables.ts';

/** Names of other platforms, as people say and hide them; a platform's own are left out for it. */
const NAMES_ZH: readonly (readonly [of: RiskLayer | null, names: readonly string[]])[] = [
  ['douyin', ['抖音', '某音', '抖店', 'dou音']],
  ['kuaishou', ['快手', '某手', '快手小店']],
  ['taobao', ['淘宝', '某宝', '天猫', '桃宝', '闲鱼']],
  ['xiaohongshu', ['小红书', '某书', '小红薯']],
  ['wechat', ['视频号', '微店']],
  ['bilibili', ['哔哩哔哩', 'b站']],
  [null, ['拼多多', '某多多', '京东', '某东', '唯品会', '得物']],
];
/** Names that are words of their own too. */
const INNOCENT: Readonly<Record<string, string>> = {
  快手: '快手菜,快手早餐,快手晚餐,快手料理,快手面,快手汤,快手小炒',
  得物: '获得物,取得物,得物有所值,觉得物',
  某手: '某手机,某手工',
  某书: '某书店,某书籍',
  小红薯: '小红薯干,小红薯片',
};

/** What viewers must do for a gift (诱导互动), and what pretends to be one. */
const BAIT_ZH = `扣1就送|bait|ban|按规则参与
扣1抽奖|bait|warn|按规则参与
扣1免单|bait|ban|按规则抽取
刷屏就送|bait|ban|按规则参与
刷屏抽奖|bait|warn|按规则参与
不点赞不上链接|bait|ban|时间到了就上链接
点赞到一万才|bait|warn|时间到了就
关注才能抽|bait|warn|按规则参与
关注才能买|bait|ban|点小黄车下单
加粉丝团才能买|bait|ban|点小黄车下单
人数到了才上|bait|ban|时间到了就上链接
人气到了就上|bait|ban|时间到了就上链接
在线破千就放价|bait|ban|时间到了就放价
憋单|bait|warn|讲完就上链接
送礼物才能|bait|ban|按规则参与
不买别看|vulgar|ban|欢迎看看
互粉|bait|warn|谢谢关注
互关|bait|warn|谢谢关注
刷单|bait|ban||不刷单,拒绝刷单,刷单行为,刷单诈骗
返现好评|bait|ban|欢迎如实评价
好评返现|bait|ban|欢迎如实评价
晒图返现|bait|ban|欢迎如实评价
五星好评送|bait|ban|欢迎如实评价`;

const DOUYIN = `国际大牌尾货|promise|ban|库存款
拉踩同行|superlative|warn|您可以自己比较
卖惨|bait|ban||不卖惨
家里欠债|bait|ban
直播间假人|bait|ban
充值返利|finance|ban
低价引流|bait|ban|一件一价
九块九包邮秒杀不发货|bait|ban`;
const KUAISHOU = `家人们刷榜|bait|ban|谢谢支持
连麦甩粉|bait|ban|谢谢关注
甩榜|bait|warn|谢谢支持
秒榜|bait|warn|谢谢支持`;
const TAOBAO = `确认收货返红包|bait|ban|欢迎如实评价
先拍下再退差价|bait|ban|按页面价下单
拍错价不发货|bait|ban|按页面规则发货
付邮试用|bait|warn|试用规则见页面`;
const XIAOHONGSHU = `素人种草|bait|warn|真实体验
代写笔记|bait|ban
私信下单|contact|ban|点商品卡下单
评论区留号|contact|ban|店铺客服`;
const WEIXIN = `朋友圈集赞|bait|ban|按规则参与
转发朋友圈领|bait|ban|按规则参与
转发到群领|bait|ban|按规则参与
砍一刀|bait|warn|按规则参与`;
const BILIBILI = `三连才能|bait|warn|按规则参与
上舰才能看|bait|warn|欢迎观看
打赏排名送|bait|ban|按规则参与`;

/** Off the platform, names of others, and conditions of giveaways, as English-speaking platforms forbid them. */
const LEAVING_EN = `link in my bio to buy|contact|warn|tap the product below
buy on my website|contact|warn|tap the product below
order on my website|contact|warn|tap the product below
dm me for price|contact|ban|see the product below
pay me directly|contact|ban|pay in the shop
check my other account|contact|warn|message the shop`;
const BAIT_EN = `follow to win|bait|warn|see the giveaway rules
share to win|bait|warn|see the giveaway rules
gift me to enter|bait|ban|see the giveaway rules||lottery
send a gift to enter|bait|ban|see the giveaway rules||lottery
buy to enter|bait|ban|no purchase necessary||lottery
purchase to enter|bait|ban|no purchase necessary||lottery
follow for follow|bait|warn|thanks for following
f4f|bait|warn|thanks for following
sub for sub|bait|ban|thanks for subscribing
sub4sub|bait|ban|thanks for subscribing
five star review for|bait|ban|honest reviews are welcome||ftc
free gift for a review|bait|ban|honest reviews are welcome||ftc`;
const NAMES_EN = `cheaper on amazon|platform|warn|see the price here
buy it on amazon|platform|warn|tap the product below
find it on temu|platform|warn|tap the product below
cheaper on shein|platform|warn|see the price here
on my etsy|platform|warn|tap the product below
on my shopify|platform|warn|tap the product below
on my depop|platform|warn|tap the product below`;
const TIKTOK = `before and after pictures prove|efficacy|ban|results vary
weight loss|efficacy|ban|goes with diet and exercise
link outside tiktok|contact|ban|tap the product below
go to my instagram|platform|warn|follow me here
shop on instagram|platform|warn|tap the product below`;
const TWITCH = `gamble with my code|finance|ban
casino code|finance|ban
bet with my code|finance|ban
view bots|bait|ban
buy followers|bait|ban
raid and hate|vulgar|ban
gift subs to enter|bait|ban|see the giveaway rules||lottery`;
const YOUTUBE = `click the ad|bait|ban
watch the ads for me|bait|ban
buy subscribers|bait|ban
sub to win|bait|warn|see the giveaway rules`;
const SHOPEE = `transfer to my bank|contact|ban|pay in the shop
pay by bank transfer|contact|ban|pay in the shop
line me|contact|warn|message the shop
zalo me|contact|ban|message the shop`;

function chinese(own: RiskLayer, table: string): readonly LayerTable[] {
  return [table, BAIT_ZH, namesFor(own)].map((each) => ({ table: each, isChinese: true }));
}

function english(...tables: readonly string[]): readonly LayerTable[] {
  return tables.map((table) => ({ table, isChinese: false }));
}

/** The other platforms' names, which a platform does not want to hear. */
function namesFor(own: RiskLayer): string {
  return NAMES_ZH.filter(([of]) => of !== own)
    .flatMap(([, names]) => names)
    .map((name) => `${name}|platform|warn|别的平台|${INNOCENT[name] ?? ''}`)
    .join('\n');
}

/** What one platform forbids beside the law, written down by hand. */
export const PLATFORM_TABLES: Readonly<Partial<Record<RiskLayer, readonly LayerTable[]>>> = {
  douyin: chinese('douyin', DOUYIN),
  kuaishou: chinese('kuaishou', KUAISHOU),
  taobao: chinese('taobao', TAOBAO),
  xiaohongshu: chinese('xiaohongshu', XIAOHONGSHU),
  wechat: chinese('wechat', WEIXIN),
  bilibili: chinese('bilibili', BILIBILI),
  tiktok: english(LEAVING_EN, BAIT_EN, NAMES_EN, TIKTOK),
  shopee: english(LEAVING_EN, BAIT_EN, NAMES_EN, SHOPEE),
  youtube: english(BAIT_EN, YOUTUBE),
  twitch: english(BAIT_EN, TWITCH),
};
