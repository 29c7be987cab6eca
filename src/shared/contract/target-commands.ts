import { z } from 'zod';

import { ShowId } from '../model/ids.ts';
import { HeldTarget, TargetHow, TargetValues } from '../model/show-target.ts';

const desk = ['desk'] as const;

/** The part of the contract about what a show shall come to (目标). */
export const targetCommands = {
  /**
   * Sets targets of a show, before it, while it runs or after it; the newest of a figure holds, and
   * null takes a figure's away. Refused: unknown_show.
   */
  'targets.set': {
    input: z.strictObject({
      showId: ShowId,
      targets: TargetValues,
      how: TargetHow.exclude(['carried']),
    }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: desk,
  },
  /**
   * The targets of the last show that had any, which `targets.get` names; money in another currency
   * than this show's is left out. Refused: unknown_show, no_earlier_targets.
   */
  'targets.carry': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({ seq: z.int().positive(), count: z.int().positive() }),
    callers: desk,
  },
  /**
   * Takes back what was set together: what was set before holds again. Refused: unknown_show,
   * unknown_targets (never set in this show, or taken back already).
   */
  'targets.withdraw': {
    input: z.strictObject({ showId: ShowId, setSeq: z.int().positive() }),
    output: z.strictObject({}),
    callers: desk,
  },
  /**
   * The targets of a show. `lastSeq`: what was set last and holds, by which it is taken back; null for
   * nothing. `earlier`: the last show before it that has targets that can be carried; null for none.
   * Refused: unknown_show.
   */
  'targets.get': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({
      targets: z.array(HeldTarget),
      /** The show's own. */
      currency: z.string(),
      lastSeq: z.int().positive().nullable(),
      earlier: z
        .strictObject({ showId: ShowId, title: z.string(), count: z.int().positive() })
        .nullable(),
    }),
    callers: desk,
  },
} as const;
