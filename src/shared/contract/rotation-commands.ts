import { z } from 'zod';

import { RotationPlan } from '../model/rotation.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** The part of the contract about products that are pushed one after the other by themselves (轮播讲解). */
export const rotationCommands = {
  /**
   * Begins a rotation with its first push at once, in place of one that runs. Not kept over a restart.
   * Refused: show_wrong_state where the show is not on air, bad_request for an empty
   * list, unknown_group, group_empty.
   */
  'rotation.start': { input: RotationPlan, output: none, callers: desk },
  /** Going on waits one whole interval first. Refused: nothing_to_rotate. */
  'rotation.pause': {
    input: z.strictObject({ isPaused: z.boolean() }),
    output: none,
    callers: desk,
  },
  /** What is on the shelf stays. Refused: nothing_to_rotate. */
  'rotation.end': { input: none, output: none, callers: desk },
} as const;
