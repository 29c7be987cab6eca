import { median } from '../median.ts';

/** A change must be this many standard deviations of the count: the trade's rule against chance. */
export const SIGMAS = 2.5;

/** Median of a chi-squared variable with one degree of freedom. */
const MEDIAN_CHI_SQUARED = 0.4549;
/** Fewer differences say nothing of how a count varies. */
const LEAST_DIFFERENCES = 8;

/**
 * How much more a count varies than chance alone would make it (quasi-Poisson dispersion, 1 or
 * more), from differences of the values `lag` apart: for a count the square of a difference is about
 * the dispersion times their sum. The median keeps real jumps out of it, differences keep slow trends
 * out. Source: McCullagh and Nelder, Generalized Linear Models, 6.2, made robust by the median.
 */
export function dispersion(values: readonly number[], lag: number): number {
  const ratios: number[] = [];
  for (let at = lag; at < values.length; at += 1) {
    const [after, before] = [values[at] ?? 0, values[at - lag] ?? 0];
    if (after + before > 0) ratios.push((after - before) ** 2 / (after + before));
  }
  if (ratios.length < LEAST_DIFFERENCES) return 1;
  return Math.max(1, (median(ratios) ?? 0) / MEDIAN_CHI_SQUARED);
}

/**
 * The same for a level (people online): the standard deviation of a difference over `lag` steps, from
 * the median of such differences around their own median; never less than the root of the level.
 */
export function levelDeviation(values: readonly number[], lag: number, level: number): number {
  const differences: number[] = [];
  for (let at = lag; at < values.length; at += 1) {
    differences.push((values[at] ?? 0) - (values[at - lag] ?? 0));
  }
  const least = Math.sqrt(Math.max(level, 1));
  if (differences.length < LEAST_DIFFERENCES) return least;
  const middle = median(differences) ?? 0;
  const spread = median(differences.map((value) => Math.abs(value - middle))) ?? 0;
  return Math.max(least, 1.4826 * spread);
}
