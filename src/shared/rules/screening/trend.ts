import type { Ratio, Trend } from '../../model/screening.ts';
import { tQuantile } from '../lift/student-t.ts';
import { median } from '../median.ts';

const CHANCE = 0.05;
/** Fewer shows than this say nothing of a direction. */
export const TREND_SHOWS_MIN = 3;

/**
 * A figure over shows in their order: its median, and the least-squares change from show to show with
 * the 95 % interval of Student's t (errors taken as independent and alike). A straight line through
 * all points has an interval of no width.
 */
export function trendOf(values: readonly (number | null)[]): Trend {
  const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const n = points.length;
  const middle = median(points.map(({ y }) => y));
  if (n < TREND_SHOWS_MIN) return { n, median: middle, slope: null };
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const shared = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const mean = shared / spread;
  const rest = points.reduce((sum, { x, y }) => sum + (y - meanY - mean * (x - meanX)) ** 2, 0);
  const error = Math.sqrt(rest / (n - 2) / spread);
  const reach = tQuantile(CHANCE, n - 2) * error;
  return { n, median: middle, slope: { mean, low: mean - reach, high: mean + reach } };
}

/** What is nothing is taken as this part of its like: a logarithm has no nothing. */
const LEAST_RATIO = 0.05;

/**
 * Mean of ratios over shows with its 95 % interval, worked out of their logarithms: twice as much and
 * half as much cancel. Null under two shows.
 */
export function ratioOf(ratios: readonly number[]): Ratio | null {
  const n = ratios.length;
  if (n < 2) return null;
  const logs = ratios.map((ratio) => Math.log(Math.max(ratio, LEAST_RATIO)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
  const reach = tQuantile(CHANCE, n - 1) * Math.sqrt(variance / n);
  return {
    n,
    mean: Math.exp(mean),
    low: Math.exp(mean - reach),
    high: Math.exp(mean + reach),
  };
}
