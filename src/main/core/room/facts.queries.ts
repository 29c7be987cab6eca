import type { DeskEvent } from '#shared/contract/desk-event.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from './event-row.ts';

/** What was done at the desk in a show, of these kinds alone, in the order of the log. */
export function factsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
  kinds: readonly DeskEvent['kind'][],
): readonly RoomEvent[] {
  const codes = JSON.stringify(kinds.map((kind) => EVENT_KIND_CODES[kind]));
  // All kinds of the desk are 40 or more, which is written out: only so does the partial index serve.
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (SELECT value FROM json_each(${codes})) AND kind >= 40
      ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
