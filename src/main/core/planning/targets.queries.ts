import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** Targets that were set (61) for a show and taken back (62), in the order of the log. */
export function targetFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (61, 62) AND kind >= 40 ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}

export type EarlierShow = { readonly id: ShowId; readonly title: string };

/** Live shows of the room before this one, and those of its own kind, that ever had targets; newest first. */
export function earlierShowsWithTargets(
  db: ReadableDatabase,
  roomId: string,
  show: { readonly id: number; readonly origin: string },
  limit: number,
): readonly EarlierShow[] {
  return db.all<EarlierShow>(sql`
    SELECT s.id, s.title FROM shows s
    WHERE s.room_id = ${roomId} AND s.id < ${show.id} AND s.origin IN ('live', ${show.origin})
      AND s.removed_ts IS NULL
      AND EXISTS (SELECT 1 FROM events e INDEXED BY events_few
        WHERE e.show_id = s.id AND e.kind = 61 AND e.kind >= 40)
    ORDER BY s.id DESC LIMIT ${limit}`);
}
