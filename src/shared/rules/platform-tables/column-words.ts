import { ImportColumn, type ImportKind } from '../../model/platform-import.ts';
import { labelWord } from '../figures/figure-words.ts';

/**
 * What exports of Douyin (抖店, 罗盘), Kuaishou, WeChat Channels, Taobao Live, TikTok Shop and Shopee
 * call a column, as `labelWord` leaves it. A word stands for one column; a product's table reads some
 * of them otherwise (`OF_PRODUCT`).
 */
const WORDS: Readonly<Record<ImportColumn, string>> = {
  time: '时间 时间点 时刻 分钟 时段 统计时间 统计时段 数据时间 time minute timestamp datetime timeslot timepoint',
  date: '日期 统计日期 直播日期 数据日期 date day livedate',
  showStart:
    '开播时间 直播开始时间 开始时间 直播时间 starttime livestarttime launchedtime livestart startedat',
  showEnd: '下播时间 直播结束时间 结束时间 关播时间 endtime liveendtime endedat',
  productId:
    '商品id 商品编号 商品编码 宝贝id 商品链接id 货号 商家编码 sku skuid spuid itemid productid goodsid productcode itemcode',
  productName:
    '商品名称 商品名 商品 商品标题 商品信息 宝贝标题 宝贝名称 宝贝 product productname producttitle itemname item productinfo',
  linkNumber: '链接号 链接序号 小黄车序号 购物车序号 讲解序号 linkno linknumber basketnumber',
  room: '直播间 直播间名称 直播间id 账号 账号名称 账号昵称 达人昵称 达人名称 主播 主播昵称 主播名称 店铺 店铺名称 room roomname account accountname creator creatorname hostname shop shopname',
  rate: '',
  impressions:
    '曝光 曝光量 曝光次数 曝光人次 曝光人数 直播间曝光 直播间曝光次数 直播间曝光人次 直播间曝光人数 impressions liveimpressions exposures showcount',
  views:
    '场观 观看次数 观看人次 累计观看 累计观看次数 累计观看人次 直播间观看次数 直播间观看人次 浏览次数 浏览量 views liveviews totalviews viewcount pv',
  uniqueViewers:
    '观看人数 观看uv 累计观看人数 直播间观看人数 场观人数 看播人数 访客数 uv uniqueviewers viewers',
  entries:
    '进人 进入人次 进入人数 进入次数 进入直播间人次 进入直播间人数 进房人次 进房人数 新进人数 entries enters',
  watchMean:
    '平均停留时长 平均停留 人均停留时长 平均观看时长 人均观看时长 人均看播时长 停留时长 averagewatchtime avgwatchtime averagewatchduration averageviewduration averageviewingduration avgviewingduration avgviewduration',
  watchTotal:
    '总观看时长 累计观看时长 观看总时长 总停留时长 观看时长 totalwatchtime totalviewduration watchtime watchduration',
  follows:
    '新增粉丝 新增粉丝数 涨粉 涨粉数 涨粉量 新增关注 新增关注数 新增关注人数 newfollowers newfollows follows',
  productShown:
    '商品曝光 商品曝光量 商品曝光次数 商品曝光人数 商品曝光人次 商品展现量 商品展示次数 商品展示 productimpressions productshown productshows productviews',
  productClicks:
    '商品点击 商品点击量 商品点击次数 商品点击人数 商品点击人次 点击 点击量 点击次数 点击人数 productclicks clicks clickcount',
  ordersPlaced:
    '下单数 下单量 下单单数 下单订单数 创建订单数 提交订单数 订单创建数 ordersplaced placedorders createdorders orderscreated ordersplacedorder',
  ordersPaid:
    '成交订单 成交订单数 成交单数 成交单量 成交笔数 支付订单 支付订单数 支付订单量 支付单量 支付单数 支付笔数 已付订单 订单数 paidorders orders ordercount attributedorders skuorders confirmedorders ordersconfirmedorder',
  unitsPaid:
    '成交件数 支付件数 销量 销售件数 销售数量 商品件数 itemssold unitssold unitspaid itemsoldcount',
  buyers:
    '成交人数 成交用户数 支付人数 支付买家数 购买人数 付款人数 买家数 buyers customers payers uniquebuyers',
  gmvPlaced:
    '下单金额 创建订单金额 提交订单金额 gmvplaced placedgmv createdgmv placedsales salesplacedorder',
  gmvPaid:
    '成交金额 成交额 成交gmv 支付金额 支付gmv 用户支付金额 已付金额 销售额 销售金额 直播间成交金额 直播成交金额 gmv gmvpaid paidgmv revenue grossrevenue sales attributedgmv salesconfirmedorder',
  gmvNet:
    '净成交金额 净支付金额 净销售额 退款后成交金额 退款后金额 有效成交金额 结算金额 netsales netgmv netrevenue gmvnet',
  refunds:
    '退款订单 退款订单数 退款单数 退款单量 退款数 退款笔数 refunds refundedorders refundorders refundcount',
  refundMoney:
    '退款金额 成功退款金额 退款额 refundamount refundedamount refundmoney refundedgmv refundgmv',
  couponClaims:
    '优惠券领取数 优惠券领取量 优惠券领取次数 优惠券领取人数 领券数 领券量 领券次数 领券人数 couponclaims couponsclaimed voucherclaims vouchersclaimed claims',
  adSpend:
    '投放消耗 广告消耗 投流消耗 投流金额 投流花费 投放金额 消耗 消耗金额 推广花费 广告花费 花费 adspend adcost adsspend spend cost',
};

