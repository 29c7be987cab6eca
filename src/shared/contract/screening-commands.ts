import { z } from 'zod';

import { ReportSheet } from '../model/report-sheet.ts';
import { Screening, ScreeningFilter } from '../model/screening.ts';
import { isTimeZone } from '../rules/wall-clock-days.ts';

/** The part of the contract that looks over many shows. */
export const screeningCommands = {
  /** Ended live shows of the room that began within the period; what lies in the bin is left out. */
  'screening.get': { input: ScreeningFilter, output: Screening, callers: ['desk'] },
  /**
   * A table of it that a desk made, as a workbook or CSV in the data folder's `exports`; times by the
   * clocks of `timeZone`. Refused: file_exists, folder_unwritable, store_full.
   */
  'screening.save': {
    input: z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      timeZone: z.string().min(1).max(60).refine(isTimeZone),
      sheet: ReportSheet,
    }),
    output: z.strictObject({ path: z.string() }),
    callers: ['desk'],
  },
} as const;
