import type { ImprovementItem, Judgement, JudgementReason } from '#shared/model/improvement.ts';
import type { ProvingValue } from '#shared/model/proving-metric.ts';

/** A change of less than this part of the baseline is none, however certain it is. */
export const NOTABLE_SHARE = 0.05;
/** The same where nobody can say what chance would give. */
export const UNSURE_SHARE = 0.25;
/** Two-sided 95 %: chance alone passes it in one show of twenty. */
const CHANCE_DEVIATIONS = 1.96;

type Judged = Pick<ImprovementItem, 'proving' | 'baselineError' | 'currency'>;

/**
 * What a show says of an item: its proving figure there against the baseline.
 *
 * A change counts when it is at least NOTABLE_SHARE of the baseline and more than chance would give:
 * 1.96 times the standard error of the difference, from the errors of both figures (how each would
 * move were its show held again) or from how the figure moves between shows of the room (`spread`, a
 * standard deviation; a difference of two shows has √2 of it), whichever is larger. Where neither is
 * known, it must be UNSURE_SHARE of the baseline.
 *
 * kept: it counts, for the better, and the goal is reached; or the baseline met the goal already and
 * still does. improved, worse: it counts. unchanged: it does not. unknown: there is nothing to compare.
 */
export function judge(item: Judged, now: ProvingValue, spread: number | null): Judgement {
  const { proving, baselineError, currency } = item;
  if (proving === null) return unknown('no_metric', now);
  const { baseline, goal, direction } = proving;
  if (!now.known) return unknown(now.reason, now);
  if (baseline === null) return unknown('no_baseline', now);
  if (now.currency !== currency) return unknown('currency_differs', now);
  const better = direction === 'up' ? 1 : -1;
  const gain = (now.value - baseline) * better;
  const isMet = (value: number): boolean => goal !== null && (value - goal) * better >= 0;
  const chance = chanceOf(baselineError, now.error, spread);
  const least = (chance === null ? UNSURE_SHARE : NOTABLE_SHARE) * Math.abs(baseline);
  const size = Math.abs(gain);
  const isMore = size > (chance ?? 0);
  const counts = size >= least && isMore;
  const told = { now: now.value, n: now.n, chance };
  if (counts && gain < 0) return { verdict: 'worse', reason: null, ...told };
  const isReached = isMet(now.value);
  if (isReached && (counts || isMet(baseline))) return { verdict: 'kept', reason: null, ...told };
  if (counts) return { verdict: 'improved', reason: null, ...told };
  const small = isMore || gain === 0 ? 'too_small' : 'within_chance';
  return { verdict: 'unchanged', reason: isReached ? 'goal_within_chance' : small, ...told };
}

/** By how much two shows differ by chance, nineteen times in twenty at most; null: nobody can say. */
function chanceOf(
  before: number | null,
  after: number | null,
  spread: number | null,
): number | null {
  const within = before === null || after === null ? null : Math.hypot(before, after);
  const between = spread === null ? null : spread * Math.SQRT2;
  if (within === null && between === null) return null;
  return CHANCE_DEVIATIONS * Math.max(within ?? 0, between ?? 0);
}

function unknown(reason: JudgementReason, now: ProvingValue): Judgement {
  const known = now.known ? { now: now.value, n: now.n } : { now: null, n: null };
  return { verdict: 'unknown', reason, ...known, chance: null };
}

/** Kept in the last two shows that could say anything: it has become a habit. */
export function canClose(judgements: readonly Judgement[]): boolean {
  const told = judgements.filter(({ verdict }) => verdict !== 'unknown').slice(-2);
  return told.length === 2 && told.every(({ verdict }) => verdict === 'kept');
}
