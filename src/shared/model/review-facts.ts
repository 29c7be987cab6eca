import { z } from 'zod';

import { RoomEvent } from '../contract/room-event.ts';
import { RoomId, Timestamp } from './ids.ts';
import { Review } from './review.ts';

/** Raised when a reader of the last one could be misled; what is merely added does not raise it. */
export const REVIEW_FACTS_VERSION = 1;

/**
 * Everything about a show in one JSON file (docs/review-json.md): what the review says, and every
 * event it was worked out from, in the order in which they were stored.
 */
export const ReviewFacts = z.strictObject({
  format: z.literal('cuedesk-review'),
  version: z.literal(REVIEW_FACTS_VERSION),
  /** Wall time of the export, and the version of Cuedesk that made it. */
  madeTs: Timestamp,
  madeBy: z.string(),
  room: z.strictObject({
    id: RoomId,
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
  }),
  review: Review,
  events: z.array(RoomEvent),
  /** How many there are: the last value of the file, so that a reader of a stream knows it is whole. */
  eventCount: z.int().min(0),
});

/** The same as JSON Schema (draft 2020-12). Rules that it cannot say are left out, never made up. */
export function reviewFactsSchema(): unknown {
  return z.toJSONSchema(ReviewFacts, { io: 'output', unrepresentable: 'any' });
}
