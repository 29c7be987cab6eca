import type { ShowSummary } from '#shared/model/review.ts';
import type { CurrencySum, VirtualSum } from '#shared/model/metrics.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/**
 * What the review reads: roll-ups, small tables and the few rows that index `events_few` holds, so
 * that a show of millions opens at once. The kinds are literals because only then that index serves;
 * INDEXED BY makes a query that it cannot serve fail instead of reading everything.
 */
export function roomOfShow(db: ReadableDatabase, showId: number): string | undefined {
  // What lies in the bin, or is a part of another, has no review.
  return db.get<{ roomId: string }>(sql`SELECT room_id AS roomId FROM shows
    WHERE id = ${showId} AND removed_ts IS NULL`)?.roomId;
}

export type ShowSource = { readonly connector: string; readonly platform: string };

/**
 * Sources that gave something to this show, with the platforms their events came from. A feed of
 * several platforms counts as those, not as itself.
 */
export function sourcesOfShow(db: ReadableDatabase, showId: number): readonly ShowSource[] {
  return db.all(sql`
    SELECT DISTINCT s.connector, r.platform FROM source_rooms r JOIN sources s ON s.id = r.source_id
    WHERE r.id IN (SELECT DISTINCT source_room_id FROM minute_counts WHERE show_id = ${showId})
      AND NOT EXISTS (SELECT 1 FROM sources c WHERE c.parent_id = s.id)
    ORDER BY r.platform, s.connector`);
}

export type TotalsRow = {
  readonly feedEvents: number;
  readonly facts: number;
  readonly chats: number;
  readonly chatters: number;
  readonly joins: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  /** Null where no source counts views. */
  readonly views: number | null;
};

export function totalsOf(db: ReadableDatabase, showId: number): TotalsRow {
  const row = db.get<TotalsRow>(sql`
    SELECT coalesce(sum(events), 0) AS feedEvents, coalesce(sum(chats), 0) AS chats,
      coalesce(sum(joins), 0) AS joins, coalesce(sum(follows), 0) AS follows,
      coalesce(sum(gifts), 0) AS gifts, coalesce(sum(orders_placed), 0) AS ordersPlaced,
      coalesce(sum(orders_paid), 0) AS ordersPaid,
      (SELECT count(*) FROM events WHERE show_id = ${showId} AND kind >= 40) AS facts,
      (SELECT count(*) FROM show_chatters WHERE show_id = ${showId}) AS chatters,
      (SELECT sum(v) FROM (SELECT max(m.views_total) AS v FROM minute_counts m
        JOIN source_rooms r ON r.id = m.source_room_id
        WHERE m.show_id = ${showId} GROUP BY r.source_id, r.platform)) AS views
    FROM minute_counts WHERE show_id = ${showId}`);
  if (row === undefined) throw new Error('sums without a row');
  return row;
}

/** Real money of a kind in the whole show, one sum for each currency. */
export function moneyOf(
  db: ReadableDatabase,
  showId: number,
  what: 'order_placed' | 'order_paid' | 'tip',
): readonly CurrencySum[] {
  return db.all(sql`
    SELECT currency, exponent, sum(amount_minor) AS amountMinor FROM minute_money
    WHERE show_id = ${showId} AND what = ${what} GROUP BY currency, exponent ORDER BY 1, 2`);
}

export function virtualOf(db: ReadableDatabase, showId: number): readonly VirtualSum[] {
  return db.all(sql`
    SELECT unit, sum(quantity) AS quantity FROM minute_virtual
    WHERE show_id = ${showId} GROUP BY unit ORDER BY unit`);
}

export type MinuteRow = {
  readonly minute: number;
  readonly viewers: number | null;
  readonly chats: number;
  readonly chatters: number;
  readonly joins: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPaid: number;
};

