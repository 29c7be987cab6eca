import type { LiftRow } from './lift-row.ts';

/**
 * At most this share of what is called found in one show is to be false; over many shows, of which some
 * have little to find, the share is up to twice as large.
 */
const FALSE_SHARE = 0.04;

/** By itself not unlikely: its interval holds 0, and it is not called found in whatever company. */
const PROBABLE = 0.05;
/** Sure enough to be told from chance among so many: in standard errors. */
const TOLD_FROM = 2.5;
/** What can hardly be seen is not given up either. */
const LEAST_WEIGHT = 0.05;

/**
 * Which rows are found: the largest number of the least probable ones of which no more than a share is
 * to be expected by chance (Benjamini and Hochberg 1995). Each weighs as much as a size that matters
 * could be seen in it, so that what cannot be told here does not hide what can (weights by Genovese,
 * Roeder and Wasserman 2006; they look at chance, not at what followed). Rows of the very same acts
 * count once.
 */
export function foundAmong(rows: readonly LiftRow[]): readonly LiftRow[] {
  const tests = new Map<string, { readonly probability: number; readonly weight: number }>();
  for (const row of rows) {
    if (row.probability === null) continue;
    const weight = LEAST_WEIGHT + normalBelow(row.errorsOfSize - TOLD_FROM);
    tests.set(testOf(row), { probability: row.probability, weight });
  }
  const mean = [...tests.values()].reduce((sum, { weight }) => sum + weight, 0) / tests.size;
  const weighed = (key: string): number => {
    const test = tests.get(key);
    return test === undefined ? 1 : (test.probability * mean) / test.weight;
  };
  const ordered = [...tests.keys()].map(weighed).toSorted((a, b) => a - b);
  let limit = -1;
  ordered.forEach((probability, i) => {
    if (probability <= (FALSE_SHARE * (i + 1)) / ordered.length) limit = probability;
  });
  return rows.map((row) =>
    row.probability !== null && row.probability < PROBABLE && weighed(testOf(row)) <= limit
      ? { ...row, state: 'found', needed: null }
      : row,
  );
}

/** Of the normal law, by its logistic likeness (within 0.01). */
function normalBelow(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z));
}

function testOf({ figure, acts }: LiftRow): string {
  return `${figure}|${acts.map(({ showId, window }) => `${showId}.${window.act.id}`).join()}`;
}
