import { z } from 'zod';

import { ShowId } from '../model/ids.ts';
import { ShowLift } from '../model/lift.ts';
import { AskedAround, Review } from '../model/review.ts';

/** A file a desk made of a review, under a plain name of its own. */
const ReportFile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]{0,29}\.(?:html|csv)$/),
  text: z.string().max(2_000_000),
});
export type ReportFile = z.infer<typeof ReportFile>;

/** The part of the contract about what a show came to. */
export const reviewCommands = {
  'review.get': {
    input: z.strictObject({ showId: ShowId }),
    output: Review,
    callers: ['desk', 'team'],
  },
  /**
   * What followed on each cue, script, giveaway and push, against matched minutes of the same show: from
   * its minutes, some tens of milliseconds of work beside the room's. Refused: unknown_show.
   */
  'review.lift': {
    input: z.strictObject({ showId: ShowId }),
    output: ShowLift,
    callers: ['desk', 'team'],
  },
  /**
   * How many chat lines asked something around each airing, by the product's own rules for questions.
   * Reads every line of the show, a few at a time beside the room's work: a second or so for each
   * few hundred thousand. Empty where no source tells chat. Refused: unknown_show.
   */
  'review.asked': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({ pushes: z.array(AskedAround) }),
    callers: ['desk', 'team'],
  },
  /**
   * Puts the page or the tables a desk made of a review into the data folder's `exports`; several
   * files get a folder of their own. Refused: unknown_show, bad_request, file_exists,
   * folder_unwritable, store_full.
   */
  'review.export': {
    input: z.strictObject({ showId: ShowId, files: z.array(ReportFile).min(1).max(60) }),
    output: z.strictObject({ path: z.string() }),
    callers: ['desk'],
  },
} as const;
