import type {
  ProvingMetric,
  ProvingMetricName,
  ProvingValue,
} from '#shared/model/proving-metric.ts';
import type { Review } from '#shared/model/review.ts';
import {
  blocksOver,
  cueDoneDelay,
  cuesRate,
  gapShare,
  perHour,
  promisesKept,
  silenceShare,
} from './proving-desk.ts';
import { pushDelay, unpaidShare } from './proving-orders.ts';
import { airShare, liftOf, ofProduct, ordersPerHour, paidPerMinute } from './proving-product.ts';
import {
  HOUR_MINUTES,
  paidFor,
  paidPerHour,
  shareOfViews,
  totalRate,
  viewersMean,
  viewersPeak,
} from './proving-show.ts';

/** What a value is told in. `money`: minor units of its own currency. */
export type ProvingUnit = 'count' | 'share' | 'money' | 'duration';
type Subject = Pick<ProvingMetric, 'productId' | 'cardId'>;
type Definition = {
  readonly unit: ProvingUnit;
  readonly direction: ProvingMetric['direction'];
  /** It is of one product. */
  readonly isOfProduct: boolean;
  readonly read: (review: Review, subject: Subject) => ProvingValue;
};

const show = { isOfProduct: false, direction: 'up' } as const;
const product = { isOfProduct: true, direction: 'up' } as const;
const hour = HOUR_MINUTES;

/** Every proving metric: what it is told in, which way is better, and where in a review it is read. */
export const PROVING_TABLE: Readonly<Record<ProvingMetricName, Definition>> = {
  viewersMean: { ...show, unit: 'count', read: viewersMean },
  viewersPeak: { ...show, unit: 'count', read: viewersPeak },
  joinsPerMinute: {
    ...show,
    unit: 'count',
    read: (review) =>
      totalRate({ review, figure: review.totals.joins, per: 1 }, ({ joins }) => joins),
  },
  chatsPerMinute: {
    ...show,
    unit: 'count',
    read: (review) =>
      totalRate({ review, figure: review.totals.chats, per: 1 }, ({ chats }) => chats),
  },
  followsPerHour: {
    ...show,
    unit: 'count',
    read: (review) =>
      totalRate({ review, figure: review.totals.follows, per: hour }, ({ follows }) => follows),
  },
  giftsPerHour: {
    ...show,
    unit: 'count',
    read: (review) =>
      totalRate({ review, figure: review.totals.gifts, per: hour }, ({ gifts }) => gifts),
  },
  ordersPerHour: {
    ...show,
    unit: 'count',
    read: (review) =>
      totalRate(
        { review, figure: review.totals.ordersPaid, per: hour },
        ({ ordersPaid }) => ordersPaid,
      ),
  },
  paidPerHour: { ...show, unit: 'money', read: paidPerHour },
  interactionRate: {
    ...show,
    unit: 'share',
    read: (review) => shareOfViews(review, review.totals.chatters),
  },
  followRate: {
    ...show,
    unit: 'share',
    read: (review) => shareOfViews(review, review.totals.follows),
  },
  orderRate: {
    ...show,
    unit: 'share',
    read: (review) => shareOfViews(review, review.totals.ordersPaid),
  },
  gpm: { ...show, unit: 'money', read: (review) => paidFor(review, 'views') },
  orderValue: { ...show, unit: 'money', read: (review) => paidFor(review, 'orders') },
  cuesDoneRate: { ...show, unit: 'share', read: (review) => cuesRate(review, 'done') },
  cuesShownRate: { ...show, unit: 'share', read: (review) => cuesRate(review, 'shown') },
  cueDoneDelay: { ...show, direction: 'down', unit: 'duration', read: cueDoneDelay },
  silenceShare: { ...show, direction: 'down', unit: 'share', read: silenceShare },
  gapShare: { ...show, direction: 'down', unit: 'share', read: gapShare },
  slipsPerHour: {
    ...show,
    direction: 'down',
    unit: 'count',
    read: (review) => perHour(review, review.slips.length),
  },
  warningsPerHour: {
    ...show,
    direction: 'down',
    unit: 'count',
    read: (review) => perHour(review, review.warnings.length),
  },
  promisesKeptRate: { ...show, unit: 'share', read: promisesKept },
  blocksOverShare: { ...show, direction: 'down', unit: 'share', read: blocksOver },
  unpaidShare: { ...show, direction: 'down', unit: 'share', read: unpaidShare },
  pushDelay: { ...show, direction: 'down', unit: 'duration', read: pushDelay },
  productPaidPerMinute: {
    ...product,
    unit: 'money',
    read: (review, { productId }) => ofProduct(review, productId, paidPerMinute),
  },
  productOrdersPerHour: {
    ...product,
    unit: 'count',
    read: (review, { productId }) => ofProduct(review, productId, ordersPerHour),
  },
  productAirShare: {
    ...product,
    unit: 'share',
    read: (review, { productId }) => ofProduct(review, productId, airShare),
  },
  productOrdersLift: {
    ...product,
    unit: 'count',
    read: (review, { productId }) =>
      ofProduct(
        review,
        productId,
        liftOf(({ ordersPaid }) => ordersPaid),
      ),
  },
  productChatsLift: {
    ...product,
    unit: 'count',
    read: (review, { productId }) =>
      ofProduct(
        review,
        productId,
        liftOf(({ chats }) => chats),
      ),
  },
};

/** What the metric came to in a show, from its review alone. */
export function provingValue(
  review: Review,
  { metric, productId, cardId }: Pick<ProvingMetric, 'metric' | 'productId' | 'cardId'>,
): ProvingValue {
  return PROVING_TABLE[metric].read(review, { productId, cardId });
}
