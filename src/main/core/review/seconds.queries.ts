import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Span = { readonly fromTs: number; readonly toTs: number };

export type SecondRow = {
  /** Seconds of show time. */
  readonly second: number;
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
};

/**
 * Chat (1), follows (6) and joins (7) of each second of a span, out of the index alone. INDEXED BY
 * makes it fail where it would read more than the span.
 */
export function countedSeconds(
  db: ReadableDatabase,
  showId: number,
  { fromTs, toTs }: Span,
): readonly SecondRow[] {
  return db.all(sql`
    SELECT event_ts / 1000 AS second, sum(kind = 1) AS chats, sum(kind = 7) AS joins,
      sum(kind = 6) AS follows
    FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${fromTs} AND event_ts < ${toTs}
      AND kind IN (1, 6, 7)
    GROUP BY second ORDER BY second`);
}

/** Paid orders (17) of each second of a span. */
export function paidSeconds(
  db: ReadableDatabase,
  showId: number,
  { fromTs, toTs }: Span,
): readonly { readonly second: number; readonly ordersPaid: number }[] {
  return db.all(sql`
    SELECT event_ts / 1000 AS second, count(*) AS ordersPaid
    FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${fromTs} AND event_ts < ${toTs} AND kind = 17
      AND json_extract(body, '$.status') = 'paid'
    GROUP BY second ORDER BY second`);
}

/** Viewer figures (14) of a span in the order in which they hold, each of its source. */
export function viewerFiguresIn(
  db: ReadableDatabase,
  showId: number,
  { fromTs, toTs }: Span,
): readonly { readonly source: number; readonly ts: number; readonly viewers: number }[] {
  return db.all(sql`
    SELECT source_room_id AS source, event_ts AS ts, json_extract(body, '$.current') AS viewers
    FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${fromTs} AND event_ts < ${toTs} AND kind = 14
    ORDER BY event_ts, seq`);
}
