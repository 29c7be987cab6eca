/** Two-sided 95 %. */
const Z = 1.96;

export type Range = { readonly low: number; readonly high: number };

/**
 * Between which means a Poisson count may well have come (95 %), by Byar's approximation: Breslow and
 * Day, Statistical Methods in Cancer Research II (1987), p. 69.
 */
export function countRange(count: number): Range {
  const above = count + 1;
  const high = above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3;
  if (count <= 0) return { low: 0, high };
  return { low: count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3, high };
}

/** Quartiles, linear between neighbours; of fewer than four values the least and the most. */
export function middleHalf(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? 0;
  if (sorted.length < 4) return { low: first, high: last };
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
