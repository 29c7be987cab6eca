import type { ProvingMetric, ProvingValue } from '#shared/model/proving-metric.ts';
import { PROVING_TABLE } from './proving-value.ts';

/** A goal nearer than this would hardly be worth the work. */
const WORTHWHILE_SHARE = 0.15;
/** As far as two shows differ by chance (1.96, and √2 for two of them). */
const CHANCE_DEVIATIONS = 1.96 * Math.SQRT2;

/**
 * A goal for a figure: 15 % better, or as much as chance cannot do, whichever is more, so that
 * reaching it proves something. Rounded to what people say; null where the figure is not known.
 */
export function suggestedGoal(
  { metric, direction }: Pick<ProvingMetric, 'metric' | 'direction'>,
  now: ProvingValue,
): number | null {
  if (!now.known) return null;
  const step = Math.max(
    WORTHWHILE_SHARE * Math.abs(now.value),
    CHANCE_DEVIATIONS * (now.error ?? 0),
  );
  const goal = direction === 'up' ? now.value + step : Math.max(0, now.value - step);
  if (PROVING_TABLE[metric].unit !== 'share') return twoDigits(goal, direction);
  const share = Math.min(1, Math.max(0, goal));
  return Math.abs(share) < 0.1 ? twoDigits(share, direction) : Math.round(share * 100) / 100;
}

/** Never to the near side of what it was: 104 becomes 110, and 96 becomes 95 where less is better. */
function twoDigits(value: number, direction: ProvingMetric['direction']): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  const rounded = direction === 'up' ? Math.ceil(value / unit) : Math.floor(value / unit);
  return Number((rounded * unit).toPrecision(2));
}
