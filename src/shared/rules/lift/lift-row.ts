import type { LiftFigureName, LiftThing } from './lift-show.ts';
import type { ActEffect } from './study-figure.ts';

/** `tooFew`: what came could not have shown a size that matters. */
export type LiftState = 'found' | 'none' | 'tooFew';

/** What followed on one thing in one figure, a minute and 1,000 online (or in all, where nobody counted). */
export type LiftRow = {
  readonly thing: LiftThing;
  readonly figure: LiftFigureName;
  readonly state: LiftState;
  /** Beyond the matched minutes, within `low` and `high` with 95 %; null where it cannot be said. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the matched minutes let expect without it. */
  readonly without: number | null;
  readonly probability: number | null;
  /** A size that matters, in standard errors. */
  readonly errorsOfSize: number;
  /** Acts that were compared, and how many are about needed for a size that matters; null: enough. */
  readonly n: number;
  readonly needed: number | null;
  readonly acts: readonly ActEffect[];
};
