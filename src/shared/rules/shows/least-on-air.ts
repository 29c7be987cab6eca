const LEAST_MS = 5 * 60_000;
const LEAST_SHARE = 0.1;

/**
 * How long an earlier show must have been on air for a show to be held against it, ms: five minutes,
 * and a tenth of this one. A show that was itself over sooner asks only for the tenth.
 */
export function leastOnAirMs(ownOnAirMs: number): number {
  const tenth = ownOnAirMs * LEAST_SHARE;
  return ownOnAirMs < LEAST_MS ? tenth : Math.max(LEAST_MS, tenth);
}
