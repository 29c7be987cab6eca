import { useState } from 'react';

import { MINUTE_MS, type TimelineRow } from '../timeline-data.ts';
import { showing, within, type Range } from './range.ts';
import type { TimelineState } from './timeline-keys.ts';

/** Around a moment that is jumped to. */
const JUMP_SPAN_MS = 10 * MINUTE_MS;

/** From the first minute to the end of the last. */
export function wholeRange(rows: readonly TimelineRow[]): Range {
  const fromTs = rows[0]?.ts ?? 0;
  return { fromTs, toTs: (rows.at(-1)?.ts ?? fromTs) + MINUTE_MS };
}

/** What of the show is shown, pointed at and chosen; it begins at a moment where one is given. */
export function useTimeline(
  whole: Range,
  momentTs: number | null,
): {
  readonly state: TimelineState;
  setState(state: TimelineState): void;
} {
  const [state, setState] = useState<TimelineState>({
    range: whole,
    cursorTs: momentTs,
    span: null,
    spanFromTs: null,
  });
  return { state, setState };
}

/** Pointed at the moment, which is brought into sight; looked at as closely as it was. */
export function jumped(state: TimelineState, whole: Range, ts: number): TimelineState {
  return { ...state, cursorTs: ts, range: showing(state.range, whole, ts) };
}

/** Close enough to a moment for its seconds. */
export function closeTo(state: TimelineState, whole: Range, ts: number): TimelineState {
  const half = JUMP_SPAN_MS / 10;
  return { ...state, cursorTs: ts, range: within({ fromTs: ts - half, toTs: ts + half }, whole) };
}
