import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { factsOf } from '../room/facts.queries.ts';

/** Targets that were set (61) for a show and taken back (62), in the order of the log. */
export function targetFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['targets.set', 'targets.withdrawn']);
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
