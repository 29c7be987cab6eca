import { SERIES_STEP_MS, type Mark, type SeriesPoint } from '#shared/model/metrics.ts';

/** 30 minutes. */
export const RECENT_MS = 30 * 60_000;
/** Points that are drawn at most: a long show is thinned, its shape stays. */
const POINTS_MAX = 1_440;

type Column = (number | null)[];

/** One point each step of time, in seconds for the chart; a step without data is a hole. */
export interface ChartData {
  readonly x: number[];
  readonly viewers: Column;
  readonly chat: Column;
  readonly orders: Column;
  readonly fromTs: number;
  readonly toTs: number;
}

export interface Span {
  readonly fromTs: number;
  readonly toTs: number;
}

const toStep = (ts: number): number => Math.floor(ts / SERIES_STEP_MS) * SERIES_STEP_MS;

/**
 * The span that is drawn, in show time: the last 30 minutes up to the newest point, or all of it.
 * Null before the first point. A young show begins at the left edge instead of in mid-air.
 */
export function chartSpan(series: readonly SeriesPoint[], isWhole: boolean): Span | null {
  const first = series[0];
  const last = series[series.length - 1];
  if (first === undefined || last === undefined) return null;
  const toTs = toStep(last.ts);
  const firstTs = toStep(first.ts);
  if (isWhole) return { fromTs: firstTs, toTs: Math.max(toTs, firstTs + SERIES_STEP_MS) };
  if (toTs - firstTs < RECENT_MS) return { fromTs: firstTs, toTs: firstTs + RECENT_MS };
  return { fromTs: toTs - RECENT_MS, toTs };
}

/** Arrays of a fixed length for the span, whatever points there are. */
export function chartData(series: readonly SeriesPoint[], span: Span): ChartData {
  const steps = (span.toTs - span.fromTs) / SERIES_STEP_MS + 1;
  const stride = Math.max(1, Math.ceil(steps / POINTS_MAX));
  const length = Math.ceil(steps / stride);
  const hole = (): Column => Array.from<number | null>({ length }).fill(null);
  const [viewers, chat, orders] = [hole(), hole(), hole()];
  for (const point of series) {
    if (point.ts < span.fromTs || point.ts > span.toTs + SERIES_STEP_MS) continue;
    const index = Math.floor((point.ts - span.fromTs) / SERIES_STEP_MS / stride);
    if (index >= length) continue;
    viewers[index] = higher(viewers[index], point.viewers);
    chat[index] = higher(chat[index], point.chatPerMinute);
    orders[index] = higher(orders[index], point.ordersPerMinute);
  }
  const x = Array.from(
    { length },
    (_, index) => (span.fromTs + index * stride * SERIES_STEP_MS) / 1000,
  );
  return { x, viewers, chat, orders, ...span };
}

/** Thinning keeps the peaks: a spike that vanishes would be a lie. */
function higher(a: number | null | undefined, b: number | null): number | null {
  if (a === null || a === undefined) return b;
  return b === null ? a : Math.max(a, b);
}

/** Shorter holes are a late point, not a gap. */
const GAP_STEPS = 3;

/** Spans without any data between known points, drawn as bands. Seconds of show time. */
export function gapBands(
  data: ChartData,
): readonly { readonly from: number; readonly to: number }[] {
  const bands: { from: number; to: number }[] = [];
  let lastKnown: number | null = null;
  for (const [index, x] of data.x.entries()) {
    const isKnown = [data.viewers, data.chat, data.orders].some(
      (column) => (column[index] ?? null) !== null,
    );
    if (!isKnown) continue;
    const before: number | undefined = lastKnown === null ? undefined : data.x[lastKnown];
    if (before !== undefined && lastKnown !== null && index - lastKnown > GAP_STEPS) {
      bands.push({ from: before, to: x });
    }
    lastKnown = index;
  }
  return bands;
}

/** A mark is read where the pointer is nearer than this. */
const MARK_REACH_PX = 8;

/** Marks at the pointer, in order of time. `pxPerMs` is how wide the chart draws a millisecond. */
export function marksNear(marks: readonly Mark[], ts: number, pxPerMs: number): readonly Mark[] {
  return marks.filter((mark) => Math.abs(mark.ts - ts) * pxPerMs <= MARK_REACH_PX);
}
