import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A minute of one room of a source, out of the roll-ups. */
export type SourceMinuteRow = {
  readonly sourceId: number;
  readonly sourceRoomId: number;
  readonly platform: string;
  readonly connector: string;
  readonly minute: number;
  readonly online: number | null;
  readonly joins: number;
  readonly chats: number;
  readonly views: number | null;
};

/** Every minute of each source of a show, by source and time; a feed of several platforms counts as those. */
export function sourceMinutesOf(db: ReadableDatabase, showId: number): readonly SourceMinuteRow[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, m.source_room_id AS sourceRoomId, r.platform, s.connector, m.minute,
      m.viewers_last AS online, m.joins, m.chats, m.views_total AS views
    FROM minute_counts m JOIN source_rooms r ON r.id = m.source_room_id
      JOIN sources s ON s.id = r.source_id
    WHERE m.show_id = ${showId}
      AND NOT EXISTS (SELECT 1 FROM sources c WHERE c.parent_id = s.id)
    ORDER BY m.source_room_id, m.minute`);
}
