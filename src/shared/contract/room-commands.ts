import { z } from 'zod';

import { RoomId } from '../model/ids.ts';
import { RoomName } from '../model/room.ts';

/** The part of the contract about rooms side by side. */
export const roomCommands = {
  /** Adds a room beside the others; every command and event names its room. Refused: room_exists, room_name_taken. */
  'room.create': {
    input: z.strictObject({
      roomId: RoomId,
      name: RoomName,
      timeZone: z.string().min(1).max(60),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
    output: z.strictObject({}),
    callers: ['desk'],
  },
  'room.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      rooms: z.array(z.strictObject({ roomId: RoomId, name: z.string() })),
    }),
    callers: ['desk', 'cli'],
  },

  /** Another name of any room of the store. Refused: unknown_room, room_name_taken. */
  'room.rename': {
    input: z.strictObject({ roomId: RoomId, name: RoomName }),
    output: z.strictObject({}),
    callers: ['desk'],
  },
} as const;
