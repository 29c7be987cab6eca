import type { LiftResult } from '../../model/lift.ts';
import type { LiftThing } from './lift-show.ts';
import type { ActEffect } from './study-figure.ts';

/** What followed on one thing in one figure, with the acts it is worked out from. */
export type LiftRow = LiftResult & {
  readonly thing: LiftThing;
  /** The finest thing that it is nearly always done together with. */
  readonly togetherWith: string | null;
  /** Of so much or more by chance alone; null where it is not tested. */
  readonly probability: number | null;
  /** A size that matters, in standard errors. */
  readonly errorsOfSize: number;
  readonly acts: readonly ActEffect[];
};