/** Sums over the show's sources; people are counted in each source they chatted in. */
export function minutesOf(db: ReadableDatabase, showId: number): readonly MinuteRow[] {
  return db.all(sql`
    SELECT minute, sum(viewers_last) AS viewers, sum(chats) AS chats, sum(chatters) AS chatters,
      sum(joins) AS joins, sum(follows) AS follows, sum(gifts) AS gifts,
      sum(orders_paid) AS ordersPaid
    FROM minute_counts WHERE show_id = ${showId} GROUP BY minute ORDER BY minute`);
}

export function paidByMinute(
  db: ReadableDatabase,
  showId: number,
  currency: string,
  exponent: number,
): readonly { readonly minute: number; readonly paidMinor: number }[] {
  return db.all(sql`
    SELECT minute, sum(amount_minor) AS paidMinor FROM minute_money
    WHERE show_id = ${showId} AND what = 'order_paid' AND currency = ${currency}
      AND exponent = ${exponent}
    GROUP BY minute`);
}

export type ProductRow = {
  readonly id: number;
  readonly linkNumber: number;
  readonly fields: string;
};

/** Products on the show's shelf, and those that were pushed and are off it. */
export function productsOf(db: ReadableDatabase, showId: number): readonly ProductRow[] {
  return db.all(sql`
    SELECT p.id, p.fields, coalesce(i.link_number, (SELECT link_number FROM pushes
        WHERE show_id = ${showId} AND product_id = p.id ORDER BY id DESC LIMIT 1)) AS linkNumber
    FROM products p LEFT JOIN shelf_items i ON i.product_id = p.id AND i.show_id = ${showId}
    WHERE i.product_id IS NOT NULL
      OR p.id IN (SELECT product_id FROM pushes WHERE show_id = ${showId})
    ORDER BY linkNumber, p.id`);
}

/** Paid orders by the product they name and the currency they were paid in. */
export type SalesRow = {
  readonly code: string;
  readonly currency: string | null;
  readonly exponent: number | null;
  readonly orders: number;
  readonly units: number;
  readonly amountMinor: number;
};

/** Cues the anchor marked as done, whatever became of them later. */
export function doneCuesOf(db: ReadableDatabase, showId: number): number {
  const row = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM cue_answers a JOIN cues c ON c.id = a.cue_id
    WHERE c.show_id = ${showId} AND a.answer = 'done'`);
  return row?.count ?? 0;
}

/** The newest shows of a room first, with the number of their events on disk. */
export function showSummariesOf(
  db: ReadableDatabase,
  roomId: string,
  limit: number,
): readonly ShowSummary[] {
  return db.all(sql`
    SELECT s.id, s.title, s.origin, s.state, s.started_ts AS startedTs, s.ended_ts AS endedTs,
      (SELECT coalesce(sum(m.events), 0) FROM minute_counts m WHERE m.show_id = s.id)
        + (SELECT count(*) FROM events e WHERE e.show_id = s.id AND e.kind >= 40) AS events
    FROM shows s WHERE s.room_id = ${roomId} AND s.removed_ts IS NULL
    ORDER BY s.id DESC LIMIT ${limit}`);
}

export type EarlierShow = {
  readonly id: number;
  readonly title: string;
  readonly startedTs: number;
};

/** Live shows of a room that ended before this one began, in its currency and on air so long; newest first. */
export function earlierShowsOf(
  db: ReadableDatabase,
  roomId: string,
  show: { readonly id: number; readonly startedTs: number | null; readonly currency: string },
  asked: { readonly leastOnAirMs: number; readonly limit: number },
): readonly EarlierShow[] {
  return db.all(sql`
    SELECT id, title, started_ts AS startedTs FROM shows
    WHERE room_id = ${roomId} AND id <> ${show.id} AND origin = 'live' AND state = 'ended' AND removed_ts IS NULL
      AND currency = ${show.currency} AND started_ts < ${show.startedTs ?? 0}
      AND on_air_before_ms >= ${asked.leastOnAirMs}
    ORDER BY started_ts DESC, id DESC LIMIT ${asked.limit}`);
}
