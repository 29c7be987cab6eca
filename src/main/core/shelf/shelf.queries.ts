import { z } from 'zod';

import { ProductFields, Push, TargetAnswer } from '#shared/model/product.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { copyGroups } from './groups/groups.queries.ts';

export type StoredItem = ProductFields & {
  readonly productId: number;
  readonly linkNumber: number;
  readonly isSoldOut: boolean;
  /** The group of this shelf it is in; null for none. */
  readonly groupId: number | null;
  /** Its stored picture; null for none. */
  readonly imageId: string | null;
  /** Units that were paid when `stock` was told: what was paid since is taken off it. */
  readonly stockUnits: number;
};

/** Products of a show's shelf in the order of their link numbers. */
export function itemsOf(db: ReadableDatabase, showId: number): readonly StoredItem[] {
  return db
    .all<{
      productId: number;
      linkNumber: number;
      isSoldOut: number;
      groupId: number | null;
      stock: number | null;
      stockUnits: number;
      imageId: string | null;
      fields: string;
    }>(sql`
      SELECT i.product_id AS productId, i.link_number AS linkNumber, i.is_sold_out AS isSoldOut,
        i.group_id AS groupId, i.stock, i.stock_units AS stockUnits, m.image_id AS imageId, p.fields
      FROM shelf_items i JOIN products p ON p.id = i.product_id
        LEFT JOIN product_images m ON m.product_id = i.product_id
      WHERE i.show_id = ${showId} ORDER BY i.link_number`)
    .map(({ fields, isSoldOut, stock, ...row }) => ({
      ...ProductFields.parse(JSON.parse(fields)),
      ...row,
      stock,
      isSoldOut: isSoldOut === 1,
    }));
}

export function putItem(
  db: WritableDatabase,
  showId: number,
  productId: number,
  linkNumber: number,
  stock: number | null,
  stockUnits: number,
): void {
  db.run(sql`INSERT INTO shelf_items (show_id, product_id, link_number, stock, stock_units)
    VALUES (${showId}, ${productId}, ${linkNumber}, ${stock}, ${stockUnits})
    ON CONFLICT (show_id, product_id) DO UPDATE SET link_number = excluded.link_number,
      stock = excluded.stock, stock_units = excluded.stock_units`);
}

export function copyItems(db: WritableDatabase, fromShowId: number, toShowId: number): void {
  copyGroups(db, fromShowId, toShowId);
  db.run(sql`INSERT INTO shelf_items (show_id, product_id, link_number, stock, group_id)
    SELECT ${toShowId}, i.product_id, i.link_number, i.stock, copy.id
    FROM shelf_items i LEFT JOIN shelf_groups g ON g.id = i.group_id
      LEFT JOIN shelf_groups copy ON copy.show_id = ${toShowId} AND copy.place = g.place
    WHERE i.show_id = ${fromShowId}`);
}

export function removeItem(db: WritableDatabase, showId: number, productId: number): void {
  db.run(sql`DELETE FROM shelf_items WHERE show_id = ${showId} AND product_id = ${productId}`);
}

