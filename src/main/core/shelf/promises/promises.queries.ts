import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { factsOf } from '../../room/facts.queries.ts';

/** What was promised (70) in a show, settled (71) and opened again (72), in the order of the log. */
export function promiseFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['promise.made', 'promise.settled', 'promise.reopened']);
}
