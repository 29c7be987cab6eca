import type { ListedShow, ShowFigures } from '../../model/show-list.ts';
import { median } from '../median.ts';
import { leastOnAirMs } from './least-on-air.ts';

export type Against = 'previous' | 'median' | 'sameHour';

/** So many shows a median is of at most. */
export const BASELINE_SHOWS = 7;
/** Under so many a median says little. */
export const SMALL_SAMPLE = 3;
/** Shows of the same weekday count when they began at most so far apart. */
const SAME_HOUR_MINUTES = 60;
const WEEK_MINUTES = 7 * 1440;

export type Sample = {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

export type Baseline = {
  readonly of: readonly ListedShow[];
  /** Live shows before it that were left out: of another currency, or on other platforms. */
  readonly otherCurrency: number;
  readonly otherPlatforms: number;
  /** And those that were on air too shortly. */
  readonly tooShort: number;
  /** Null where no show of it knows the figure; what is not known is never counted as 0. */
  figure(key: keyof ShowFigures): Sample | null;
};

/**
 * What a show is held against: live shows of the room before it, in its currency and on its
 * platforms, that were on air long enough. `shows` in any order.
 */
export function baselineOf(
  shows: readonly ListedShow[],
  own: ListedShow,
  against: Against,
): Baseline {
  const earlier = shows
    .filter(
      (show) =>
        show.id !== own.id &&
        show.origin === 'live' &&
        show.figures !== null &&
        show.startedTs !== null &&
        show.startedTs < (own.startedTs ?? own.createdTs) &&
        (against !== 'sameHour' || isSameHour(show, own)),
    )
    .toSorted((a, b) => (b.startedTs ?? 0) - (a.startedTs ?? 0));
  const inCurrency = earlier.filter(({ currency }) => currency === own.currency);
  const alike = inCurrency.filter((show) => isOnSame(show, own));
  const leastMs = leastOnAirMs(own.figures?.onAirMs ?? 0);
  const longEnough = alike.filter(({ figures }) => (figures?.onAirMs ?? 0) >= leastMs);
  const of = longEnough.slice(0, against === 'previous' ? 1 : BASELINE_SHOWS);
  return {
    of,
    otherCurrency: earlier.length - inCurrency.length,
    otherPlatforms: inCurrency.length - alike.length,
    tooShort: alike.length - longEnough.length,
    figure: (key) => sampleOf(of.map(({ figures }) => figures?.[key] ?? null)),
  };
}

export function sampleOf(values: readonly (number | null)[]): Sample | null {
  const known = values.flatMap((value) => value ?? []);
  const middle = median(known);
  if (middle === null) return null;
  return { median: middle, low: Math.min(...known), high: Math.max(...known), n: known.length };
}

function isOnSame(a: ListedShow, b: ListedShow): boolean {
  return (
    a.platforms.length === b.platforms.length &&
    a.platforms.every((platform) => b.platforms.includes(platform))
  );
}

/** Over midnight too: Sunday 23:50 and Monday 0:10 are twenty minutes apart. */
function isSameHour(a: ListedShow, b: ListedShow): boolean {
  const [left, right] = [weekMinute(a), weekMinute(b)];
  if (left === null || right === null) return false;
  const apart = Math.abs(left - right);
  return Math.min(apart, WEEK_MINUTES - apart) <= SAME_HOUR_MINUTES;
}

function weekMinute({ weekday, dayMinute }: ListedShow): number | null {
  return weekday === null || dayMinute === null ? null : weekday * 1440 + dayMinute;
}
