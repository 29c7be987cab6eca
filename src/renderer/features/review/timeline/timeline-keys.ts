import type { ComparedSpan } from '#shared/rules/shows/compare-span.ts';

import { moved, showing, zoomed, ZOOM_STEP, type Range } from './range.ts';

export type TimelineState = {
  readonly range: Range;
  /** The moment that is pointed at; null for none. */
  readonly cursorTs: number | null;
  /** What was chosen to be looked at by itself; null for nothing. */
  readonly span: ComparedSpan | null;
  /** Where a span was begun by key; null where none is. */
  readonly spanFromTs: number | null;
};

/** What is drawn: the whole show, and the moments that can be pointed at. */
export type TimelineView = {
  readonly whole: Range;
  readonly moments: readonly number[];
};

/** A page of what is shown. */
const PAGE = 0.8;

/** What a key makes of the timeline; null for one that it does not use. */
export function keyed(
  state: TimelineState,
  { whole, moments }: TimelineView,
  key: string,
  isShifted: boolean,
): TimelineState | null {
  const { range, cursorTs } = state;
  const at = cursorTs ?? (range.fromTs + range.toTs) / 2;
  switch (key) {
    case '+':
    case '=':
      return { ...state, range: zoomed(range, whole, ZOOM_STEP, at) };
    case '-':
    case '_':
      return { ...state, range: zoomed(range, whole, 1 / ZOOM_STEP, at) };
    case '0':
      return { ...state, range: whole };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const way = key === 'ArrowLeft' ? -1 : 1;
      if (isShifted) return { ...state, range: moved(range, whole, way / 4) };
      return pointed(state, whole, stepped(moments, state, way));
    }
    case 'PageUp':
      return { ...state, range: moved(range, whole, -PAGE) };
    case 'PageDown':
      return { ...state, range: moved(range, whole, PAGE) };
    case 'Home':
      return pointed(state, whole, moments[0] ?? null);
    case 'End':
      return pointed(state, whole, moments.at(-1) ?? null);
    case 'Enter':
      return chosen(state);
    case 'Escape':
      return state.span === null && state.spanFromTs === null
        ? null
        : { ...state, span: null, spanFromTs: null };
    default:
      return null;
  }
}

function pointed(state: TimelineState, whole: Range, ts: number | null): TimelineState {
  if (ts === null) return state;
  return { ...state, cursorTs: ts, range: showing(state.range, whole, ts) };
}

/** The next moment; from no moment the first that is in sight, or the last. */
function stepped(moments: readonly number[], state: TimelineState, way: 1 | -1): number | null {
  const { cursorTs, range } = state;
  if (cursorTs === null) {
    const seen = moments.filter((ts) => ts >= range.fromTs && ts <= range.toTs);
    return (way > 0 ? seen[0] : seen.at(-1)) ?? null;
  }
  return way > 0
    ? (moments.find((ts) => ts > cursorTs) ?? moments.at(-1) ?? null)
    : (moments.findLast((ts) => ts < cursorTs) ?? moments[0] ?? null);
}

/** The first press begins a span, the second ends it. */
function chosen(state: TimelineState): TimelineState {
  const { cursorTs, spanFromTs } = state;
  if (cursorTs === null) return state;
  if (spanFromTs === null || spanFromTs === cursorTs) {
    return { ...state, spanFromTs: cursorTs, span: null };
  }
  const [fromTs, toTs] = [Math.min(spanFromTs, cursorTs), Math.max(spanFromTs, cursorTs)];
  return { ...state, spanFromTs: null, span: { fromTs, toTs } };
}
