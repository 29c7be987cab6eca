import type { SeriesPoint } from '../model/metrics.ts';

/** A stretch of show time, milliseconds. */
export type TimeSpan = { readonly fromTs: number; readonly toTs: number };

type SeriesName = Exclude<keyof SeriesPoint, 'ts'>;

/** Means of one series; null where nothing is known. */
export type SpanMeans = {
  readonly before: number | null;
  readonly during: number | null;
  readonly after: number | null;
};

export type SpanComparison = {
  readonly [name in SeriesName]: SpanMeans;
} & {
  /** The time after the stretch is not over yet: its means are of what there is. */
  readonly isAfterPartial: boolean;
};

/** A trailing minute belongs to a stretch only when all of it lies inside. */
const TRAILING_MS = 60_000;

/**
 * Before, during and after: the means of the stretch, and of as much time on either side of it.
 * Viewers are means of the samples; chat and orders a minute of those trailing minutes that lie
 * wholly inside, so that neither side holds the other's messages – a stretch of less than a minute
 * has none.
 */
export function compareSpan(series: readonly SeriesPoint[], span: TimeSpan): SpanComparison {
  const length = span.toTs - span.fromTs;
  const newestTs = series.at(-1)?.ts ?? span.toTs;
  const spans = {
    before: { fromTs: span.fromTs - length, toTs: span.fromTs },
    during: span,
    after: { fromTs: span.toTs, toTs: span.toTs + length },
  };
  const meansOf = (name: SeriesName, trailingMs: number): SpanMeans => ({
    before: mean(series, name, spans.before, trailingMs),
    during: mean(series, name, spans.during, trailingMs),
    after: mean(series, name, spans.after, trailingMs),
  });
  return {
    viewers: meansOf('viewers', 0),
    chatPerMinute: meansOf('chatPerMinute', TRAILING_MS),
    ordersPerMinute: meansOf('ordersPerMinute', TRAILING_MS),
    isAfterPartial: newestTs < spans.after.toTs,
  };
}

function mean(
  series: readonly SeriesPoint[],
  name: SeriesName,
  { fromTs, toTs }: TimeSpan,
  trailingMs: number,
): number | null {
  let sum = 0;
  let count = 0;
  for (const point of series) {
    const value = point[name];
    if (value === null || point.ts < fromTs + trailingMs || point.ts >= toTs) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
