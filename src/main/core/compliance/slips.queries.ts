import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** Slips that were logged in a show (97), taken back (98) and described (99); as in the log. */
export function slipFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (97, 98, 99) AND kind >= 40 ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
