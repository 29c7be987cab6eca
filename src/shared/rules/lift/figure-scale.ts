import { median } from '../median.ts';

/**
 * The scale on which a figure's changes are about as wide wherever it stands: for counts the variance
 * stabilising transformation of the negative binomial law (Anscombe 1948), for the rest as it is.
 * `spread` is how much more than chance they vary: variance = mean + spread * mean^2.
 */
export type FigureScale = {
  readonly to: (count: number) => number;
  readonly from: (scaled: number) => number;
};

export const PLAIN_SCALE: FigureScale = { to: (value) => value, from: (value) => value };

const SPREAD_LEAST = 1e-3;
const SPREAD_MOST = 1;

export function countScale(spread: number): FigureScale {
  const root = Math.sqrt(spread);
  return {
    to: (count) => (2 / root) * Math.asinh(root * Math.sqrt(Math.max(0, count) + 3 / 8)),
    from: (scaled) =>
      Math.max(0, (Math.sinh((Math.max(0, scaled) * root) / 2) / root) ** 2 - 3 / 8),
  };
}

/** By moments, of counts beside what their level before let expect; the widest twentieth is left out. */
export function spreadOf(pairs: readonly (readonly [count: number, expected: number])[]): number {
  const terms = pairs
    .map(([count, expected]) => ({ over: (count - expected) ** 2 - 1.4 * expected, expected }))
    .toSorted((a, b) => a.over - b.over);
  const kept = terms.slice(0, Math.ceil(terms.length * 0.95));
  const over = kept.reduce((sum, each) => sum + each.over, 0);
  const squares = kept.reduce((sum, each) => sum + each.expected ** 2, 0);
  return Math.min(SPREAD_MOST, Math.max(SPREAD_LEAST, squares === 0 ? 0 : over / squares));
}

export function middleOf(values: readonly number[]): number {
  return median(values.filter((each) => !Number.isNaN(each))) ?? Number.NaN;
}
