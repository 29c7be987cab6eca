import type { ToldClicks } from '#shared/rules/clicks-between.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Chat lines (kind 1) of a show in each ten seconds that have any, in order. */
export function chatTensOf(
  db: ReadableDatabase,
  showId: number,
): readonly { readonly ten: number; readonly chats: number }[] {
  return db.all(sql`SELECT ten, chats FROM chat_tens WHERE show_id = ${showId} ORDER BY ten`);
}

/** Chat lines (kind 1) of a show from a show time up to, not with, another; by its rows, so of a short span. */
export function chatsBetween(
  db: ReadableDatabase,
  showId: number,
  fromTs: number,
  toTs: number,
): number {
  const row = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${fromTs} AND event_ts < ${toTs} AND kind = 1`);
  return row?.count ?? 0;
}

export type ChatText = { readonly seq: number; readonly ts: number; readonly text: string | null };

/** The next chat lines (kind 1) of a show before `untilTs`, in order of time. */
export function chatTexts(
  db: ReadableDatabase,
  showId: number,
  after: { readonly ts: number; readonly seq: number },
  untilTs: number,
  limit: number,
): readonly ChatText[] {
  return db.all(sql`
    SELECT seq, event_ts AS ts, text FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${after.ts} AND event_ts < ${untilTs}
      AND (event_ts > ${after.ts} OR seq > ${after.seq}) AND kind = 1
    ORDER BY event_ts, seq LIMIT ${limit}`);
}

/** What platforms told of clicks on products (19) in a show, by code, oldest first. */
export function toldClicksOf(
  db: ReadableDatabase,
  showId: number,
): readonly (ToldClicks & { readonly code: string })[] {
  return db.all(sql`
    SELECT event_ts AS ts, json_extract(body, '$.platform') AS platform,
      json_extract(body, '$.productId') AS code, json_extract(body, '$.clicks') AS clicks
    FROM events INDEXED BY events_clicks
    WHERE show_id = ${showId} AND kind = 19 AND json_extract(body, '$.clicks') IS NOT NULL
    ORDER BY event_ts, seq`);
}

export type PaidOrderTuple = readonly [
  ts: number,
  sourceRoomId: number,
  code: string,
  currency: string | null,
  exponent: number | null,
  amountMinor: number,
  units: number,
];

/** Paid orders (17) of a show that name a product, oldest first. */
export function paidOrderTuples(db: ReadableDatabase, showId: number): readonly PaidOrderTuple[] {
  return db.tuples(sql`
    SELECT event_ts, source_room_id, json_extract(body, '$.productId'),
      json_extract(body, '$.money.currency'), json_extract(body, '$.money.exponent'),
      coalesce(json_extract(body, '$.money.amountMinor'), 0), json_extract(body, '$.qty')
    FROM events INDEXED BY events_orders
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'paid'
      AND json_extract(body, '$.productId') IS NOT NULL
    ORDER BY event_ts`);
}
