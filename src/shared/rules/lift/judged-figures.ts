import type { CueKind } from '../../model/cue.ts';
import type { LiftFigureName, LiftResult } from '../../model/lift.ts';

const KEEPERS: ReadonlySet<CueKind> = new Set(['retain', 'rescue', 'giveaway']);
const OF_KEEPERS: readonly LiftFigureName[] = ['online', 'leavers'];
const OF_OTHERS: readonly LiftFigureName[] = [
  'chat',
  'inflow',
  'follows',
  'clicks',
  'orders',
  'online',
];

/** Cues that are to keep people are judged by who leaves and who is there, not by who comes in. */
export function isKeeperKind(kind: CueKind): boolean {
  return KEEPERS.has(kind);
}

export function judgedFigures(isKeeper: boolean): readonly LiftFigureName[] {
  return isKeeper ? OF_KEEPERS : OF_OTHERS;
}

/**
 * From -1 to 1: of the figures it is judged by and of which something is known, the share that was found
 * better less the share found worse. Null where nothing is known of any.
 */
export function liftRank(kind: CueKind, results: readonly LiftResult[]): number | null {
  const judged = judgedFigures(isKeeperKind(kind));
  const known = results.filter(
    ({ figure, state }) => judged.includes(figure) && (state === 'found' || state === 'none'),
  );
  if (known.length === 0) return null;
  const better = (result: LiftResult): number => {
    if (result.state !== 'found') return 0;
    return Math.sign(result.mean ?? 0) * (result.figure === 'leavers' ? -1 : 1);
  };
  return known.reduce((sum, result) => sum + better(result), 0) / known.length;
}
