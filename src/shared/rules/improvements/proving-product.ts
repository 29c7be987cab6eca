import type { ProductId } from '#shared/model/ids.ts';
import type { ProvingValue } from '#shared/model/proving-metric.ts';
import type { Airing, AiringSpan, Review, ReviewProduct } from '#shared/model/review.ts';
import { told, unknown } from './proving-show.ts';
import { countError, meanError, meanOf } from './standard-error.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Shorter stretches on the shelf say nothing of a product. */
const SHORTEST_AIRTIME_MS = 3 * MINUTE_MS;

type Read = (product: ReviewProduct, review: Review) => ProvingValue;

/** A figure of one product, where it was on the shelf for three minutes in all. */
export function ofProduct(review: Review, productId: ProductId | null, read: Read): ProvingValue {
  if (productId === null) return unknown('no_subject');
  const product = review.products.find((each) => each.productId === productId);
  if (product === undefined || product.airtimeMs === 0) return unknown('not_aired');
  if (product.airtimeMs < SHORTEST_AIRTIME_MS) return unknown('too_short');
  return read(product, review);
}

/** Paid for each minute on the shelf, minor units of its currency. */
export const paidPerMinute: Read = ({ paidMinor, ordersPaid, airtimeMs, currency }) => {
  if (paidMinor === null || ordersPaid === null) return unknown('not_told');
  const value = (paidMinor * MINUTE_MS) / airtimeMs;
  // Orders come one by one; of none at all nobody can say what one of them would be worth.
  const error = ordersPaid === 0 ? null : (value * countError(ordersPaid)) / ordersPaid;
  return { known: true, value, n: ordersPaid, error, currency };
};

/** Paid orders for each hour on the shelf. */
export const ordersPerHour: Read = ({ ordersPaid, airtimeMs }) => {
  if (ordersPaid === null) return unknown('not_told');
  const hours = airtimeMs / HOUR_MS;
  return told(ordersPaid / hours, ordersPaid, countError(ordersPaid) / hours);
};

/** Its part of the time in which anything was on the shelf. */
export const airShare: Read = ({ airtimeMs, pushes }, { products }) => {
  const all = products.reduce((sum, product) => sum + product.airtimeMs, 0);
  return told(airtimeMs / all, pushes, 0);
};

/** How many more a minute came while it was on than in the minutes before; mean over its pushes. */
export function liftOf(count: (span: AiringSpan) => number | null): Read {
  return ({ productId }, { pushes }) => {
    const lifts = pushes.flatMap((push) => {
      if (push.productId !== productId || push.airing === null) return [];
      return liftIn(push.airing, count) ?? [];
    });
    return lifts.length === 0
      ? unknown('not_told')
      : told(meanOf(lifts), lifts.length, meanError(lifts));
  };
}

function liftIn({ before, during }: Airing, count: (span: AiringSpan) => number | null) {
  const [was, is] = [ratePerMinute(before, count), ratePerMinute(during, count)];
  return was === null || is === null ? null : is - was;
}

function ratePerMinute(span: AiringSpan, count: (span: AiringSpan) => number | null) {
  const lengthMs = span.toTs - span.fromTs;
  const counted = count(span);
  return counted === null || lengthMs < MINUTE_MS ? null : (counted * MINUTE_MS) / lengthMs;
}
