import { z } from 'zod';

import { ShowId } from '../model/ids.ts';
import { ReportSheet } from '../model/report-sheet.ts';
import { Review } from '../model/review.ts';
import { isTimeZone } from '../rules/wall-clock-days.ts';

const Saved = z.strictObject({ path: z.string() });

/** The part of the contract about files that the core makes of a review. All go into `exports`. */
export const reviewExportCommands = {
  /**
   * The review with all that is worked out after it: what followed on what was done, what viewers said,
   * and other shows beside it, `withId` among them. Reads the show's chat beside the room's work: a
   * second or so for each few hundred thousand lines. Refused: unknown_show.
   */
  'review.whole': {
    input: z.strictObject({ showId: ShowId, withId: ShowId.nullable() }),
    output: Review,
    callers: ['desk', 'team'],
  },
  /**
   * The tables a desk made of a review as one workbook, a sheet each; times by the clocks of
   * `timeZone`. Refused: unknown_show, file_exists, folder_unwritable, store_full.
   */
  'review.saveTables': {
    input: z.strictObject({
      showId: ShowId,
      timeZone: z.string().min(1).max(60).refine(isTimeZone),
      sheets: z.array(ReportSheet).min(1).max(60),
    }),
    output: Saved,
    callers: ['desk'],
  },
  /**
   * A page that needs nothing but itself, as PDF with `footer` and a number below each page, or, as
   * `png`, as one picture. Takes some seconds. Refused: unknown_show, printer_missing, printer_failed,
   * file_exists, folder_unwritable, store_full.
   */
  'review.print': {
    input: z.strictObject({
      showId: ShowId,
      kind: z.enum(['pdf', 'png']),
      html: z.string().min(1).max(2_000_000),
      footer: z.string().max(300),
    }),
    output: Saved,
    callers: ['desk'],
  },
  /**
   * All facts of a show as one JSON file, as docs/review-json.md says; every event is in it, so that a
   * large show takes a minute, beside the room's work. Refused: unknown_show, file_exists,
   * folder_unwritable, store_full.
   */
  'review.saveFacts': {
    input: z.strictObject({ showId: ShowId, withId: ShowId.nullable() }),
    output: Saved,
    callers: ['desk'],
  },
} as const;
