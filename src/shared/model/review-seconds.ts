import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** The longest span of show time that is read second by second. */
export const SECONDS_SPAN_MS = 10 * 60_000;

/** One second of a show in which something came. */
export const ReviewSecond = z.strictObject({
  /** Its beginning, show time. */
  ts: Timestamp,
  /** The sources' figures as they hold with the last one given in it; null where none was. */
  viewers: z.int().min(0).nullable(),
  chats: z.int().min(0),
  joins: z.int().min(0),
  follows: z.int().min(0),
  ordersPaid: z.int().min(0),
});
export type ReviewSecond = z.infer<typeof ReviewSecond>;
