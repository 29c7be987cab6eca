import type { Source } from '../model/source.ts';

/** A smaller difference is delivery and rounding; a larger one makes every shown time wrong. */
export const CLOCK_WRONG_FROM_MS = 60_000;

/** Cuedesk is younger: a clock that says less was never set, or its battery is empty. */
const CLOCK_LEAST_TS = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

/**
 * Why this machine's clock cannot be right, told without any platform: before 2020, or more than a
 * day before the newest thing in the store; null when nothing speaks against it. UTC milliseconds.
 */
export function clockDoubt(
  nowTs: number,
  storeNewestTs: number | null,
): 'before_2020' | 'before_store' | null {
  if (nowTs < CLOCK_LEAST_TS) return 'before_2020';
  return storeNewestTs !== null && storeNewestTs - nowTs > DAY_MS ? 'before_store' : null;
}

/** Whether this source's platform and this machine disagree about the time. */
export function isClockWrong(source: Pick<Source, 'clockAheadMs'>): boolean {
  return Math.abs(source.clockAheadMs ?? 0) > CLOCK_WRONG_FROM_MS;
}

/**
 * By how much this machine's clock is ahead of the platforms' (negative: behind), milliseconds; null
 * when it is right. One platform alone among several that differs has itself a wrong clock: all that
 * are sure must agree, and the smallest difference is told.
 */
export function machineClockAheadMs(
  sources: readonly Pick<Source, 'clockAheadMs'>[],
): number | null {
  const sure = sources.filter(({ clockAheadMs }) => clockAheadMs !== null);
  const [first] = sure;
  if (first === undefined || !sure.every(isClockWrong)) return null;
  const signs = new Set(sure.map(({ clockAheadMs }) => Math.sign(clockAheadMs ?? 0)));
  if (signs.size > 1) return null;
  return sure.reduce<number>(
    (least, { clockAheadMs }) =>
      Math.abs(clockAheadMs ?? 0) < Math.abs(least) ? (clockAheadMs ?? 0) : least,
    first.clockAheadMs ?? 0,
  );
}