/** In a table of products these are of the product, not of the room. */
const OF_PRODUCT: Partial<Record<ImportColumn, ImportColumn>> = {
  impressions: 'productShown',
  views: 'productShown',
};

const NAMES = new Map(
  ImportColumn.options.flatMap((column) =>
    [column, ...WORDS[column].split(' ')]
      .filter((word) => word !== '')
      .map((word) => [word.toLowerCase(), column] as const),
  ),
);

/** Units and currencies that headings carry behind their word. */
const UNIT =
  /(?:元|人民币|次|人|单|件|秒|¥|￥|\$|€|£|cny|rmb|usd|sgd|myr|thb|php|vnd|idr|twd|gbp|eur|brl|mxn|jpy)$/;
/** What says nothing of which figure it is. */
const LEAD = /^(?:累计|累积|本场|整场|直播间|直播|live|cumulative)/;
const RATE =
  /率|占比|转化|环比|同比|gpm|千次|客单价|roi|\brate\b|rate$|ctr|ctor|cvr|share|percent|%|avg\.?price|aov/;

/** The column a heading stands for; null for one that is none. */
export function columnNamed(heading: string): ImportColumn | null {
  const word = labelWord(heading);
  if (word === '') return null;
  const bare = word.replace(UNIT, '');
  const found = [word, bare, bare.replace(LEAD, '')].map((each) => NAMES.get(each)).find(Boolean);
  if (found !== undefined) return found;
  return RATE.test(word) ? 'rate' : null;
}

/** What the columns are in a table of that kind, each figure once: the first that names it has it. */
export function settleColumns(
  columns: readonly (ImportColumn | null)[],
  kind: ImportKind,
): readonly (ImportColumn | null)[] {
  const read = columns.map((column) =>
    kind === 'products' && column !== null ? (OF_PRODUCT[column] ?? column) : column,
  );
  return read.map((column, index) =>
    column === 'rate' || read.indexOf(column) === index ? column : null,
  );
}

/** The currency that a heading states: `GMV (USD)`; null for none. */
export function headingCurrency(heading: string): string | null {
  const plain = heading.normalize('NFKC').toUpperCase();
  const stated = /[([（【]\s*([A-Z]{3})\s*[)\]）】]/.exec(plain)?.[1];
  return stated === undefined || stated === 'RMB' ? null : stated;
}
