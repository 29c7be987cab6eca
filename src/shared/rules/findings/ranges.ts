/** Two-sided 95 %. */
const Z = 1.96;
/** By which one of several alike - the products of a show - stands out and not the luckiest of them. */
export const OF_SEVERAL = 3;

export type Range = { readonly low: number; readonly high: number };

/**
 * Between which means a Poisson count may well have come (95 %, or `z` standard deviations), by Byar's approximation: Breslow and
 * Day, Statistical Methods in Cancer Research II (1987), p. 69.
 */
export function countRange(count: number, z = Z): Range {
  const above = count + 1;
  const high = above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3;
  if (count <= 0) return { low: 0, high };
  const low = count * Math.max(0, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  return { low, high };
}

/** Between which shares `hits` of `cases` may well have come (95 %): Wilson's score interval. */
export function shareRange(hits: number, cases: number): Range {
  if (cases <= 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const spread = Z ** 2 / cases;
  const middle = share + spread / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / cases + spread / (4 * cases));
  const low = hits <= 0 ? 0 : (middle - half) / (1 + spread);
  return { low, high: hits >= cases ? 1 : (middle + half) / (1 + spread) };
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
