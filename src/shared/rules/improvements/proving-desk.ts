import type { ProvingValue } from '#shared/model/proving-metric.ts';
import type { Review } from '#shared/model/review.ts';
import { median } from '../median.ts';
import { HOUR_MINUTES, minutesOnAir, told, unknown } from './proving-show.ts';
import { countError, deviationOf, shareError } from './standard-error.ts';

const MINUTE_MS = 60_000;
/** Without a cue or a push for so long the host was left alone. */
const SILENT_MS = 10 * MINUTE_MS;
/** A block that ran over by less is on time. */
const OVER_MS = MINUTE_MS;
/** A median's standard error over a mean's, for what is spread evenly about it. */
const MEDIAN_OVER_MEAN = 1.2533;

/** Of the cues that were not withdrawn: those that a screen showed, or the host did. */
export function cuesRate({ cues }: Review, did: 'shown' | 'done'): ProvingValue {
  const counted = cues.filter(({ state }) => state !== 'withdrawn');
  const hits = counted.filter((cue) =>
    did === 'done' ? cue.doneDelayMs !== null : cue.shownDelayMs !== null,
  );
  return rate(hits.length, counted.length);
}

/** Median milliseconds from a cue to its being done. */
export function cueDoneDelay({ cues }: Review): ProvingValue {
  const delays = cues.flatMap(({ doneDelayMs }) => doneDelayMs ?? []);
  const middle = median(delays);
  if (middle === null) return unknown('no_cases');
  const spread = deviationOf(delays) / Math.sqrt(delays.length);
  return told(middle, delays.length, delays.length < 3 ? null : MEDIAN_OVER_MEAN * spread);
}

/** Of the time on air: what lay in stretches of ten minutes and more without a cue or a push. */
export function silenceShare(review: Review): ProvingValue {
  const { show, minutes, pushes, cues } = review;
  const last = minutes.at(-1);
  if (minutesOnAir(review) === null || show.startedTs === null || last === undefined)
    return unknown('too_short');
  const endTs = show.endedTs ?? (last.minute + 1) * MINUTE_MS;
  const acts = [
    ...pushes.filter(({ state }) => state !== 'undone').map(({ goTs }) => goTs),
    ...cues.map(({ sentTs }) => sentTs),
  ].filter((ts) => ts > (show.startedTs ?? 0) && ts < endTs);
  const edges = [show.startedTs, ...acts, endTs].sort((a, b) => a - b);
  const silentMs = edges.reduce((sum, edge, index) => {
    const length = (edges[index + 1] ?? edge) - edge;
    return sum + (length >= SILENT_MS ? length : 0);
  }, 0);
  return told(silentMs / Math.max(1, endTs - show.startedTs), acts.length, 0);
}

/** Of the show: what no source heard anything of, one lost source of two counting as half of it. */
export function gapShare(review: Review): ProvingValue {
  const { totals, gaps, platforms } = review;
  if (minutesOnAir(review) === null) return unknown('too_short');
  const lost = gaps.reduce((sum, { fromTs, toTs, sourceLabel }) => {
    const share = sourceLabel === null ? 1 : 1 / Math.max(1, platforms.length);
    return sum + (toTs - fromTs) * share;
  }, 0);
  return told(Math.min(1, lost / totals.onAirMs), gaps.length, 0);
}

/** Slips of the host, warnings of a platform: things that come by themselves, for an hour on air. */
export function perHour(review: Review, count: number): ProvingValue {
  const minutes = minutesOnAir(review);
  if (minutes === null) return unknown('too_short');
  const hours = minutes / HOUR_MINUTES;
  return told(count / hours, count, countError(count) / hours);
}

/** Of the promises that came out one way or the other. */
export function promisesKept({ promises }: Review): ProvingValue {
  const kept = promises.filter(({ outcome }) => outcome === 'kept').length;
  const broken = promises.filter(({ outcome }) => outcome === 'broken').length;
  return rate(kept, kept + broken);
}

/** Of the blocks that ran and had a length: those that took over a minute more. */
export function blocksOver({ blocks }: Review): ProvingValue {
  const ran = blocks.flatMap(({ plannedMs, tookMs }) =>
    plannedMs === null || tookMs === null ? [] : [tookMs - plannedMs],
  );
  return rate(ran.filter((over) => over > OVER_MS).length, ran.length);
}

function rate(hits: number, cases: number): ProvingValue {
  return cases === 0 ? unknown('no_cases') : told(hits / cases, cases, shareError(hits, cases));
}
