import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ViewerRow } from '../room/room.queries.ts';

/** `platforms`: JSON list of the ones that are counted; null counts all. */
type Platforms = string | null;

export type AlikeTotals = {
  readonly events: number;
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  readonly unitsPaid: number;
  readonly chatters: number;
  readonly views: number | null;
};

/** Sums of a show over the source rooms of some platforms. */
export function totalsOn(
  db: ReadableDatabase,
  showId: number,
  platforms: Platforms,
): AlikeTotals | undefined {
  return db.get(sql`
    WITH rooms AS (SELECT id, source_id, platform FROM source_rooms
      WHERE ${platforms} IS NULL OR platform IN (SELECT value FROM json_each(${platforms})))
    SELECT coalesce(sum(events), 0) AS events, coalesce(sum(chats), 0) AS chats,
      coalesce(sum(joins), 0) AS joins, coalesce(sum(follows), 0) AS follows,
      coalesce(sum(gifts), 0) AS gifts, coalesce(sum(orders_placed), 0) AS ordersPlaced,
      coalesce(sum(orders_paid), 0) AS ordersPaid, coalesce(sum(units_paid), 0) AS unitsPaid,
      (SELECT count(*) FROM show_chatters c JOIN people p ON p.id = c.person_id
        WHERE c.show_id = ${showId} AND (${platforms} IS NULL
          OR p.platform IN (SELECT value FROM json_each(${platforms})))) AS chatters,
      (SELECT sum(v) FROM (SELECT max(m.views_total) AS v FROM minute_counts m
        JOIN rooms r ON r.id = m.source_room_id WHERE m.show_id = ${showId}
        GROUP BY r.source_id, r.platform)) AS views
    FROM minute_counts WHERE show_id = ${showId} AND source_room_id IN (SELECT id FROM rooms)`);
}

export type AlikeMinute = {
  readonly minute: number;
  readonly viewers: number | null;
  readonly chats: number;
  readonly ordersPaid: number;
};

export function minutesOn(
  db: ReadableDatabase,
  showId: number,
  platforms: Platforms,
): readonly AlikeMinute[] {
  return db.all(sql`
    SELECT minute, sum(viewers_last) AS viewers, sum(chats) AS chats, sum(orders_paid) AS ordersPaid
    FROM minute_counts WHERE show_id = ${showId} AND source_room_id IN (SELECT id FROM source_rooms
      WHERE ${platforms} IS NULL OR platform IN (SELECT value FROM json_each(${platforms})))
    GROUP BY minute ORDER BY minute`);
}

/** Paid money of a currency, minute by minute. */
export function paidMinutesOn(
  db: ReadableDatabase,
  showId: number,
  platforms: Platforms,
  money: { readonly currency: string; readonly exponent: number },
): readonly { readonly minute: number; readonly paidMinor: number }[] {
  return db.all(sql`
    SELECT minute, sum(amount_minor) AS paidMinor FROM minute_money
    WHERE show_id = ${showId} AND what = 'order_paid' AND currency = ${money.currency}
      AND exponent = ${money.exponent} AND source_room_id IN (SELECT id FROM source_rooms
        WHERE ${platforms} IS NULL OR platform IN (SELECT value FROM json_each(${platforms})))
    GROUP BY minute ORDER BY minute`);
}

export function viewerFiguresOn(
  db: ReadableDatabase,
  showId: number,
  platforms: Platforms,
): readonly ViewerRow[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, r.platform, r.platform_room_id AS platformRoomId,
      e.event_ts AS ts, json_extract(e.body, '$.current') AS current,
      json_extract(e.body, '$.total') AS total, json_extract(e.body, '$.isApprox') AS isApprox
    FROM events e INDEXED BY events_viewers JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.show_id = ${showId} AND e.kind = 14 AND (${platforms} IS NULL
      OR r.platform IN (SELECT value FROM json_each(${platforms}))) ORDER BY e.seq`);
}

export type ProductShowRow = {
  readonly showId: number;
  readonly startedTs: number | null;
  readonly productId: number;
  readonly linkNumber: number;
  readonly currency: string;
  readonly pushes: number;
  readonly airtimeMs: number;
  readonly ordersPaid: number | null;
  readonly unitsPaid: number | null;
  readonly paidMinor: number | null;
};

/** Rows of some products (a JSON list) in the live shows of a room, newest first. */
export function productsInShows(
  db: ReadableDatabase,
  roomId: string,
  productIds: string,
): readonly ProductShowRow[] {
  return db.all(sql`
    SELECT p.show_id AS showId, s.started_ts AS startedTs, p.product_id AS productId,
      p.link_number AS linkNumber, p.currency, p.pushes, p.airtime_ms AS airtimeMs,
      p.orders_paid AS ordersPaid, p.units_paid AS unitsPaid, p.paid_minor AS paidMinor
    FROM show_products p INDEXED BY show_products_by_product JOIN shows s ON s.id = p.show_id
    WHERE p.product_id IN (SELECT value FROM json_each(${productIds})) AND s.room_id = ${roomId}
      AND s.origin = 'live' AND s.state = 'ended' AND s.removed_ts IS NULL
    ORDER BY s.started_ts DESC, s.id DESC, p.link_number`);
}

/** Names of the products of a show's rows. */
export function namesIn(
  db: ReadableDatabase,
  productIds: string,
): readonly { readonly id: number; readonly name: string }[] {
  return db.all(sql`SELECT id, coalesce(json_extract(fields, '$.name'), '') AS name FROM products
    WHERE id IN (SELECT value FROM json_each(${productIds}))`);
}
