import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { factsOf } from '../room/facts.queries.ts';

/** Slips that were logged in a show (97), taken back (98) and described (99); as in the log. */
export function slipFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['slip.logged', 'slip.withdrawn', 'slip.described']);
}
