import { z } from 'zod';

import { ShowId, Timestamp } from './ids.ts';

/** Figures in which shows are compared; null is unknown in that show. Money in the show's currency. */
export const ComparedFigures = z.strictObject({
  paidMinor: z.number().nullable(),
  /** Paid for a thousand views. */
  gpmMinor: z.number().nullable(),
  ordersPaid: z.number().nullable(),
  views: z.number().nullable(),
  viewersMean: z.number().nullable(),
  /** People who chatted, for each view. */
  interaction: z.number().nullable(),
  /** New follows for each view. */
  followRate: z.number().nullable(),
  chats: z.number().nullable(),
  follows: z.number().nullable(),
  gifts: z.number().nullable(),
});
export type ComparedFigures = z.infer<typeof ComparedFigures>;

/** How many shows before this one make the median. */
export const COMPARED_SHOWS = 7;

/** What a show is measured against: the live shows of its room before it, in the same currency. */
export const ReviewComparison = z.strictObject({
  own: ComparedFigures,
  /** Newest first, at most COMPARED_SHOWS. */
  shows: z.array(
    z.strictObject({
      showId: ShowId,
      title: z.string(),
      startedTs: Timestamp,
      figures: ComparedFigures,
    }),
  ),
  /** Why there is nothing to compare with; null when there is. */
  reason: z.enum(['not_live', 'no_earlier', 'too_short']).nullable(),
});
export type ReviewComparison = z.infer<typeof ReviewComparison>;
