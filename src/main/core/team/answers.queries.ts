import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** Answers of assistants in a show (64), what became of them (65), who took over (66); as in the log. */
export function teamFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (64, 65, 66) AND kind >= 40 ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
