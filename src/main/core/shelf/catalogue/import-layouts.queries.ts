import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

/** As many tables as anybody has; the ones used longest ago go. */
const LAYOUTS_MAX = 100;

/** The columns that were taken last for a table with these headings, as JSON. */
export function layoutOf(
  db: ReadableDatabase,
  roomId: RoomId,
  headings: string,
): string | undefined {
  return db.get<{ columns: string }>(sql`SELECT columns FROM import_layouts
    WHERE room_id = ${roomId} AND headings = ${headings}`)?.columns;
}

export function putLayout(
  db: WritableDatabase,
  roomId: RoomId,
  layout: { readonly headings: string; readonly columns: string; readonly usedTs: number },
): void {
  const { headings, columns, usedTs } = layout;
  db.run(sql`INSERT INTO import_layouts (room_id, headings, columns, used_ts)
    VALUES (${roomId}, ${headings}, ${columns}, ${usedTs})
    ON CONFLICT (room_id, headings) DO UPDATE SET columns = excluded.columns,
      used_ts = excluded.used_ts`);
  db.run(sql`DELETE FROM import_layouts WHERE room_id = ${roomId} AND headings NOT IN (
    SELECT headings FROM import_layouts WHERE room_id = ${roomId}
    ORDER BY used_ts DESC LIMIT ${LAYOUTS_MAX})`);
}
