/** How many of the items, ordered by time, are before this moment. */
export function countBefore<T>(
  items: readonly T[],
  timeOf: (item: T) => number,
  ts: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && timeOf(item) < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those from a moment up to, not with, another. */
export function within<T>(
  items: readonly T[],
  timeOf: (item: T) => number,
  fromTs: number,
  toTs: number,
): readonly T[] {
  return items.slice(countBefore(items, timeOf, fromTs), countBefore(items, timeOf, toTs));
}
