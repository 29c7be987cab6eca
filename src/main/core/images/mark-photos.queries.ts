import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Photos of marked moments as they stand: by the last thing that was said of each (107, 108). */
export function photosInUse(db: ReadableDatabase): readonly string[] {
  return db
    .all<{ imageId: string | null }>(sql`
      SELECT max(seq) AS seq,
        CASE kind WHEN 107 THEN json_extract(body, '$.imageId') END AS imageId
      FROM events INDEXED BY events_few
      WHERE show_id IN (SELECT id FROM shows) AND kind IN (107, 108) AND kind >= 40
      GROUP BY json_extract(body, '$.bookmarkSeq')`)
    .flatMap(({ imageId }) => imageId ?? []);
}
