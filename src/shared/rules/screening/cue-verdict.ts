import type { Judged } from './verdicts.ts';

/** What followed on a cue in one figure, against matched minutes without it, with its 95 % interval. */
export type Followed<Name extends string> = {
  readonly figure: Name;
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

/** With the figure that decided; null where none could be compared. */
export type CueJudged<Name extends string> = Judged & { readonly by: Followed<Name> | null };

/**
 * A cue is kept where some figure rose after it beyond chance, dropped where one fell and none rose,
 * watched where nothing can be told. `followed`: figures that could be compared alone, the weightiest
 * first.
 */
export function cueVerdict<Name extends string>(
  followed: readonly Followed<Name>[],
): CueJudged<Name> {
  const [first] = followed;
  if (first === undefined) return { verdict: 'watch', reason: 'tooFew', by: null };
  const rose = followed.find(({ low }) => low > 0);
  if (rose !== undefined) return { verdict: 'keep', reason: 'above', by: rose };
  const fell = followed.find(({ high }) => high < 0);
  if (fell !== undefined) return { verdict: 'drop', reason: 'below', by: fell };
  return { verdict: 'watch', reason: 'alike', by: first };
}
