import { z } from 'zod';

import { RoomId, ShowId, Timestamp } from '../model/ids.ts';
import { Actor } from './actor.ts';

/** Version of the normalised event's shape, stored with each event. */
export const EVENT_SCHEMA = 1;

/** Platforms a source can belong to. `cuedesk` is the desk itself. */
export const PlatformName = z.string().regex(/^[a-z0-9-]{2,24}$/);

/** What every event carries, whoever made it. */
export const envelope = {
  platform: PlatformName,
  /** The connector it came by, for example `twitch-irc`, `simulator`, `replay`, `bridge`, `desk`. */
  source: z.string().min(1).max(40),
  /** The room's id on its platform; null where the event names none. */
  platformRoomId: z.string().nullable(),
  /** Unique per show and source; a second event with the same key is a replay and is dropped. */
  dedupeKey: z.string().min(1).max(200),
  /** When the platform says it happened; null where it does not say. */
  platformTs: Timestamp.nullable(),
  /** When it reached this machine. */
  receivedTs: Timestamp,
  /** A test event sent by a platform's console. */
  test: z.boolean(),
  /** Delivered late as history by the platform. */
  historical: z.boolean(),
  actor: Actor.nullable(),
  schema: z.literal(EVENT_SCHEMA),
};

/** The same of what the desk itself says. */
export const deskEnvelope = { ...envelope, actor: z.null() };

/** What the store adds when it commits an event. */
export const StoredFields = z.object({
  /** Position in the log of the whole store; grows, may have holes. */
  seq: z.int().positive(),
  roomId: RoomId,
  showId: ShowId,
  /** Platform time corrected by the source's offset; received time where implausible; show time. */
  eventTs: Timestamp,
});
export type StoredFields = z.infer<typeof StoredFields>;
