import { z } from 'zod';

/**
 * A cell of an exported table, as a spreadsheet should know it. `ts` is a moment in UTC milliseconds;
 * `money` whole units of its currency, not minor ones; `fraction` 0.068 for 6.8 %.
 */
export const SheetCell = z.union([
  z.null(),
  z.string().max(32_767),
  z.number(),
  z.strictObject({ ts: z.int() }),
  z.strictObject({ seconds: z.number() }),
  z.strictObject({ fraction: z.number() }),
  z.strictObject({ money: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) }),
]);
export type SheetCell = z.infer<typeof SheetCell>;

/** One table of a review: its name is that of its file, its title is read by people. */
export const ReportSheet = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]{0,29}$/),
  title: z.string().min(1).max(500),
  heads: z.array(z.string().max(500)).min(1).max(80),
  rows: z.array(z.array(SheetCell).max(80)).max(50_000),
});
export type ReportSheet = z.infer<typeof ReportSheet>;
