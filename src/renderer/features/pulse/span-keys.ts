import { SERIES_STEP_MS } from '#shared/model/metrics.ts';
import type { TimeSpan } from '#shared/rules/span-comparison.ts';

const FIRST_MS = 300_000;
const STEP_MS = 60_000;
const LEAST_MS = 60_000;

/** The five minutes before the end of what is drawn. */
export function lastMinutes(drawn: TimeSpan): TimeSpan {
  const toTs = drawn.toTs + SERIES_STEP_MS;
  return { fromTs: Math.max(drawn.fromTs, toTs - FIRST_MS), toTs };
}

/**
 * The stretch after a key in the chart: an arrow selects the last five minutes, or moves
 * them a minute; with Shift it moves their end alone; Esc lets go. Undefined for any other key.
 *
 * @param drawn what the chart shows: a stretch stays inside.
 */
export function spanAfterKey(
  span: TimeSpan | null,
  key: string,
  hasShift: boolean,
  drawn: TimeSpan,
): TimeSpan | null | undefined {
  if (key === 'Escape') return span === null ? undefined : null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  if (span === null) return lastMinutes(drawn);
  const end = drawn.toTs + SERIES_STEP_MS;
  const step = key === 'ArrowLeft' ? -STEP_MS : STEP_MS;
  if (hasShift) {
    const toTs = Math.min(Math.max(span.toTs + step, span.fromTs + LEAST_MS), end);
    return { ...span, toTs };
  }
  const least = drawn.fromTs - span.fromTs;
  const most = end - span.toTs;
  const moved = Math.min(Math.max(step, Math.min(0, least)), Math.max(0, most));
  return { fromTs: span.fromTs + moved, toTs: span.toTs + moved };
}
