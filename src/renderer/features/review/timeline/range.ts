/** A span of show time, milliseconds. */
export type Range = { readonly fromTs: number; readonly toTs: number };

/** No closer than this can be looked. */
export const LEAST_SPAN_MS = 10_000;
/** A press or a turn of the wheel shows so much of what was shown. */
export const ZOOM_STEP = 0.5;

export function spanOf({ fromTs, toTs }: Range): number {
  return toTs - fromTs;
}

/** Kept inside the whole, and no closer than can be looked; its length is kept where it can be. */
export function within(range: Range, whole: Range): Range {
  const least = Math.min(LEAST_SPAN_MS, spanOf(whole));
  const span = Math.min(spanOf(whole), Math.max(least, spanOf(range)));
  const fromTs = Math.min(Math.max(range.fromTs, whole.fromTs), whole.toTs - span);
  return { fromTs, toTs: fromTs + span };
}

/** `factor` below 1 looks closer, above 1 from farther; the moment stays where it is drawn. */
export function zoomed(range: Range, whole: Range, factor: number, atTs: number): Range {
  const least = Math.min(LEAST_SPAN_MS, spanOf(whole));
  const span = Math.min(spanOf(whole), Math.max(least, spanOf(range) * factor));
  const held = Math.min(Math.max(atTs, range.fromTs), range.toTs);
  const place = spanOf(range) === 0 ? 0.5 : (held - range.fromTs) / spanOf(range);
  const fromTs = held - span * place;
  return within({ fromTs, toTs: fromTs + span }, whole);
}

/** Moved by a share of what is shown; positive is later. */
export function moved(range: Range, whole: Range, share: number): Range {
  const by = spanOf(range) * share;
  return within({ fromTs: range.fromTs + by, toTs: range.toTs + by }, whole);
}

/** So that the moment is in sight, in the middle where it was not. */
export function showing(range: Range, whole: Range, ts: number): Range {
  if (ts >= range.fromTs && ts <= range.toTs) return range;
  const half = spanOf(range) / 2;
  return within({ fromTs: ts - half, toTs: ts + half }, whole);
}
