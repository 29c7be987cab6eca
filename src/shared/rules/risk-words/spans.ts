type Units = { readonly first: number; readonly last: number };

/** Whether one of these holds the span. */
export function heldBy(span: Units, others: readonly Units[]): boolean {
  return others.some(({ first, last }) => first <= span.first && last >= span.last);
}

/** In the order in which they stand, without those inside a longer one, and each of an entry once. */
export function outermost<
  T extends { readonly from: number; readonly to: number; readonly entry: object },
>(hits: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    // Whatever reaches furthest stands among the last ones that were kept.
    const last = kept.at(-1);
    const isInside =
      last !== undefined && last.to >= hit.to && (last.from < hit.from || last.to > hit.to);
    const isAgain = isAmongLast(kept, hit);
    if (!isInside && !isAgain) kept.push(hit);
  }
  return kept;
}

/** The same span of the same entry; equal spans stand side by side. */
function isAmongLast<
  T extends { readonly from: number; readonly to: number; readonly entry: object },
>(kept: readonly T[], { from, to, entry }: T): boolean {
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const other = kept[at];
    if (other === undefined || other.from !== from || other.to !== to) return false;
    if (other.entry === entry) return true;
  }
  return false;
}
