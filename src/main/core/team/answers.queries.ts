import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { factsOf } from '../room/facts.queries.ts';

/** Answers of assistants in a show (64), what became of them (65), who took over (66); as in the log. */
export function teamFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['assistant.answered', 'assistant.settled', 'duty.taken']);
}
