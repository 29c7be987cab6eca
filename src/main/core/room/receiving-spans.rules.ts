/** A stretch of show time, the end not in it. */
export type TimeSpan = { readonly fromTs: number; readonly toTs: number };

export type LinkChange = {
  readonly sourceId: number;
  readonly isReady: boolean;
  readonly ts: number;
};

/**
 * When at least one source of a show was received, up to `untilTs`, by the changes of its links in
 * their order. `stops` are times of the core itself: nothing was received in them, and no link could
 * say so.
 */
export function receivingSpans(
  changes: readonly LinkChange[],
  stops: readonly TimeSpan[],
  untilTs: number,
): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  const ready = new Set<number>();
  let sinceTs: number | null = null;
  for (const { sourceId, isReady, ts } of changes) {
    if (isReady) ready.add(sourceId);
    else ready.delete(sourceId);
    if (ready.size > 0) sinceTs ??= ts;
    else if (sinceTs !== null) {
      spans.push({ fromTs: sinceTs, toTs: ts });
      sinceTs = null;
    }
  }
  if (sinceTs !== null) spans.push({ fromTs: sinceTs, toTs: untilTs });
  return stops.reduce<readonly TimeSpan[]>((left, stop) => without(left, stop), spans);
}

function without(spans: readonly TimeSpan[], stop: TimeSpan): readonly TimeSpan[] {
  return spans
    .flatMap(({ fromTs, toTs }) => [
      { fromTs, toTs: Math.min(toTs, stop.fromTs) },
      { fromTs: Math.max(fromTs, stop.toTs), toTs },
    ])
    .filter(({ fromTs, toTs }) => toTs > fromTs);
}