export function setLinkNumber(
  db: WritableDatabase,
  showId: number,
  productId: number,
  n: number,
): void {
  db.run(sql`UPDATE shelf_items SET link_number = ${n}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

export function setSoldOut(
  db: WritableDatabase,
  showId: number,
  productId: number,
  is: boolean,
): void {
  db.run(sql`UPDATE shelf_items SET is_sold_out = ${is ? 1 : 0}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

export function setStock(
  db: WritableDatabase,
  showId: number,
  productId: number,
  stock: number | null,
  stockUnits: number,
): void {
  db.run(sql`UPDATE shelf_items SET stock = ${stock}, stock_units = ${stockUnits}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

/** A push as it is stored, with the show time it left the shelf. */
export type StoredPush = Push & { readonly endTs: number | null };

const PushRow = z.object({ ...Push.omit({ targets: true, undoUntilTs: true }).shape });

type TargetRow = {
  readonly pushId: number;
  readonly target: string;
  readonly reverseState: string | null;
  readonly reverseReason: string | null;
  readonly reverseDelayMs: number | null;
  readonly there: string | null;
} & Readonly<Record<string, unknown>>;

function answerOf(row: TargetRow): TargetAnswer {
  const {
    pushId: _pushId,
    target,
    reverseState,
    reverseReason,
    reverseDelayMs,
    there,
    ...rest
  } = row;
  const [kind, outlet] = target.split(':');
  return TargetAnswer.parse({
    ...rest,
    target: kind,
    outletId: outlet === undefined ? null : Number(outlet),
    there: there === null ? null : JSON.parse(there),
    reverse:
      reverseState === null
        ? null
        : { state: reverseState, reason: reverseReason, delayMs: reverseDelayMs },
  });
}

/** The desk's own targets by their kind, an outlet with its id. */
function targetKey({ target, outletId }: TargetAnswer): string {
  return outletId === null ? target : `${target}:${outletId}`;
}

/** All pushes of a show, oldest first. */
export function pushesOf(
  db: ReadableDatabase,
  showId: number,
  undoWindowMs: number,
): readonly StoredPush[] {
  const targets = new Map<number, TargetAnswer[]>();
  const rows = db.all<TargetRow>(sql`
    SELECT t.push_id AS pushId, t.target, t.name, t.text, t.state, t.reason, t.delay_ms AS delayMs,
      t.reverse_state AS reverseState, t.reverse_reason AS reverseReason,
      t.reverse_delay_ms AS reverseDelayMs, t.there
    FROM push_targets t JOIN pushes p ON p.id = t.push_id WHERE p.show_id = ${showId}`);
  for (const row of rows) {
    const list = targets.get(row.pushId) ?? [];
    list.push(answerOf(row));
    targets.set(row.pushId, list);
  }
  return db
    .all<Record<string, unknown> & { id: number; goWallTs: number; endTs: number | null }>(sql`
      SELECT id, product_id AS productId, link_number AS linkNumber, go_ts AS goTs,
        go_wall_ts AS goWallTs, end_ts AS endTs, state, cue_id AS cueId
      FROM pushes WHERE show_id = ${showId} ORDER BY id`)
    .map((row) => ({
      ...PushRow.parse(row),
      endTs: row.endTs,
      undoUntilTs: row.goWallTs + undoWindowMs,
      targets: targets.get(row.id) ?? [],
    }));
}

export function insertPush(
  db: WritableDatabase,
  push: {
    readonly showId: number;
    readonly productId: number;
    readonly linkNumber: number;
    readonly cueId: number | null;
    readonly goTs: number;
    readonly goWallTs: number;
  },
): number {
  return db.run(sql`INSERT INTO pushes (show_id, product_id, link_number, cue_id, go_ts, go_wall_ts, state, seq)
    VALUES (${push.showId}, ${push.productId}, ${push.linkNumber}, ${push.cueId}, ${push.goTs},
      ${push.goWallTs}, 'on_shelf', 0)`).lastId;
}

export function setPushSeq(db: WritableDatabase, pushId: number, seq: number): void {
  db.run(sql`UPDATE pushes SET seq = ${seq} WHERE id = ${pushId}`);
}

export function setPushState(
  db: WritableDatabase,
  pushId: number,
  state: Push['state'],
  endTs: number | null,
): void {
  db.run(sql`UPDATE pushes SET state = ${state}, end_ts = ${endTs} WHERE id = ${pushId}`);
}

export function putTarget(db: WritableDatabase, pushId: number, answer: TargetAnswer): void {
  const { name, text, state, reason, delayMs, reverse, there } = answer;
  db.run(sql`INSERT INTO push_targets
      (push_id, target, name, text, state, reason, delay_ms, reverse_state, reverse_reason, reverse_delay_ms,
        there)
    VALUES (${pushId}, ${targetKey(answer)}, ${name}, ${text}, ${state}, ${reason}, ${delayMs},
      ${reverse?.state ?? null}, ${reverse?.reason ?? null}, ${reverse?.delayMs ?? null},
      ${there === null ? null : JSON.stringify(there)})
    ON CONFLICT (push_id, target) DO UPDATE SET
      state = excluded.state, reason = excluded.reason, delay_ms = excluded.delay_ms,
      reverse_state = excluded.reverse_state, reverse_reason = excluded.reverse_reason,
      reverse_delay_ms = excluded.reverse_delay_ms, there = excluded.there`);
}

export type PaidRow = {
  readonly code: string;
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number;
  readonly paidMinor: number;
};

/** Paid orders of a show by the product they name and the currency they were paid in. */
export function paidByCode(db: ReadableDatabase, showId: number): readonly PaidRow[] {
  // The kind is written out (17 is an order): only so does the partial index serve, which holds it all.
  return db.all(sql`
    SELECT json_extract(body, '$.productId') AS code, json_extract(body, '$.money.currency') AS currency,
      count(*) AS orders, sum(json_extract(body, '$.qty')) AS units,
      coalesce(sum(json_extract(body, '$.money.amountMinor')), 0) AS paidMinor
    FROM events INDEXED BY events_orders
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'paid'
      AND json_extract(body, '$.productId') IS NOT NULL
    GROUP BY 1, 2`);
}
