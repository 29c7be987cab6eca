import type { AlertCause } from '../../model/alert.ts';
import type { Mark } from '../../model/metrics.ts';

/** What came up to so long before the window began may be behind what it shows. */
const BEFORE_MS = 180_000;

/** What weighs more comes first: a source that was lost explains more than a cue. */
const WEIGHT: Partial<Record<Mark['kind'], number>> = {
  source: 6,
  gap: 6,
  warning: 5,
  raid: 4,
  block: 3,
  push: 2,
  cue: 1,
};

/**
 * What happened shortly before or in the window of an alert, the likeliest first: by kind, then the
 * nearest to its end. It came before; that it is the reason is not proved.
 */
export function likelyCauses(
  marks: readonly Mark[],
  fromTs: number,
  toTs: number,
): readonly AlertCause[] {
  return marks
    .filter(({ ts, kind }) => ts >= fromTs - BEFORE_MS && ts <= toTs && WEIGHT[kind] !== undefined)
    .toSorted((a, b) => (WEIGHT[b.kind] ?? 0) - (WEIGHT[a.kind] ?? 0) || b.ts - a.ts)
    .map(({ seq, ts, kind }) => ({ seq, ts, kind }));
}
