import { z } from 'zod';

/** Lines of an event file that are no events, and were therefore not played. */
export const LeftOutLines = z.strictObject({
  count: z.int().min(1),
  /** Line number of the first one, from 1; empty lines are counted too. */
  firstLine: z.int().min(1),
  /** Why that one is no event, as a code of the reader. */
  reason: z.string(),
});
export type LeftOutLines = z.infer<typeof LeftOutLines>;
