import { useState } from 'react';

import type { Mark } from '#shared/model/metrics.ts';
import type { Review } from '#shared/model/review.ts';
import { spanOfMark } from '#shared/rules/shows/mark-span.ts';

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

/**
 * What a mark stands for, or the minutes after a moment, held against before and after; of several
 * from the first until what the last stands for is over.
 */
export function compared(
  state: TimelineState,
  whole: Range,
  marks: readonly Pick<Mark, 'kind' | 'ts' | 'label'>[],
  review: Review,
): TimelineState {
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return state;
  const span = { ...spanOfMark(last, review), fromTs: first.ts };
  return { ...jumped(state, whole, first.ts), span, spanFromTs: null };
}
