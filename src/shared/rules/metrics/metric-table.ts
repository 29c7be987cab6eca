import type { FigureName } from '../../model/entered-figure.ts';
import type { TileId } from '../../model/metric-tile.ts';
import type { SourceValues } from '../../model/metrics.ts';

/**
 * What a metric is made of: a source's own value, the same entered by hand, or one of three made of
 * those – `sales` in the show's currency, entries less paid ones, orders placed less paid ones.
 */
export type MetricInput = keyof SourceValues | FigureName | 'organicEntries' | 'unpaidOrders';

/** One side of a quotient; `isStandIn`: not quite what the definition asks for, so marked ≈. */
export type Side = { readonly input: MetricInput; readonly isStandIn?: true };

/** Of now or the last minutes; of the show so far. */
export type MetricSpan = 'now' | 'show';

export type Quotient = {
  readonly above: MetricInput;
  /** In order: the first that is known. */
  readonly below: readonly Side[];
  readonly scale: number;
  readonly span: MetricSpan;
  /** Holds only about, whatever it is made of. */
  readonly isEstimate?: true;
};

const viewersOfShow: readonly Side[] = [
  { input: 'uniqueViewers' },
  { input: 'views', isStandIn: true },
];
const uniqueViewers: readonly Side[] = [{ input: 'uniqueViewers' }];

/**
 * Metrics that are one figure over another. Both sides always come from the same sources: a silent
 * source, and one that gives a side alone, leave both. Letters name who defines it: A 518wcb.com/7918,
 * C suo.run/details/20675, D nctoro.com/gongnue/58007, E hnheavy.com, F qdjiaoyu.cn/dianshang/5283,
 * G dydaxue.com/p/820; the others are common usage.
 */
export const QUOTIENTS = {
  /**
   * Average watch time (平均停留时长), where no platform gives one, by Little's law: mean concurrent
   * viewers of the last 5 minutes ÷ entries a second of the same time. Seconds, always approximate: it
   * holds for a room that neither fills nor empties fast.
   */
  averageWatch: {
    above: 'viewersMean5Min',
    below: [{ input: 'entries5Min' }],
    scale: 300,
    span: 'now',
    isEstimate: true,
  },
  /** Impression-to-enter rate (曝光进入率): entries ÷ impressions of the show. A share of 1. */
  impressionEnterRate: {
    above: 'entries',
    below: [{ input: 'impressions' }],
    scale: 1,
    span: 'show',
  },
  /** Organic share (自然流量占比): entries that were not paid for ÷ entries. A share of 1. */
  organicShare: {
    above: 'organicEntries',
    below: [{ input: 'entries' }],
    scale: 1,
    span: 'show',
  },
  /** Comments per 1,000 viewers (弹幕密度, G): messages of the last 60 s × 1,000 ÷ concurrent viewers. */
  chatPerThousand: {
    above: 'chatPerMinute',
    below: [{ input: 'viewers' }],
    scale: 1_000,
    span: 'now',
  },
  /**
   * Engagement rate (互动率, A, D): different people who interacted in the last 5 minutes ÷ mean
   * concurrent viewers of the same time. People, not comments. A share of 1; above 1 where a room
   * turns over fast.
   */
  engagementRate: {
    above: 'interacting5Min',
    below: [{ input: 'viewersMean5Min' }],
    scale: 1,
    span: 'now',
  },
  /** Real-question share (有效提问比, F): messages that ask something ÷ messages, last 5 minutes. */
  questionShare: {
    above: 'questions5Min',
    below: [{ input: 'chats5Min' }],
    scale: 1,
    span: 'now',
  },
  /** Lucky-bag share (福袋参与率): entrants of a bag as entered ÷ mean concurrent viewers now. */
  luckyBagShare: {
    above: 'luckyBagEntrants',
    below: [{ input: 'viewersMean5Min' }],
    scale: 1,
    span: 'now',
    isEstimate: true,
  },
  /** Follow conversion (转粉率, A, C, F): new follows ÷ unique viewers; ≈ by views where those are unknown. */
  followRate: { above: 'follows', below: viewersOfShow, scale: 1, span: 'show' },
  /** Fan-club join rate (加团率, D): memberships that began ÷ unique viewers; ≈ by views. */
  fanClubRate: { above: 'fanJoins', below: viewersOfShow, scale: 1, span: 'show' },
  /** Unpaid-order rate (未支付率, A): orders placed and not paid ÷ orders placed. A share of 1. */
  unpaidRate: {
    above: 'unpaidOrders',
    below: [{ input: 'ordersPlaced' }],
    scale: 1,
    span: 'show',
  },
  /** GPM (千次观看成交, E): paid money of the show's currency × 1,000 ÷ views. Minor units. */
  gpm: { above: 'sales', below: [{ input: 'views' }], scale: 1_000, span: 'show' },
  /** Average order value (客单价, E): paid money ÷ buyers. Minor units. */
  averageOrder: { above: 'sales', below: [{ input: 'buyers' }], scale: 1, span: 'show' },
  /** View-to-buyer rate (看播转化率): buyers ÷ unique viewers; never views, which count visits. */
  buyerRate: { above: 'buyers', below: uniqueViewers, scale: 1, span: 'show' },
  /** Revenue per viewer (UV价值, E): paid money ÷ unique viewers. Minor units. */
  revenuePerViewer: { above: 'sales', below: uniqueViewers, scale: 1, span: 'show' },
  /** Refund rate (退款率, E): orders given back ÷ paid orders. A share of 1. */
  refundRate: { above: 'refunds', below: [{ input: 'ordersPaid' }], scale: 1, span: 'show' },
  /** Product impression rate (商品曝光率): people shown a product ÷ unique viewers. */
  productImpressionRate: { above: 'productShown', below: uniqueViewers, scale: 1, span: 'show' },
  /** Product CTR (商品点击率, A): people who clicked ÷ people shown a product. */
  productCtr: {
    above: 'productClickers',
    below: [{ input: 'productShown' }],
    scale: 1,
    span: 'show',
  },
  /** CTOR (点击成交转化率, A): paid orders ÷ product clicks – clicks, not clickers. */
  ctor: { above: 'ordersPaid', below: [{ input: 'productClicks' }], scale: 1, span: 'show' },
  /** ROI (投产比): paid money ÷ ad spend, both in the show's currency. */
  roi: { above: 'sales', below: [{ input: 'adSpend' }], scale: 1, span: 'show' },
} as const satisfies Partial<Record<TileId, Quotient>>;

