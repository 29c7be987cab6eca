import type { ReviewProduct } from '../../../model/review.ts';
import { median } from '../../median.ts';
import type { FindingFacts } from '../facts.ts';
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
import { countRange, middleHalf, OF_SEVERAL } from '../ranges.ts';

const MINUTE_MS = 60_000;
/** Shorter stretches on the shelf say nothing of a product. */
export const SHORTEST_AIRTIME_MS = 3 * MINUTE_MS;

/**
 * Over-aired: a product that brought at most half of what the median of the others brought for each
 * minute on the shelf, and more than chance so: three standard deviations more orders leave it below
 * that median too. The loss is what the middle half of the others would have brought in its time.
 */
export const slowProduct: Detector = {
  name: 'slow_product',
  find(facts) {
    const { totals, products, show } = facts;
    if (!totals.ordersPaid.known) return quiet('no_orders');
    const aired = products.filter(
      (product) => product.airtimeMs >= SHORTEST_AIRTIME_MS && product.currency === show.currency,
    );
    if (aired.length < 3) return quiet('few_products');
    const drafts = aired.flatMap((product) => draftOf(product, aired, facts) ?? []);
    return found(drafts.toSorted((a, b) => lostIn(b) - lostIn(a)));
  },
};

function draftOf(
  product: ReviewProduct,
  aired: readonly ReviewProduct[],
  { products }: FindingFacts,
): Draft | null {
  const { airtimeMs, currency, productId } = product;
  const orders = product.ordersPaid ?? 0;
  const paid = product.paidMinor ?? 0;
  const others = aired.filter((other) => other !== product).map(perMinute);
  const middle = median(others);
  if (orders === 0 || paid <= 0 || middle === null || perMinute(product) > middle / 2) return null;
  const minutes = airtimeMs / MINUTE_MS;
  const likely = countRange(orders);
  const orderMinor = paid / orders;
  if (countRange(orders, OF_SEVERAL).high * orderMinor >= middle * minutes) return null;
  const half = middleHalf(others);
  const least = Math.max(0, half.low * minutes - likely.high * orderMinor);
  const mostLost = half.high * minutes - likely.low * orderMinor;
  const all = products.reduce((sum, each) => sum + each.airtimeMs, 0);
  const money = products
    .filter((each) => each.currency === currency)
    .reduce((sum, each) => sum + (each.paidMinor ?? 0), 0);
  return {
    subject: String(productId),
    cause: 'goods',
    isGood: false,
    effect: moneyEffect(-least, -mostLost, currency),
    stake: { in: 'money', minor: (middle - perMinute(product)) * minutes },
    confidence: others.length >= 4 && orders >= 10 ? 'high' : others.length >= 3 ? 'medium' : 'low',
    sample: others.length,
    evidence: [
      line('airtime', 'span', airtimeMs, { text: product.name }),
      line('orders', 'count', orders),
      line('paidPerMinute', 'money', perMinute(product), {
        currency,
        against: middle,
        versus: 'others',
        n: others.length,
      }),
      line('airtimeShare', 'share', airtimeMs / all),
      line('paidShare', 'share', paid / money),
    ],
    productId,
    params: {
      ...named(product),
      time: param.span(airtimeMs),
      orders: param.number(orders),
      share: param.share(perMinute(product) / middle),
      own: param.money(perMinute(product), currency),
      median: param.money(middle, currency),
      sample: param.number(others.length),
      airShare: param.share(airtimeMs / all),
      paidShare: param.share(paid / money),
      minutes: param.number(Math.max(3, Math.round(minutes / 2))),
      goal: param.money(middle / 2, currency),
    },
    proving: proves('productPaidPerMinute', 'up', perMinute(product), middle / 2, productId),
  };
}

export function perMinute({ paidMinor, airtimeMs }: ReviewProduct): number {
  return ((paidMinor ?? 0) * MINUTE_MS) / airtimeMs;
}

function lostIn({ stake }: Draft): number {
  return stake.in === 'money' ? stake.minor : 0;
}
