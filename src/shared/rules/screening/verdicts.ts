import type { Ratio, Verdict, VerdictReason } from '../../model/screening.ts';

export type Judged = { readonly verdict: Verdict; readonly reason: VerdictReason };

/** Shows in which it must have been before more is said of it than that. */
export const VERDICT_SHOWS_MIN = 3;
/** A product that comes back so many times as often as the others is no good seller. */
const REFUNDS_TIMES = 2;
/** Orders that a share of refunds must rest on. */
const REFUND_ORDERS_MIN = 30;

/**
 * Keep what brings more than its like in the same shows beyond chance (the 95 % interval is above 1),
 * drop what brings less, watch the rest. What sells and comes back twice as often as the others is
 * watched.
 */
export function productVerdict(
  ratio: Ratio | null,
  refunds: { readonly rate: number | null; readonly orders: number; readonly usual: number | null },
): Judged {
  if (ratio === null || ratio.n < VERDICT_SHOWS_MIN) return { verdict: 'watch', reason: 'tooFew' };
  if (ratio.high < 1) return { verdict: 'drop', reason: 'below' };
  const { rate, orders, usual } = refunds;
  const comesBack =
    rate !== null && usual !== null && orders >= REFUND_ORDERS_MIN && rate > usual * REFUNDS_TIMES;
  if (comesBack) return { verdict: 'watch', reason: 'refunds' };
  if (ratio.low > 1) return { verdict: 'keep', reason: 'above' };
  return { verdict: 'watch', reason: 'alike' };
}

/**
 * The cost of each claim against its like: keep what is cheaper, drop what is dearer beyond chance.
 * `ratio`: its cost over the median of all, by show.
 */
export function benefitVerdict(ratio: Ratio | null): Judged {
  if (ratio === null || ratio.n < VERDICT_SHOWS_MIN) return { verdict: 'watch', reason: 'tooFew' };
  if (ratio.low > 1) return { verdict: 'drop', reason: 'above' };
  if (ratio.high < 1) return { verdict: 'keep', reason: 'below' };
  return { verdict: 'watch', reason: 'alike' };
}

const RANK: Readonly<Record<Verdict, number>> = { keep: 0, watch: 1, drop: 2 };

/** Keep first, then what is watched; within each the larger size first, what has none last. */
export function byVerdict<T extends { readonly verdict: Verdict }>(
  size: (row: T) => number | null,
): (a: T, b: T) => number {
  return (a, b) =>
    RANK[a.verdict] - RANK[b.verdict] ||
    (size(b) ?? Number.NEGATIVE_INFINITY) - (size(a) ?? Number.NEGATIVE_INFINITY) ||
    0;
}
