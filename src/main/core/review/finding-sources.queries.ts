import type { SourceMinute } from '#shared/rules/findings/facts.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type SourceMinuteRow = SourceMinute & {
  readonly sourceId: number;
  readonly platform: string;
  readonly minute: number;
};

/** What each source brought in each minute of a show, in order of time; rooms of one source together. */
export function sourceMinutesOf(db: ReadableDatabase, showId: number): readonly SourceMinuteRow[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, r.platform, m.minute, sum(m.viewers_last) AS viewers,
      sum(m.chats) AS chats, sum(m.joins) AS joins, sum(m.orders_paid) AS ordersPaid
    FROM minute_counts m JOIN source_rooms r ON r.id = m.source_room_id
    WHERE m.show_id = ${showId} GROUP BY r.source_id, r.platform, m.minute
    ORDER BY m.minute, r.source_id, r.platform`);
}
