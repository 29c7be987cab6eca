import { OutletConfig } from '#shared/model/outlet.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type OutletRow = {
  readonly id: number;
  readonly name: string;
  readonly config: OutletConfig;
  readonly isOn: boolean;
};

/** Outlets of a room in the order they were added. */
export function outletsOf(db: ReadableDatabase, roomId: RoomId): readonly OutletRow[] {
  return db
    .all<{ id: number; name: string; config: string; isOn: number }>(sql`
      SELECT id, name, config, is_on AS isOn FROM outlets
      WHERE room_id = ${roomId} AND removed_ts IS NULL ORDER BY id`)
    .map(({ config, isOn, ...row }) => ({
      ...row,
      config: OutletConfig.parse(JSON.parse(config)),
      isOn: isOn === 1,
    }));
}

export function insertOutlet(
  db: WritableDatabase,
  roomId: RoomId,
  name: string,
  config: OutletConfig,
): number {
  return db.run(sql`INSERT INTO outlets (room_id, kind, name, config)
    VALUES (${roomId}, ${config.kind}, ${name}, ${JSON.stringify(config)})`).lastId;
}

export function changeOutlet(
  db: WritableDatabase,
  id: number,
  name: string,
  config: OutletConfig,
): void {
  db.run(
    sql`UPDATE outlets SET name = ${name}, config = ${JSON.stringify(config)} WHERE id = ${id}`,
  );
}

export function switchOutlet(db: WritableDatabase, id: number, isOn: boolean): void {
  db.run(sql`UPDATE outlets SET is_on = ${isOn ? 1 : 0} WHERE id = ${id}`);
}

export function removeOutlet(db: WritableDatabase, id: number, removedTs: number): void {
  db.run(sql`UPDATE outlets SET removed_ts = ${removedTs} WHERE id = ${id}`);
  db.run(sql`DELETE FROM outlet_products WHERE outlet_id = ${id}`);
  db.run(sql`DELETE FROM outlet_shows_out WHERE outlet_id = ${id}`);
}

/** Outlets that one show leaves out. */
export function leftOutOf(db: ReadableDatabase, showId: number): readonly number[] {
  return db
    .all<{ outletId: number }>(sql`
      SELECT outlet_id AS outletId FROM outlet_shows_out WHERE show_id = ${showId} ORDER BY 1`)
    .map(({ outletId }) => outletId);
}

export function setInShow(
  db: WritableDatabase,
  outletId: number,
  showId: number,
  isIn: boolean,
): void {
  db.run(
    isIn
      ? sql`DELETE FROM outlet_shows_out WHERE outlet_id = ${outletId} AND show_id = ${showId}`
      : sql`INSERT OR IGNORE INTO outlet_shows_out (outlet_id, show_id)
          VALUES (${outletId}, ${showId})`,
  );
}

export type OverrideRow = {
  readonly outletId: number;
  readonly productId: number;
  readonly isOn: boolean;
};

/** Where products of a room go their own way. */
export function overridesOf(db: ReadableDatabase, roomId: RoomId): readonly OverrideRow[] {
  return db
    .all<{ outletId: number; productId: number; isOn: number }>(sql`
      SELECT o.outlet_id AS outletId, o.product_id AS productId, o.is_on AS isOn
      FROM outlet_products o JOIN outlets t ON t.id = o.outlet_id WHERE t.room_id = ${roomId}
      ORDER BY 1, 2`)
    .map(({ isOn, ...row }) => ({ ...row, isOn: isOn === 1 }));
}

/** Null: the product follows the outlet again. */
export function setOverride(
  db: WritableDatabase,
  outletId: number,
  productId: number,
  isOn: boolean | null,
): void {
  if (isOn === null) {
    db.run(sql`DELETE FROM outlet_products
      WHERE outlet_id = ${outletId} AND product_id = ${productId}`);
    return;
  }
  db.run(sql`INSERT INTO outlet_products (outlet_id, product_id, is_on)
    VALUES (${outletId}, ${productId}, ${isOn ? 1 : 0})
    ON CONFLICT (outlet_id, product_id) DO UPDATE SET is_on = excluded.is_on`);
}
