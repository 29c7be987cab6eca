/**
 * Sums from the first minute on over those that are sound, and behind them how many of those are not
 * known: what lies between two minutes is then one subtraction.
 */
export function runningSum(values: Float64Array, isSound: Uint8Array): Float64Array {
  const sums = new Float64Array(values.length * 2 + 2);
  const half = values.length + 1;
  for (let at = 0; at < values.length; at += 1) {
    const each = isSound[at] === 1 ? (values[at] ?? Number.NaN) : 0;
    const isUnknown = Number.isNaN(each);
    sums[at + 1] = (sums[at] ?? 0) + (isUnknown ? 0 : each);
    sums[half + at + 1] = (sums[half + at] ?? 0) + (isUnknown ? 1 : 0);
  }
  return sums;
}

/** Over the sound minutes from one to another; NaN where one of them is not known. */
export function between(sums: Float64Array, from: number, to: number): number {
  const half = sums.length / 2;
  const [start, end] = [Math.max(0, from), Math.max(0, to + 1)];
  if ((sums[half + end] ?? 0) > (sums[half + start] ?? 0)) return Number.NaN;
  return (sums[end] ?? Number.NaN) - (sums[start] ?? Number.NaN);
}
