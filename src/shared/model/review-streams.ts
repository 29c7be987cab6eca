import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** A stretch in which a platform said that its stream was off air, while the show went on. */
export const StreamOutage = z.strictObject({
  fromTs: Timestamp,
  /** Null: it was not back before the show's end. */
  toTs: Timestamp.nullable(),
  /** People online in the last minute before and the first after; null where the platform does not tell. */
  viewersBefore: z.int().min(0).nullable(),
  viewersAfter: z.int().min(0).nullable(),
});
export type StreamOutage = z.infer<typeof StreamOutage>;

/** How the stream of one platform of a show held. */
export const StreamHealth = z.strictObject({
  platform: z.string(),
  /** Oldest first; null where the platform never told whether its stream is on air. */
  outages: z.array(StreamOutage).nullable(),
});
export type StreamHealth = z.infer<typeof StreamHealth>;
