import { FigureName } from '../../model/entered-figure.ts';
import { plainText } from '../product-paste/paste-fields.ts';

/** What platforms and people call a figure, without blanks and brackets and in lower case. */
const WORDS: Readonly<Record<FigureName, string>> = {
  impressions:
    '曝光 曝光量 曝光次数 曝光人次 直播间曝光 直播间曝光次数 直播间曝光人次 impressions liveimpressions',
  views: '场观 观看次数 观看人次 累计观看 累计观看次数 直播间观看次数 views totalviews',
  uniqueViewers:
    '观看人数 观看人数uv 累计观看人数 直播间观看人数 看播人数 场观人数 uv uniqueviewers viewers',
  entries: '进人 进入人次 进入直播间人次 进房人次 进入次数 entries enters',
  paidEntries: '付费进人 付费进入 付费流量 付费观看次数 投流进人 广告进人 paidentries paidviews',
  watchSeconds:
    '平均停留时长 平均停留 人均停留时长 人均观看时长 平均观看时长 停留时长 averagewatchtime averagewatch averageviewduration avgwatchtime',
  retention5Min: '5分钟留存率 五分钟留存率 5分钟留存 留存率 5minretention retention',
  luckyBagEntrants: '福袋参与人数 福袋人数 参与福袋人数 luckybagentrants giveawayentrants',
  follows: '新增关注 新增粉丝 新增粉丝数 涨粉 涨粉数 新增关注人数 newfollowers follows newfollows',
  fanJoins: '新加团 加团人数 新增粉丝团 新加团人数 新增粉丝团人数 fanclubjoins newmembers',
  productShown:
    '看到商品的人 商品曝光人数 商品展示人数 productimpressionpeople peopleshownaproduct',
  productClickers: '点商品的人 商品点击人数 点击商品人数 productclickers peoplewhoclickedaproduct',
  productClicks: '商品点击次数 商品点击量 商品点击 点击次数 productclicks clicks',
  ordersPlaced: '下单数 下单量 创建订单数 提交订单数 ordersplaced createdorders',
  ordersPaid:
    '已付订单 成交订单数 支付订单数 成交订单 订单数 成交单量 paidorders orders ordercount',
  buyers: '付款人数 成交人数 支付人数 购买人数 下单人数 买家数 buyers customers payers',
  sales:
    '已付金额 成交金额 支付金额 销售额 成交额 gmv 支付gmv 直播间成交金额 sales revenue paidmoney',
  refunds: '退款订单 退款订单数 退款单数 退款数 refunds refundedorders',
  adSpend: '投流花费 消耗 投放消耗 广告消耗 投流消耗 花费 投放金额 adspend spend adcost cost',
};

const NAMES = new Map(
  FigureName.options.flatMap((name) =>
    [name.toLowerCase(), ...WORDS[name].split(' ')].map((word) => [word, name] as const),
  ),
);

/** The figure a label stands for; null for one that is none. */
export function figureOfWord(label: string): FigureName | null {
  const word = labelWord(label);
  return NAMES.get(word) ?? NAMES.get(word.replace(/(?:元|次|人|单|%|¥|cny|usd)$/, '')) ?? null;
}

/** A label without what does not tell it from others. */
export function labelWord(label: string): string {
  return plainText(label)
    .toLowerCase()
    .replace(/[\s()[\]（）【】:：_-]/g, '');
}