export type QuotientId = keyof typeof QUOTIENTS;

export function isQuotient(id: TileId): id is QuotientId {
  return Object.hasOwn(QUOTIENTS, id);
}

/** What a metric's value is said in. */
export type MetricUnit = 'count' | 'perMinute' | 'share' | 'money' | 'ratio' | 'span' | 'delay';

/** What the settings group figures by. */
export const METRIC_GROUPS = ['traffic', 'interaction', 'fans', 'trade'] as const;
export type MetricGroup = (typeof METRIC_GROUPS)[number];

/** Who defines a metric; `common`: common usage. */
export type Definition = 'common' | 'A' | 'C' | 'D' | 'E' | 'F' | 'G';

export type MetricEntry = {
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly needs: readonly MetricInput[];
  readonly definition: Definition;
  /** Values of sources add up to the room's; a rate's do not. */
  readonly isSum: boolean;
  /** Of the show so far, so that what a source gave before it fell silent stays counted. */
  readonly span: MetricSpan;
};

function entry(
  group: MetricGroup,
  unit: MetricUnit,
  needs: readonly MetricInput[],
  definition: Definition = 'common',
): MetricEntry {
  return { group, unit, needs, definition, isSum: false, span: 'show' };
}

function sum(
  group: MetricGroup,
  unit: MetricUnit,
  input: MetricInput,
  span: MetricSpan,
): MetricEntry {
  return { group, unit, needs: [input], definition: 'common', isSum: true, span };
}

/** Every figure a tile can show. */
export const METRICS: Readonly<Record<TileId, MetricEntry>> = {
  viewers: sum('traffic', 'count', 'viewers', 'now'),
  viewersMean: entry('traffic', 'count', ['viewersMean']),
  views: sum('traffic', 'count', 'views', 'show'),
  entries5Min: sum('traffic', 'count', 'entries5Min', 'now'),
  averageWatch: entry('traffic', 'span', ['viewersMean5Min', 'entries5Min', 'watchSeconds']),
  impressionEnterRate: entry('traffic', 'share', ['entries', 'impressions']),
  organicShare: entry('traffic', 'share', ['entries', 'paidEntries']),
  retention: entry('traffic', 'share', ['retention5Min'], 'D'),
  onAir: entry('traffic', 'span', []),
  chatPerMinute: sum('interaction', 'perMinute', 'chatPerMinute', 'now'),
  activeChatters: sum('interaction', 'count', 'chatters5Min', 'now'),
  chatPerThousand: entry('interaction', 'perMinute', ['chatPerMinute', 'viewers'], 'G'),
  engagementRate: entry('interaction', 'share', ['interacting5Min', 'viewersMean5Min'], 'A'),
  questionShare: entry('interaction', 'share', ['questions5Min', 'chats5Min'], 'F'),
  likesPerMinute: sum('interaction', 'perMinute', 'likesPerMinute', 'now'),
  gifts: sum('interaction', 'count', 'gifts', 'show'),
  luckyBagShare: entry('interaction', 'share', ['luckyBagEntrants', 'viewersMean5Min']),
  follows: sum('fans', 'count', 'follows', 'show'),
  followRate: entry('fans', 'share', ['follows', 'uniqueViewers'], 'A'),
  fanClubRate: entry('fans', 'share', ['fanJoins', 'uniqueViewers'], 'D'),
  ordersPaid: sum('trade', 'count', 'ordersPaid', 'show'),
  paid: sum('trade', 'money', 'sales', 'show'),
  unpaidRate: entry('trade', 'share', ['ordersPlaced', 'ordersPaid'], 'A'),
  gpm: entry('trade', 'money', ['sales', 'views'], 'E'),
  averageOrder: entry('trade', 'money', ['sales', 'buyers'], 'E'),
  buyerRate: entry('trade', 'share', ['buyers', 'uniqueViewers']),
  revenuePerViewer: entry('trade', 'money', ['sales', 'uniqueViewers'], 'E'),
  refundRate: entry('trade', 'share', ['refunds', 'ordersPaid'], 'E'),
  productImpressionRate: entry('trade', 'share', ['productShown', 'uniqueViewers']),
  productCtr: entry('trade', 'share', ['productClickers', 'productShown'], 'A'),
  ctor: entry('trade', 'share', ['ordersPaid', 'productClicks'], 'A'),
  roi: entry('trade', 'ratio', ['sales', 'adSpend']),
  airtime: entry('trade', 'span', [], 'F'),
  pushDelay: entry('trade', 'delay', []),
};
