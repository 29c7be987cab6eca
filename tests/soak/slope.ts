/** Whether a figure stands still over a long show. */

export type Point = { readonly hours: number; readonly value: number };

/** What the robust line through a figure says; hours are hours of show. */
export type Slope = {
  /** Growth for each hour of show. */
  readonly perHour: number;
  /** Median of the judged part. */
  readonly level: number;
  /** `perHour` as a share of the level, percent; 0 where the level is 0. */
  readonly percentPerHour: number;
};

/**
 * The first third is warm-up: caches fill, what viewers ask is learnt, code is compiled. In short runs
 * that takes longer.
 */
const WARM_UP = 1 / 3;
const LEAST_WARM_UP_HOURS = 0.9;

/** The part of a run that is judged. */
export function afterWarmUp<T extends { readonly hours: number }>(
  samples: readonly T[],
): readonly T[] {
  const warmHours = Math.max(LEAST_WARM_UP_HOURS, (samples.at(-1)?.hours ?? 0) * WARM_UP);
  return samples.filter(({ hours }) => hours > warmHours);
}

/** Theil-Sen: the median of the slopes between all pairs, which a few outliers do not move. */
export function slopeOf(points: readonly Point[]): Slope {
  const slopes = points.flatMap((left, index) =>
    points
      .slice(index + 1)
      .filter((right) => right.hours > left.hours)
      .map((right) => (right.value - left.value) / (right.hours - left.hours)),
  );
  const perHour = median(slopes);
  const level = median(points.map(({ value }) => value));
  return { perHour, level, percentPerHour: level === 0 ? 0 : (100 * perHour) / level };
}

/** 0 for nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The value that so many percent of the values do not exceed; 0 for nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** Growth that may be, in percent of the level for each hour of show, and what a run cannot resolve. */
export type Bound = {
  readonly percentPerHour: number;
  /** Growth over the judged part that tells nothing, in the figure's own unit. */
  readonly noise: number;
  /** The same as a share of the level. */
  readonly noisePercent: number;
};

/** Whether what the slope makes of the judged hours stays within the bound. */
export function isFlat(slope: Slope, hours: number, bound: Bound): boolean {
  const percent = bound.percentPerHour * hours + bound.noisePercent;
  const allowed = (percent / 100) * slope.level + bound.noise;
  return slope.perHour * hours <= allowed;
}
