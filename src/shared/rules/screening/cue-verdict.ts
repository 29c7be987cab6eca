import type { CueKind } from '../../model/cue.ts';
import type { LiftResult } from '../../model/lift.ts';
import { isKeeperKind, judgedFigures } from '../lift/judged-figures.ts';
import type { Judged } from './verdicts.ts';

/** With the figure that decided; null where none could be compared. */
export type CueJudged = Judged & { readonly by: LiftResult | null };

/**
 * A cue is kept where a figure it is judged by got better after it, dropped where one got worse and
 * none better, watched where nothing beyond chance was seen. What is found is already held to so few
 * false among all (`shared/rules/lift`); a cue that keeps people is judged by leavers and net online.
 */
export function cueVerdict(kind: CueKind, lift: readonly LiftResult[]): CueJudged {
  const judged = judgedFigures(isKeeperKind(kind)).flatMap(
    (figure) => lift.find((each) => each.figure === figure) ?? [],
  );
  const told = judged.filter(({ state }) => state === 'found' || state === 'none');
  const [first] = told;
  if (first === undefined) return { verdict: 'watch', reason: 'tooFew', by: null };
  const found = told.filter(({ state, mean }) => state === 'found' && mean !== null);
  const better = found.find((each) => gain(each) > 0);
  if (better !== undefined) return { verdict: 'keep', reason: 'above', by: better };
  const [worse] = found;
  if (worse !== undefined) return { verdict: 'drop', reason: 'below', by: worse };
  return { verdict: 'watch', reason: 'alike', by: first };
}

/** Fewer who leave is a gain. */
function gain({ figure, mean }: LiftResult): number {
  return figure === 'leavers' ? -(mean ?? 0) : (mean ?? 0);
}
