import type { ReviewProduct } from '../../../model/review.ts';
import { median } from '../../median.ts';
import type { FindingFacts } from '../facts.ts';
import {
  effect,
  found,
  line,
  named,
  param,
  proves,
  quiet,
  type Detector,
  type Draft,
} from '../outcome.ts';
import { shareRange } from '../ranges.ts';
import { airingsOf } from '../spans.ts';

/** A rate says nothing before so many clicks. */
const LEAST_CLICKS = 100;
/** Weak below this share, by practitioners' writing (518wcb.com/7918): a preset, no platform's fact. */
const PRESET = 0.05;
const LEAST_OTHERS = 3;

type Clicked = {
  readonly product: ReviewProduct;
  readonly clicks: number;
  readonly orders: number;
};

/**
 * Clicks but few orders: paid orders for each click (CTOR, orders by clicks) while the product was on
 * the shelf. Under half of the median of at least three others, else under the preset; and the most
 * that its figures allow (Wilson, 95 %) lies under that too.
 */
export const lowCtor: Detector = {
  name: 'low_ctor',
  find(facts) {
    if (!facts.totals.ordersPaid.known) return quiet('no_orders');
    const clicked = facts.products.flatMap((product) => clickedOf(product, facts) ?? []);
    if (clicked.length === 0) return quiet('no_clicks');
    const enough = clicked.filter(({ clicks }) => clicks >= LEAST_CLICKS);
    if (enough.length === 0) return quiet('few_clicks');
    const drafts = enough.flatMap((each) => draftOf(each, enough, facts) ?? []);
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

function clickedOf(product: ReviewProduct, { pushes }: FindingFacts): Clicked | null {
  let clicks = 0;
  let orders = 0;
  let hasClicks = false;
  for (const { productId, airing } of pushes) {
    if (productId !== product.productId || airing === null || airing.during.clicks === null)
      continue;
    hasClicks = true;
    clicks += airing.during.clicks;
    orders += airing.during.ordersPaid ?? 0;
  }
  return hasClicks ? { product, clicks, orders } : null;
}

function draftOf(
  { product, clicks, orders }: Clicked,
  all: readonly Clicked[],
  facts: FindingFacts,
): Draft | null {
  const others = all.filter((each) => each.product !== product);
  const middle = median(others.map((each) => each.orders / each.clicks)) ?? 0;
  const isOthers = others.length >= LEAST_OTHERS && middle > 0;
  const limit = isOthers ? middle / 2 : PRESET;
  const against = isOthers ? middle : PRESET;
  if (shareRange(orders, clicks).high >= limit) return null;
  const share = orders / clicks;
  const lost = (against - share) * clicks;
  const [first = null] = airingsOf(facts, product.productId);
  return {
    subject: String(product.productId),
    cause: 'goods',
    isGood: false,
    effect: effect(
      'orders',
      -Math.round((against - shareRange(orders, clicks).low) * clicks),
      -Math.round(Math.max(0, (against - shareRange(orders, clicks).high) * clicks)),
    ),
    stake: { in: 'orders', orders: lost },
    confidence: isOthers ? 'high' : 'medium',
    sample: isOthers ? others.length : clicks,
    evidence: [
      line('ctor', 'share', share, {
        against,
        versus: isOthers ? 'others' : 'preset',
        n: isOthers ? others.length : clicks,
        text: product.name,
        span: first,
      }),
      line('clicks', 'count', clicks),
      line('orders', 'count', orders),
    ],
    productId: product.productId,
    params: {
      ...named(product),
      clicks: param.number(clicks),
      orders: param.number(orders),
      share: param.share(share),
      against: param.share(against),
      goal: param.share(limit),
    },
    proving: proves('productOrdersPerHour', 'up', null, null, product.productId),
  };
}
