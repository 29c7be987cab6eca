import { z } from 'zod';

import { ReportSheet } from './report-sheet.ts';

/** What the bundle `report-maker` makes of a review for the command line. */
export const MadeReport = z.strictObject({
  /** The page as a file, the same for a printer with what stands at its foot, and the first page alone. */
  html: z.string(),
  printed: z.strictObject({ html: z.string(), footer: z.string() }),
  firstPage: z.string(),
  sheets: z.array(ReportSheet),
});
export type MadeReport = z.infer<typeof MadeReport>;
