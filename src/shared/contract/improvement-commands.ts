import { z } from 'zod';

import { ShowId } from '../model/ids.ts';
import {
  ImprovementCourse,
  improvementFields,
  ImprovementId,
  ImprovementState,
  ReviewImprovements,
} from '../model/improvement.ts';
import { ProvingMetric } from '../model/proving-metric.ts';

const desk = ['desk'] as const;
const changed = z.strictObject({ id: ImprovementId, changeId: z.int().positive() });

/** The part of the contract about what a review asks to be done otherwise (改进项). */
export const improvementCommands = {
  /** Those that a show's review asked for, and what the show says of earlier ones. Refused: unknown_show. */
  'improvement.ofShow': {
    input: z.strictObject({ showId: ShowId }),
    output: ReviewImprovements,
    callers: ['desk', 'team'],
  },
  /**
   * The room's items, the open ones first, each over the last shows it was carried into. Reads the
   * reviews of those shows, one at a time beside the room's work.
   */
  'improvement.list': {
    input: z.strictObject({}),
    output: z.strictObject({ courses: z.array(ImprovementCourse) }),
    callers: ['desk', 'team'],
  },
  /**
   * Adds an item (`id` null) or changes one. The baseline is read from the review of its show. A
   * finding that has an item already keeps it; a dropped one is taken up again with the new words.
   * Refused: unknown_show, unknown_item, unknown_product, too_many.
   */
  'improvement.put': {
    input: z.strictObject({
      id: ImprovementId.nullable(),
      showId: ShowId,
      findingId: z.string().min(1).max(200).nullable(),
      ...improvementFields,
      proving: ProvingMetric.omit({ baseline: true }).nullable(),
    }),
    output: changed,
    callers: desk,
  },
  /** Open again, done, or dropped. Refused: unknown_item, too_many. */
  'improvement.setState': {
    input: z.strictObject({ id: ImprovementId, state: ImprovementState }),
    output: changed,
    callers: desk,
  },
  /** Takes back a change where it was the last one and still stands. Refused: nothing_to_undo. */
  'improvement.undo': {
    input: z.strictObject({ changeId: z.int().positive() }),
    output: z.strictObject({}),
    callers: desk,
  },
} as const;
