import { z } from 'zod';

import { ShowId, Timestamp } from '../model/ids.ts';
import { ReviewSecond, SECONDS_SPAN_MS } from '../model/review-seconds.ts';

/** What a review asks for after it is there, because it reads raw events. */
export const reviewDetailCommands = {
  /**
   * Counts of each second of a span of show time, up to, not with, `toTs`; seconds without anything are
   * left out. Reads the events of that span alone. Refused: unknown_show.
   */
  'review.seconds': {
    input: z
      .strictObject({ showId: ShowId, fromTs: Timestamp, toTs: Timestamp })
      .refine(({ fromTs, toTs }) => toTs > fromTs && toTs - fromTs <= SECONDS_SPAN_MS),
    output: z.strictObject({ seconds: z.array(ReviewSecond) }),
    callers: ['desk', 'team'],
  },
} as const;
