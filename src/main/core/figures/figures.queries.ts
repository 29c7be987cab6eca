import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export function isSourceOfRoom(db: ReadableDatabase, roomId: string, sourceId: number): boolean {
  return (
    db.get(sql`SELECT 1 AS found FROM sources WHERE id = ${sourceId} AND room_id = ${roomId}`) !==
    undefined
  );
}

/** Sources that gave something to a show; a feed of several platforms counts as those. */
export function sourcesOfPastShow(db: ReadableDatabase, showId: number) {
  type Row = { readonly id: number; readonly platform: string; readonly connector: string };
  return db.all<Row>(sql`
    SELECT s.id, min(r.platform) AS platform, s.connector
    FROM source_rooms r JOIN sources s ON s.id = r.source_id
    WHERE r.id IN (SELECT DISTINCT source_room_id FROM minute_counts WHERE show_id = ${showId})
      AND NOT EXISTS (SELECT 1 FROM sources c WHERE c.parent_id = s.id)
    GROUP BY s.id, s.connector ORDER BY s.id`);
}
