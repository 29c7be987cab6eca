type Span = { readonly fromTs: number; readonly toTs: number };

/**
 * Stretches that overlap, touch, or are at most `apartMs` apart made one, oldest first: what several
 * sources lost at once counts once.
 */
export function joinedSpans(spans: readonly Span[], apartMs = 0): readonly Span[] {
  const joined: { fromTs: number; toTs: number }[] = [];
  for (const { fromTs, toTs } of spans.toSorted((a, b) => a.fromTs - b.fromTs)) {
    const last = joined.at(-1);
    if (last !== undefined && fromTs <= last.toTs + apartMs) last.toTs = Math.max(last.toTs, toTs);
    else joined.push({ fromTs, toTs });
  }
  return joined;
}
