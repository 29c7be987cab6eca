const WINDOW_MS = 60_000;
const MOST_EARLY_DEATHS = 6;
const BASE_DELAY_MS = 150;
const LONGEST_DELAY_MS = 4_000;
const HEALTHY_AFTER_MS = 1_000;

export type RestartDecision =
  | { readonly kind: 'restart'; readonly delayMs: number }
  | { readonly kind: 'give_up' };

/**
 * Whether a core that died had served: then its death was an accident, and the show waits for it.
 * `readyMs` null: it never came up.
 */
export function hadServed(readyMs: number | null, nowMs: number): boolean {
  return readyMs !== null && nowMs - readyMs > HEALTHY_AFTER_MS;
}

/**
 * What to do when the core has died: start it again – at once after an accident or a first early
 * death, after a full-jitter delay otherwise – or give up when it died too often before it served.
 * `earlyDeaths` are monotonic milliseconds of the deaths before it served, this one included.
 */
export function decideRestart(
  earlyDeaths: readonly number[],
  nowMs: number,
  fraction: number,
): RestartDecision {
  const recent = recentDeaths(earlyDeaths, nowMs).length;
  if (recent > MOST_EARLY_DEATHS) return { kind: 'give_up' };
  if (recent <= 1) return { kind: 'restart', delayMs: 0 };
  const limitMs = Math.min(LONGEST_DELAY_MS, BASE_DELAY_MS * 2 ** (recent - 1));
  return { kind: 'restart', delayMs: Math.round(fraction * limitMs) };
}

export function recentDeaths(deaths: readonly number[], nowMs: number): readonly number[] {
  return deaths.filter((at) => nowMs - at < WINDOW_MS);
}
