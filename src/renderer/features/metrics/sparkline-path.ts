import type { SeriesPoint } from '#shared/model/metrics.ts';

type SeriesName = Exclude<keyof SeriesPoint, 'ts'>;

/** 30 minutes in steps of 10 s. */
const WINDOW_POINTS = 180;

/**
 * SVG path of the last 30 minutes in a box of `width` x `height`, with a hole where a value is
 * unknown. Empty when there are fewer than two values. The scale begins at 0, or at half of the
 * highest value where all are above it, so that a small wobble of a large figure looks small.
 */
export function sparklinePath(
  series: readonly SeriesPoint[],
  name: SeriesName,
  width: number,
  height: number,
): string {
  const points = series.slice(-WINDOW_POINTS);
  const values = points.map((point) => point[name]);
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const highest = Math.max(...known, 1);
  const lowest = Math.min(...known) > highest * 0.5 ? highest * 0.5 : 0;
  const toX = (index: number): string => ((index / (points.length - 1)) * width).toFixed(1);
  const toY = (value: number): string =>
    (height - 1 - ((value - lowest) / (highest - lowest)) * (height - 2)).toFixed(1);
  let path = '';
  let isPenDown = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${isPenDown ? 'L' : 'M'}${toX(index)} ${toY(value)}`;
    isPenDown = value !== null;
  }
  return path;
}
