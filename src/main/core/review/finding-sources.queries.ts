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

/** Orders (17) of a show that were cancelled. */
export function cancelledOrdersOf(db: ReadableDatabase, showId: number): number {
  const row = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM events INDEXED BY events_orders
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'cancelled'`);
  return row?.count ?? 0;
}

/** What a platform told of its stream (16), or that a product of it is sold out (19). */
export type ToldState = {
  readonly ts: number;
  readonly platform: string;
  readonly roomId: number;
  /** Of the product; null: of the stream. */
  readonly code: string | null;
  readonly state: string;
};

/** In order of time; the condition is the index's own, or it would not serve. */
export function toldStatesOf(db: ReadableDatabase, showId: number): readonly ToldState[] {
  return db.all(sql`
    SELECT event_ts AS ts, json_extract(body, '$.platform') AS platform, source_room_id AS roomId,
      json_extract(body, '$.productId') AS code, json_extract(body, '$.state') AS state
    FROM events INDEXED BY events_states
    WHERE show_id = ${showId}
      AND (kind = 16 OR (kind = 19 AND json_extract(body, '$.state') = 'soldout'))
    ORDER BY event_ts, seq`);
}
