import { median } from './median.ts';

/** A figure against the show before and the median of the last ones; null where one is not known. */
export type FigureComparison = {
  readonly previous: number | null;
  readonly median: number | null;
  /** How many shows the median is of. */
  readonly sample: number;
};

/** `earlier` newest first; shows in which the figure is unknown are left out, never counted as 0. */
export function compareFigure(earlier: readonly (number | null)[]): FigureComparison {
  const known = earlier.flatMap((value) => value ?? []);
  return { previous: earlier[0] ?? null, median: median(known), sample: known.length };
}

/** By what share a figure is above (positive) or below what it is compared with; null without one. */
export function changeOf(value: number | null, against: number | null): number | null {
  if (value === null || against === null || against === 0) return null;
  return value / against - 1;
}
