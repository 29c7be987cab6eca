import { z } from 'zod';

import { ShowId } from './ids.ts';

/** Shows whose reviews are told of as changed, the last ones. */
export const REVIEW_NEWS_MAX = 20;

/**
 * How often marks, notes and improvement items of a show were changed since the core began; the show
 * that was changed last comes last.
 */
export const ReviewNewsSlice = z.strictObject({
  changes: z
    .array(z.strictObject({ showId: ShowId, revision: z.int().positive() }))
    .max(REVIEW_NEWS_MAX),
});
export type ReviewNewsSlice = z.infer<typeof ReviewNewsSlice>;

export const NO_REVIEW_NEWS: ReviewNewsSlice = { changes: [] };
