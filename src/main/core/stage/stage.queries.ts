import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/**
 * What a show's anchor did and said, in the order of the log: states of the show (40), calls for help
 * (100, 101), voice (95), moods (104) and rests (105, 106).
 */
export function stageFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (40, 95, 100, 101, 104, 105, 106) AND kind >= 40
      ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
