import type { CurrencySum } from '#shared/model/metrics.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A row of `show_figures`, as it is stored: counts, whatever the sources could tell. */
export type FiguresRow = {
  readonly sources: string;
  readonly anchors: string;
  readonly onAirMs: number;
  readonly events: number;
  readonly chats: number;
  readonly chatters: number;
  readonly joins: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  readonly unitsPaid: number;
  readonly paidMinor: number;
  readonly views: number | null;
  readonly viewersMean: number | null;
  readonly viewersPeak: number | null;
  readonly pushes: number;
  readonly cuesSent: number;
  readonly cuesDone: number;
  readonly gapMs: number;
};

export type MoneyRow = CurrencySum & { readonly what: 'order_placed' | 'order_paid' | 'tip' };

export type ProductFiguresRow = {
  readonly productId: number;
  readonly linkNumber: number;
  readonly currency: string;
  readonly pushes: number;
  readonly airtimeMs: number;
  readonly ordersPaid: number | null;
  readonly unitsPaid: number | null;
  readonly paidMinor: number | null;
};

/** Something was written into the show: what it came to is counted again when it is asked for. */
export const FORGET_FIGURES = 'DELETE FROM show_figures WHERE show_id = ?';

export function forgetFigures(db: WritableDatabase, showId: number): void {
  db.run(sql`DELETE FROM show_figures WHERE show_id = ${showId}`);
}

/** The product is known by another code, or priced in another currency: its shows are counted again. */
export function forgetFiguresWith(db: WritableDatabase, productId: number): void {
  db.run(sql`DELETE FROM show_figures WHERE show_id IN (
    SELECT show_id FROM show_products WHERE product_id = ${productId}
    UNION SELECT show_id FROM shelf_items WHERE product_id = ${productId})`);
}

export function putFigures(db: WritableDatabase, showId: number, row: FiguresRow): void {
  db.run(sql`DELETE FROM show_figures WHERE show_id = ${showId}`);
  db.run(sql`DELETE FROM show_money WHERE show_id = ${showId}`);
  db.run(sql`DELETE FROM show_products WHERE show_id = ${showId}`);
  db.run(sql`
    INSERT INTO show_figures (show_id, sources, anchors, on_air_ms, events, chats, chatters, joins,
      follows, gifts, orders_placed, orders_paid, units_paid, paid_minor, views, viewers_mean,
      viewers_peak, pushes, cues_sent, cues_done, gap_ms)
    VALUES (${showId}, ${row.sources}, ${row.anchors}, ${row.onAirMs}, ${row.events}, ${row.chats},
      ${row.chatters}, ${row.joins}, ${row.follows}, ${row.gifts}, ${row.ordersPlaced},
      ${row.ordersPaid}, ${row.unitsPaid}, ${row.paidMinor}, ${row.views}, ${row.viewersMean},
      ${row.viewersPeak}, ${row.pushes}, ${row.cuesSent}, ${row.cuesDone}, ${row.gapMs})`);
}

export function putMoney(db: WritableDatabase, showId: number, row: MoneyRow): void {
  db.run(sql`INSERT INTO show_money (show_id, what, currency, exponent, amount_minor)
    VALUES (${showId}, ${row.what}, ${row.currency}, ${row.exponent}, ${row.amountMinor})`);
}

export function putProduct(db: WritableDatabase, showId: number, row: ProductFiguresRow): void {
  db.run(sql`INSERT INTO show_products (show_id, product_id, link_number, currency, pushes, airtime_ms,
      orders_paid, units_paid, paid_minor)
    VALUES (${showId}, ${row.productId}, ${row.linkNumber}, ${row.currency}, ${row.pushes},
      ${row.airtimeMs}, ${row.ordersPaid}, ${row.unitsPaid}, ${row.paidMinor})`);
}

export function storedFigures(db: ReadableDatabase, showId: number): FiguresRow | undefined {
  return db.get(sql`
    SELECT sources, anchors, on_air_ms AS onAirMs, events, chats, chatters, joins, follows, gifts,
      orders_placed AS ordersPlaced, orders_paid AS ordersPaid, units_paid AS unitsPaid,
      paid_minor AS paidMinor, views, viewers_mean AS viewersMean, viewers_peak AS viewersPeak,
      pushes, cues_sent AS cuesSent, cues_done AS cuesDone, gap_ms AS gapMs
    FROM show_figures WHERE show_id = ${showId}`);
}

export function storedProducts(db: ReadableDatabase, showId: number): readonly ProductFiguresRow[] {
  return db.all(sql`
    SELECT product_id AS productId, link_number AS linkNumber, currency, pushes,
      airtime_ms AS airtimeMs, orders_paid AS ordersPaid, units_paid AS unitsPaid,
      paid_minor AS paidMinor
    FROM show_products WHERE show_id = ${showId} ORDER BY link_number, product_id`);
}

/** Shows of a room that have ended and are not counted (any more), the newest first. */
export function uncountedShows(db: ReadableDatabase, roomId: string): readonly number[] {
  return db
    .all<{ id: number }>(sql`
      SELECT s.id FROM shows s WHERE s.room_id = ${roomId} AND s.state = 'ended'
        AND s.merged_into IS NULL AND s.erasing_ts IS NULL
        AND NOT EXISTS (SELECT 1 FROM show_figures f WHERE f.show_id = s.id)
      ORDER BY s.id DESC`)
    .map(({ id }) => id);
}

/** Names of the hosts of a show in the order they came on (93); else who ran the blocks that were on air. */
export function anchorsInLog(db: ReadableDatabase, showId: number): readonly string[] {
  const told = db.all<{ name: string }>(sql`
    SELECT json_extract(body, '$.name') AS name FROM events
    WHERE show_id = ${showId} AND kind = 93 AND kind >= 40
      AND coalesce(json_extract(body, '$.name'), '') <> '' ORDER BY seq`);
  if (told.length > 0) return [...new Set(told.map(({ name }) => name))];
  return db
    .all<{ name: string }>(sql`
      SELECT DISTINCT a.name FROM blocks b JOIN shows s ON s.id = b.show_id
        JOIN anchors a ON a.room_id = s.room_id AND a.name = b.owner
      WHERE b.show_id = ${showId} AND b.started_ts IS NOT NULL ORDER BY b.position`)
    .map(({ name }) => name);
}

export function gapSpans(
  db: ReadableDatabase,
  showId: number,
): readonly { readonly fromTs: number; readonly toTs: number }[] {
  return db.all(sql`SELECT from_ts AS fromTs, to_ts AS toTs FROM gaps
    WHERE show_id = ${showId} ORDER BY from_ts`);
}

export function unitsPaidOf(db: ReadableDatabase, showId: number): number {
  const row = db.get<{ units: number }>(sql`
    SELECT coalesce(sum(units_paid), 0) AS units FROM minute_counts WHERE show_id = ${showId}`);
  return row?.units ?? 0;
}
