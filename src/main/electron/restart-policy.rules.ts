const WINDOW_MS = 60_000;
const MOST_RESTARTS = 6;
const BASE_DELAY_MS = 150;
const LONGEST_DELAY_MS = 4_000;

export type RestartDecision =
  | { readonly kind: 'restart'; readonly delayMs: number }
  | { readonly kind: 'give_up' };

/**
 * What to do when the core has died: start it again after a full-jitter delay, or give up when it
 * died too often within a minute. `deaths` are monotonic milliseconds, this one included.
 */
export function decideRestart(
  deaths: readonly number[],
  nowMs: number,
  fraction: number,
): RestartDecision {
  const recent = recentDeaths(deaths, nowMs).length;
  if (recent > MOST_RESTARTS) return { kind: 'give_up' };
  const limitMs = Math.min(LONGEST_DELAY_MS, BASE_DELAY_MS * 2 ** recent);
  return { kind: 'restart', delayMs: Math.round(fraction * limitMs) };
}

export function recentDeaths(deaths: readonly number[], nowMs: number): readonly number[] {
  return deaths.filter((at) => nowMs - at < WINDOW_MS);
}
