import type { Source } from '../model/source.ts';

/** A smaller difference is delivery and rounding; a larger one makes every shown time wrong. */
export const CLOCK_WRONG_FROM_MS = 60_000;

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
