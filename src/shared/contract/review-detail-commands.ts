import { z } from 'zod';

import { ShowId, Timestamp } from '../model/ids.ts';
import { ReviewVoice } from '../model/review-voice.ts';
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
  /**
   * What viewers asked, complained of and spoke about, by the product's own rules. Reads at most the
   * newest VOICE_LINES_MAX lines, a few at a time beside the room's work. Refused: unknown_show.
   */
  'review.voice': {
    input: z.strictObject({ showId: ShowId }),
    output: ReviewVoice,
    callers: ['desk', 'team'],
  },
} as const;
