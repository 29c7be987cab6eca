import type { ReviewProduct } from '../../../model/review.ts';
import { median } from '../../median.ts';
import {
  found,
  line,
  moneyEffect,
  named,
  param,
  proves,
  quiet,
  type Detector,
  type Draft,
} from '../outcome.ts';
import { countRange, OF_SEVERAL } from '../ranges.ts';
import { perMinute, SHORTEST_AIRTIME_MS } from './slow-product.ts';

const MINUTE_MS = 60_000;
const LEAST_TIMES = 2;
/** So much of its own airtime more could have been given to it at the cost of one like the median. */
const MORE = 0.5;

/**
 * Under-aired: a product that brought at least twice what the median of the others did for each minute
 * on the shelf - with three standard deviations fewer orders still more than that median - and had no more
 * than its even share of the airtime. What half as much airtime again would have brought beyond the
 * median; from nothing, since the first minutes of an airing sell best.
 */
export const underAired: Detector = {
  name: 'under_aired',
  find({ totals, products, show }) {
    if (!totals.ordersPaid.known) return quiet('no_orders');
    const aired = products.filter(
      (product) => product.airtimeMs >= SHORTEST_AIRTIME_MS && product.currency === show.currency,
    );
    if (aired.length < 3) return quiet('few_products');
    const all = aired.reduce((sum, { airtimeMs }) => sum + airtimeMs, 0);
    const drafts = aired.flatMap((product) => draftOf(product, aired, all) ?? []);
    return found(drafts.toSorted((a, b) => b.effect.high - a.effect.high));
  },
};

function draftOf(
  product: ReviewProduct,
  aired: readonly ReviewProduct[],
  all: number,
): Draft | null {
  const { airtimeMs, currency, productId, paidMinor } = product;
  const orders = product.ordersPaid ?? 0;
  const middle = median(aired.filter((other) => other !== product).map(perMinute)) ?? 0;
  const own = perMinute(product);
  const share = airtimeMs / all;
  if (orders === 0 || middle <= 0 || own < LEAST_TIMES * middle) return null;
  if (share > 1 / aired.length) return null;
  const minutes = airtimeMs / MINUTE_MS;
  const least = (countRange(orders, OF_SEVERAL).low * ((paidMinor ?? 0) / orders)) / minutes;
  if (least <= middle) return null;
  const gain = (own - middle) * MORE * minutes;
  const others = aired.length - 1;
  return {
    subject: String(productId),
    cause: 'goods',
    isGood: true,
    effect: moneyEffect(0, gain, currency),
    stake: { in: 'money', minor: gain / 2 },
    confidence: orders >= 20 && others >= 4 ? 'medium' : 'low',
    sample: others,
    evidence: [
      line('paidPerMinute', 'money', own, {
        currency,
        against: middle,
        versus: 'others',
        n: others,
        text: product.name,
      }),
      line('orders', 'count', orders),
      line('airtimeShare', 'share', share, { against: 1 / aired.length, versus: 'others' }),
    ],
    productId,
    params: {
      ...named(product),
      time: param.span(airtimeMs),
      orders: param.number(orders),
      own: param.money(own, currency),
      median: param.money(middle, currency),
      share: param.share(share),
      minutes: param.number(Math.max(1, Math.round(MORE * minutes))),
    },
    proving: proves('productAirShare', 'up', share, Math.min(1, share * (1 + MORE)), productId),
  };
}
