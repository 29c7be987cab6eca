import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type PlatformCounts = {
  readonly platform: string;
  readonly connector: string;
  /** Null where it counts none. */
  readonly views: number | null;
  readonly entries: number;
  readonly follows: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  readonly unitsPaid: number;
};

/**
 * Counts of a show by platform and connector, from roll-ups; views are the last of each source. A feed
 * of several platforms counts as those.
 */
export function platformCountsOf(db: ReadableDatabase, showId: number): readonly PlatformCounts[] {
  return db.all(sql`
    SELECT platform, connector, sum(views) AS views, sum(entries) AS entries,
      sum(follows) AS follows, sum(ordersPlaced) AS ordersPlaced, sum(ordersPaid) AS ordersPaid,
      sum(unitsPaid) AS unitsPaid
    FROM (SELECT r.platform, s.connector, max(m.views_total) AS views, sum(m.joins) AS entries,
        sum(m.follows) AS follows, sum(m.orders_placed) AS ordersPlaced,
        sum(m.orders_paid) AS ordersPaid, sum(m.units_paid) AS unitsPaid
      FROM minute_counts m JOIN source_rooms r ON r.id = m.source_room_id
        JOIN sources s ON s.id = r.source_id
      WHERE m.show_id = ${showId}
        AND NOT EXISTS (SELECT 1 FROM sources c WHERE c.parent_id = s.id)
      GROUP BY r.source_id, r.platform)
    GROUP BY platform, connector ORDER BY platform, connector`);
}

/** Money of a show's orders by platform, in its currency. */
export function platformMoneyOf(
  db: ReadableDatabase,
  showId: number,
  currency: string,
  exponent: number,
): readonly {
  readonly platform: string;
  readonly what: 'order_placed' | 'order_paid';
  readonly amountMinor: number;
}[] {
  return db.all(sql`
    SELECT r.platform, m.what, sum(m.amount_minor) AS amountMinor
    FROM minute_money m JOIN source_rooms r ON r.id = m.source_room_id
    WHERE m.show_id = ${showId} AND m.currency = ${currency} AND m.exponent = ${exponent}
      AND m.what IN ('order_placed', 'order_paid')
    GROUP BY r.platform, m.what`);
}

/** The platform of each source's room that gave something to a show. */
export function platformsOfRooms(
  db: ReadableDatabase,
  showId: number,
): ReadonlyMap<number, string> {
  const rows = db.all<{ readonly id: number; readonly platform: string }>(sql`
    SELECT id, platform FROM source_rooms
    WHERE id IN (SELECT source_room_id FROM minute_counts WHERE show_id = ${showId})`);
  return new Map(rows.map(({ id, platform }) => [id, platform]));
}

/** Products by their ids, in that order of the store. */
export function productsNamed(
  db: ReadableDatabase,
  ids: readonly number[],
): readonly { readonly id: number; readonly code: string; readonly name: string }[] {
  if (ids.length === 0) return [];
  return db.all(sql`
    SELECT id, code, json_extract(fields, '$.name') AS name FROM products
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY id`);
}
