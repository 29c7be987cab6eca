import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { eventOf, type EventRow } from '../../room/event-row.ts';

/** Gifts (3), paid messages (4), memberships (5) and raids (10) of a show since a show time, in its order. */
export function thankedForSince(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  sinceTs: number,
  limit: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM (SELECT * FROM events INDEXED BY events_by_minute
        WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind IN (3, 4, 5, 10)
        ORDER BY event_ts DESC LIMIT ${limit})
      ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}

/** The newest orders (17) of a show, in its order. */
export function newestOrders(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  limit: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM (SELECT * FROM events WHERE show_id = ${showId} AND kind = 17
        ORDER BY event_ts DESC LIMIT ${limit})
      ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}

/** Seqs of events that somebody was thanked for, or not, in a show (94). */
export function settledThanks(db: ReadableDatabase, showId: number): readonly number[] {
  return db
    .all<{ seq: number }>(sql`
      SELECT s.value AS seq FROM events e, json_each(e.body, '$.seqs') s
      WHERE e.show_id = ${showId} AND e.kind = 94 AND e.kind >= 40`)
    .map(({ seq }) => seq);
}
