import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';

const MINUTE_MS = 60_000;

/** What one batch adds to a minute of one source room. */
export type MinuteCounts = {
  events: number;
  chats: number;
  chatters: number;
  joins: number;
  follows: number;
  likes: number;
  shares: number;
  gifts: number;
  memberships: number;
  ordersPlaced: number;
  ordersPaid: number;
  unitsPaid: number;
  viewersLast: number | null;
  viewersLastTs: number | null;
  viewersMax: number | null;
  viewsTotal: number | null;
};

type Key = { readonly showId: number; readonly sourceRoomId: number; readonly minute: number };

export function addMinuteCounts(db: WritableDatabase, key: Key, c: Readonly<MinuteCounts>): void {
  db.run(sql`
    INSERT INTO minute_counts (show_id, source_room_id, minute, events, chats, chatters, joins,
      follows, likes, shares, gifts, memberships, orders_placed, orders_paid, units_paid,
      viewers_last, viewers_last_ts, viewers_max, views_total)
    VALUES (${key.showId}, ${key.sourceRoomId}, ${key.minute}, ${c.events}, ${c.chats}, ${c.chatters},
      ${c.joins}, ${c.follows}, ${c.likes}, ${c.shares}, ${c.gifts}, ${c.memberships},
      ${c.ordersPlaced}, ${c.ordersPaid}, ${c.unitsPaid}, ${c.viewersLast}, ${c.viewersLastTs},
      ${c.viewersMax}, ${c.viewsTotal})
    ON CONFLICT (show_id, source_room_id, minute) DO UPDATE SET
      events = events + excluded.events, chats = chats + excluded.chats,
      chatters = chatters + excluded.chatters, joins = joins + excluded.joins,
      follows = follows + excluded.follows, likes = likes + excluded.likes,
      shares = shares + excluded.shares, gifts = gifts + excluded.gifts,
      memberships = memberships + excluded.memberships,
      orders_placed = orders_placed + excluded.orders_placed,
      orders_paid = orders_paid + excluded.orders_paid,
      units_paid = units_paid + excluded.units_paid,
      viewers_last = CASE WHEN excluded.viewers_last_ts IS NOT NULL
        AND excluded.viewers_last_ts >= coalesce(viewers_last_ts, 0)
        THEN excluded.viewers_last ELSE viewers_last END,
      viewers_last_ts = CASE WHEN excluded.viewers_last_ts IS NOT NULL
        AND excluded.viewers_last_ts >= coalesce(viewers_last_ts, 0)
        THEN excluded.viewers_last_ts ELSE viewers_last_ts END,
      viewers_max = coalesce(max(viewers_max, excluded.viewers_max), viewers_max, excluded.viewers_max),
      views_total = coalesce(max(views_total, excluded.views_total), views_total, excluded.views_total)`);
}

export function addMinuteMoney(
  db: WritableDatabase,
  key: Key,
  add: {
    readonly what: string;
    readonly currency: string;
    readonly exponent: number;
    readonly amountMinor: number;
  },
): void {
  db.run(sql`
    INSERT INTO minute_money (show_id, source_room_id, minute, what, currency, exponent, amount_minor)
    VALUES (${key.showId}, ${key.sourceRoomId}, ${key.minute}, ${add.what}, ${add.currency},
      ${add.exponent}, ${add.amountMinor})
    ON CONFLICT (show_id, source_room_id, minute, what, currency, exponent)
    DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor`);
}

export function addMinuteVirtual(
  db: WritableDatabase,
  key: Key,
  add: { readonly unit: string; readonly quantity: number },
): void {
  db.run(sql`
    INSERT INTO minute_virtual (show_id, source_room_id, minute, unit, quantity)
    VALUES (${key.showId}, ${key.sourceRoomId}, ${key.minute}, ${add.unit}, ${add.quantity})
    ON CONFLICT (show_id, source_room_id, minute, unit)
    DO UPDATE SET quantity = quantity + excluded.quantity`);
}

/** Chat lines in ten seconds of a show; `ten` = floor(event_ts / 10000). */
export function addChatTen(
  db: WritableDatabase,
  add: { readonly showId: number; readonly ten: number; readonly chats: number },
): void {
  db.run(sql`
    INSERT INTO chat_tens (show_id, ten, chats) VALUES (${add.showId}, ${add.ten}, ${add.chats})
    ON CONFLICT (show_id, ten) DO UPDATE SET chats = chats + excluded.chats`);
}

/**
 * A person chatted in this show: counted once, however often. Bound by hand and not through the sql
 * tag: a third of a new show's messages need it.
 */
export const PUT_SHOW_CHATTER = `INSERT INTO show_chatters (show_id, person_id) VALUES (?, ?)
  ON CONFLICT DO NOTHING`;

/** Local keys of the people who chatted in this minute of this source room. */
export function chattersOfMinute(db: ReadableDatabase, key: Key): readonly number[] {
  const fromTs = key.minute * MINUTE_MS;
  return db
    .all<{ person_id: number }>(sql`
      SELECT DISTINCT person_id FROM events
      WHERE show_id = ${key.showId} AND event_ts >= ${fromTs} AND event_ts < ${fromTs + MINUTE_MS}
        AND source_room_id = ${key.sourceRoomId} AND kind = ${EVENT_KIND_CODES.chat}
        AND person_id IS NOT NULL`)
    .map((row) => row.person_id);
}
