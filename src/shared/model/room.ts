import { z } from 'zod';

import { RoomId } from './ids.ts';
import { ShowOrigin, ShowState } from './show.ts';

/** What an operator calls a room, such as "Studio A"; surrounding space is not kept. */
export const RoomName = z.string().trim().min(1).max(80);

/** A room (直播间) of this store and what runs in it: enough to tell rooms apart, and no more. */
export const RoomEntry = z.strictObject({
  roomId: RoomId,
  /** Empty for the first room until somebody names it. */
  name: z.string(),
  /** The show that is chosen in it; null when none is. */
  show: z.strictObject({ title: z.string(), origin: ShowOrigin, state: ShowState }).nullable(),
});
export type RoomEntry = z.infer<typeof RoomEntry>;

/** All rooms, the oldest first. */
export const RoomsSlice = z.strictObject({ rooms: z.array(RoomEntry) });
