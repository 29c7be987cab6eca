import type { ProvingValue } from '#shared/model/proving-metric.ts';
import type { Review } from '#shared/model/review.ts';
import { median } from '../median.ts';
import { told, unknown } from './proving-show.ts';
import { deviationOf, shareError } from './standard-error.ts';

/** A median's standard error over a mean's, for what is spread evenly about it. */
const MEDIAN_OVER_MEAN = 1.2533;

/** Of the orders that were placed: those that were not paid for. */
export function unpaidShare({ totals }: Review): ProvingValue {
  const { ordersPlaced, ordersPaid } = totals;
  if (!ordersPlaced.known || !ordersPaid.known) return unknown('not_told');
  const placed = ordersPlaced.value;
  const unpaid = placed - ordersPaid.value;
  // More paid than placed: a platform that tells payments alone.
  if (unpaid < 0) return unknown('not_told');
  if (placed === 0) return unknown('no_cases');
  return told(unpaid / placed, placed, shareError(unpaid, placed));
}

/** Median milliseconds from GO to the last target that showed it. */
export function pushDelay({ pushes }: Review): ProvingValue {
  const delays = pushes.flatMap(({ state, targets }) => {
    const answered = targets.flatMap(({ delayMs }) => delayMs ?? []);
    return state === 'undone' || answered.length === 0 ? [] : [Math.max(...answered)];
  });
  const middle = median(delays);
  if (middle === null) return unknown('no_cases');
  const spread = deviationOf(delays) / Math.sqrt(delays.length);
  return told(middle, delays.length, delays.length < 3 ? null : MEDIAN_OVER_MEAN * spread);
}
