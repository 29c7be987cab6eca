import type { CurrencySum } from '#shared/model/metrics.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { FiguresRow } from './show-figures.queries.ts';

export type ListedRow = {
  readonly id: number;
  readonly title: string;
  readonly origin: string;
  readonly state: string;
  readonly currency: string;
  readonly createdTs: number;
  readonly startedTs: number | null;
  readonly endedTs: number | null;
  readonly removedTs: number | null;
  readonly mergedTs: number | null;
};

/** Shows of a room and what lies in its bin, newest first; no parts of others. */
export function listedRows(db: ReadableDatabase, roomId: string): readonly ListedRow[] {
  return db.all(sql`
    SELECT s.id, s.title, s.origin, s.state, s.currency, s.created_ts AS createdTs,
      s.started_ts AS startedTs, s.ended_ts AS endedTs, s.removed_ts AS removedTs,
      (SELECT max(m.merged_ts) FROM show_merges m WHERE m.show_id = s.id) AS mergedTs
    FROM shows s
    WHERE s.room_id = ${roomId} AND s.merged_into IS NULL AND s.erasing_ts IS NULL
    ORDER BY coalesce(s.started_ts, s.created_ts) DESC, s.id DESC`);
}

export type KeyedFigures = FiguresRow & { readonly showId: number };

export function figuresOfRoom(db: ReadableDatabase, roomId: string): readonly KeyedFigures[] {
  return db.all(sql`
    SELECT f.show_id AS showId, sources, anchors, on_air_ms AS onAirMs, events, chats, chatters, joins,
      follows, gifts, orders_placed AS ordersPlaced, orders_paid AS ordersPaid,
      units_paid AS unitsPaid, paid_minor AS paidMinor, views, viewers_mean AS viewersMean,
      viewers_peak AS viewersPeak, pushes, cues_sent AS cuesSent, cues_done AS cuesDone,
      gap_ms AS gapMs
    FROM shows s JOIN show_figures f ON f.show_id = s.id WHERE s.room_id = ${roomId}`);
}

export type WordRow = {
  readonly showId: number;
  readonly kind: 'tag' | 'anchor';
  readonly word: string;
};

export function wordsOfRoom(db: ReadableDatabase, roomId: string): readonly WordRow[] {
  return db.all(sql`
    SELECT w.show_id AS showId, w.kind, w.word FROM shows s JOIN show_words w ON w.show_id = s.id
    WHERE s.room_id = ${roomId} ORDER BY w.show_id, w.kind, w.word`);
}

export function paidOfRoom(
  db: ReadableDatabase,
  roomId: string,
): readonly (CurrencySum & { readonly showId: number })[] {
  return db.all(sql`
    SELECT m.show_id AS showId, m.currency, m.exponent, m.amount_minor AS amountMinor
    FROM shows s JOIN show_money m ON m.show_id = s.id
    WHERE s.room_id = ${roomId} AND m.what = 'order_paid' ORDER BY 1, 2, 3`);
}

/** JSON lists of the products of each show, by link number. */
export function productIdsOfRoom(
  db: ReadableDatabase,
  roomId: string,
): readonly { readonly showId: number; readonly ids: string }[] {
  return db.all(sql`
    SELECT p.show_id AS showId, json_group_array(p.product_id) AS ids
    FROM shows s JOIN show_products p ON p.show_id = s.id
    WHERE s.room_id = ${roomId} GROUP BY p.show_id`);
}

/** Names of products that were in any show of the room, those that were on the longest first. */
export function productNames(
  db: ReadableDatabase,
  roomId: string,
): readonly { readonly productId: number; readonly name: string }[] {
  return db.all(sql`
    SELECT p.id AS productId, coalesce(json_extract(p.fields, '$.name'), '') AS name
    FROM products p JOIN (SELECT product_id, sum(airtime_ms) AS ms FROM show_products
      GROUP BY product_id) a ON a.product_id = p.id
    WHERE p.room_id = ${roomId} ORDER BY a.ms DESC, p.id`);
}

export function timeZoneOf(db: ReadableDatabase, roomId: string): string {
  const row = db.get<{ zone: string }>(
    sql`SELECT time_zone AS zone FROM rooms WHERE id = ${roomId}`,
  );
  return row?.zone ?? 'UTC';
}

export type ManagedShow = {
  readonly id: number;
  readonly title: string;
  readonly state: string;
  readonly removedTs: number | null;
};

/** A show that the room's list or bin has; undefined for a part of another, or one that is erased. */
export function managedShow(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): ManagedShow | undefined {
  return db.get(sql`
    SELECT id, title, state, removed_ts AS removedTs FROM shows
    WHERE id = ${showId} AND room_id = ${roomId} AND merged_into IS NULL AND erasing_ts IS NULL`);
}

export function renameOnly(db: WritableDatabase, showId: number, title: string): void {
  db.run(sql`UPDATE shows SET title = ${title} WHERE id = ${showId}`);
}

export function setRemoved(db: WritableDatabase, showId: number, removedTs: number | null): void {
  db.run(sql`UPDATE shows SET removed_ts = ${removedTs} WHERE id = ${showId}`);
}

/** A show's parts are erased with it. */
export function setErasing(db: WritableDatabase, showId: number, nowTs: number): void {
  db.run(sql`UPDATE shows SET erasing_ts = ${nowTs}, removed_ts = coalesce(removed_ts, ${nowTs})
    WHERE id = ${showId} OR merged_into = ${showId}`);
}

export function putWord(
  db: WritableDatabase,
  showId: number,
  kind: WordRow['kind'],
  word: string,
): void {
  db.run(sql`INSERT INTO show_words (show_id, kind, word) VALUES (${showId}, ${kind}, ${word})
    ON CONFLICT DO NOTHING`);
}

export function dropWord(
  db: WritableDatabase,
  showId: number,
  kind: WordRow['kind'],
  word: string,
): void {
  db.run(
    sql`DELETE FROM show_words WHERE show_id = ${showId} AND kind = ${kind} AND word = ${word}`,
  );
}

export function wordsOfShow(
  db: ReadableDatabase,
  showId: number,
  kind: WordRow['kind'],
): readonly string[] {
  return db
    .all<{ word: string }>(sql`SELECT word FROM show_words
      WHERE show_id = ${showId} AND kind = ${kind} ORDER BY word`)
    .map(({ word }) => word);
}
