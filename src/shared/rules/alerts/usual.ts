import type { WatchedFigure } from '../../model/alert-rule.ts';
import { median } from '../median.ts';

/** A past live show of the room, minute by minute since it went on air; null: not known then. */
export type PastShow = {
  readonly showId: number;
  /** 0 Sunday to 6, and hour 0 to 23, of the room's own clock when it went on air. */
  readonly weekday: number;
  readonly hour: number;
  readonly minutes: readonly Readonly<Record<WatchedFigure, number | null>>[];
};

/** The room's own median over past shows, and how far they lie around it. */
export type UsualMinute = {
  readonly median: number;
  /** Of one show around the median: 1.4826 times the median absolute deviation. */
  readonly deviation: number;
  /** Half of the shows lie between these. */
  readonly low: number;
  readonly high: number;
  readonly shows: number;
};

/** Before so many shows a room has no median of its own. */
export const LEAST_SHOWS = 3;

/**
 * Shows like this one: the same weekday and about the same hour where there are enough of them, else
 * all that are given.
 */
export function likeShows(
  past: readonly PastShow[],
  now: { readonly weekday: number; readonly hour: number },
): { readonly shows: readonly PastShow[]; readonly isAlike: boolean } {
  const alike = past.filter(
    ({ weekday, hour }) => weekday === now.weekday && hoursApart(hour, now.hour) <= 1,
  );
  if (alike.length >= LEAST_SHOWS) return { shows: alike, isAlike: true };
  return { shows: past, isAlike: false };
}

/**
 * The median over past shows of a figure in the window that ends with minute `at` of the show (0 is
 * the first). A count is added up, a level is its mean; a show that is not known throughout the
 * window, or was shorter, is left out. Null with fewer than three shows.
 */
export function usualAt(
  shows: readonly PastShow[],
  figure: WatchedFigure,
  at: number,
  windowMin: number,
): UsualMinute | null {
  if (at < windowMin - 1) return null;
  const values: number[] = [];
  for (const { minutes } of shows) {
    const window = minutes.slice(at - windowMin + 1, at + 1).map((minute) => minute[figure]);
    if (window.length < windowMin) continue;
    const known = window.flatMap((value) => value ?? []);
    if (known.length < windowMin) continue;
    const sum = known.reduce((before, value) => before + value, 0);
    values.push(figure === 'viewers' ? sum / windowMin : sum);
  }
  return spreadOf(values);
}

/** Median and spread of one figure over shows; null with fewer than three. */
export function spreadOf(values: readonly number[]): UsualMinute | null {
  const middle = median(values);
  if (middle === null || values.length < LEAST_SHOWS) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: middle,
    deviation: 1.4826 * (median(values.map((value) => Math.abs(value - middle))) ?? 0),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    shows: values.length,
  };
}

/** Linear between neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

function hoursApart(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, 24 - apart);
}
