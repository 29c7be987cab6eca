/** Neighbouring minutes are alike; means of this many are nearly independent of each other. */
const BATCH_MINUTES = 10;
const FEWEST_BATCHES = 3;

/**
 * Standard error of the mean of one figure a minute, by the means of batches of ten minutes: a series
 * that drifts has a larger one than its minutes alone would say. Null for less than half an hour.
 */
export function minuteMeanError(values: readonly number[]): number | null {
  const batches = Math.floor(values.length / BATCH_MINUTES);
  if (batches < FEWEST_BATCHES) return null;
  const means = Array.from({ length: batches }, (_, batch) =>
    meanOf(values.slice(batch * BATCH_MINUTES, (batch + 1) * BATCH_MINUTES)),
  );
  return deviationOf(means) / Math.sqrt(batches);
}

/** Of `hits` among `cases`; one hit more and one fewer are thought of, so that 0 of 3 is not certain. */
export function shareError(hits: number, cases: number): number {
  const share = (hits + 1) / (cases + 2);
  return Math.sqrt((share * (1 - share)) / (cases + 2));
}

/** Of a count of things that come by themselves (Poisson); none at all is no less uncertain than one. */
export function countError(count: number): number {
  return Math.sqrt(Math.max(1, count));
}

/** Of a mean of independent cases; null for fewer than three. */
export function meanError(values: readonly number[]): number | null {
  return values.length < 3 ? null : deviationOf(values) / Math.sqrt(values.length);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of a sample; 0 for fewer than two. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
