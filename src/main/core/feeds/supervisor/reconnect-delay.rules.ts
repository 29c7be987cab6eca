/** Never sooner than this, so that a server that refuses at once is not hammered. */
export const MIN_RECONNECT_DELAY_MS = 500;
export const MAX_RECONNECT_DELAY_MS = 30_000;

/**
 * Full-jitter back-off: after `failedAttempts` attempts in a row (0 right after a working link), a
 * delay spread evenly between the minimum and a ceiling that doubles up to the maximum. `fraction`
 * is 0 <= n < 1, from the Randomness port. Milliseconds, whole.
 */
export function reconnectDelayMs(failedAttempts: number, fraction: number): number {
  // Beyond this the ceiling is reached anyway; larger powers would only overflow.
  const doublings = Math.min(Math.max(0, failedAttempts), 10);
  const ceilingMs = Math.min(MAX_RECONNECT_DELAY_MS, MIN_RECONNECT_DELAY_MS * 2 ** (doublings + 1));
  return Math.round(MIN_RECONNECT_DELAY_MS + fraction * (ceilingMs - MIN_RECONNECT_DELAY_MS));
}
