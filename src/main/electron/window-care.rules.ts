import { DESK_URL } from './app-origin.ts';

const WINDOW_MS = 60_000;
const MOST_RETURNS = 3;

/** Told to a page that was loaded anew after its process died; the desk says so. */
const RETURNED = 'returned';

/**
 * Whether a window whose page's process died is loaded anew. `deaths` are monotonic milliseconds,
 * this one included; more than three within a minute are no accident.
 */
export function mayReturn(deaths: readonly number[], nowMs: number): boolean {
  return recent(deaths, nowMs).length <= MOST_RETURNS;
}

export function recent(deaths: readonly number[], nowMs: number): readonly number[] {
  return deaths.filter((at) => nowMs - at < WINDOW_MS);
}

/** The address that was open, so that another room stays another room; the desk where it was none. */
export function returnUrl(openUrl: string): string {
  const url = new URL(openUrl.startsWith(DESK_URL) ? openUrl : DESK_URL);
  url.searchParams.set(RETURNED, '1');
  return url.href;
}
