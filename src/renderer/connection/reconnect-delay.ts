/** A core that died is back within a second, so that long the screen asks again and again. */
const EAGER_FOR_MS = 10_000;
const EAGER_MS = 80;
const PATIENT_MS = 600;

/**
 * Milliseconds until the next attempt, with jitter, so that many screens do not come at once.
 * @param fraction 0 <= n < 1
 */
export function reconnectDelayMs(lostForMs: number, fraction: number): number {
  const base = lostForMs < EAGER_FOR_MS ? EAGER_MS : PATIENT_MS;
  return Math.round(base * (1 + fraction));
}
