import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { factsOf } from '../room/facts.queries.ts';

/**
 * What a show's anchor did and said, in the order of the log: states of the show (40), calls for help
 * (100, 101), voice (95), moods (104) and rests (105, 106).
 */
export function stageFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, [
    'show.state',
    'voice.measured',
    'help.asked',
    'help.answered',
    'mood.noted',
    'rest.began',
    'rest.ended',
  ]);
}
