import { ProductFields } from '#shared/model/product.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type CatalogueRow = { readonly productId: number; readonly fields: ProductFields };

/** Products of a room that are not on this show's shelf, newest first. */
export function productsOffShelf(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
): readonly CatalogueRow[] {
  return db
    .all<{ productId: number; fields: string }>(sql`
      SELECT id AS productId, fields FROM products
      WHERE room_id = ${roomId}
        AND id NOT IN (SELECT product_id FROM shelf_items WHERE show_id = ${showId})
      ORDER BY id DESC`)
    .map(({ productId, fields }) => ({
      productId,
      fields: ProductFields.parse(JSON.parse(fields)),
    }));
}

/** A product as it lies in the catalogue; `fields` is the stored text itself. */
export type StoredProduct = { readonly id: number; readonly code: string; readonly fields: string };

export function productById(
  db: ReadableDatabase,
  roomId: RoomId,
  productId: number,
): StoredProduct | undefined {
  return db.get(sql`SELECT id, code, fields FROM products
    WHERE room_id = ${roomId} AND id = ${productId}`);
}

export function productByCode(
  db: ReadableDatabase,
  roomId: RoomId,
  code: string,
): StoredProduct | undefined {
  return db.get(sql`SELECT id, code, fields FROM products
    WHERE room_id = ${roomId} AND code = ${code}`);
}

export type StoredPlace = {
  readonly linkNumber: number;
  readonly isSoldOut: number;
  readonly stock: number | null;
  readonly stockUnits: number;
};

/** Where a product lies on a show's shelf. */
export function placeOf(
  db: ReadableDatabase,
  showId: number,
  productId: number,
): StoredPlace | undefined {
  return db.get(sql`SELECT link_number AS linkNumber, is_sold_out AS isSoldOut, stock,
      stock_units AS stockUnits
    FROM shelf_items WHERE show_id = ${showId} AND product_id = ${productId}`);
}

export function setProductFields(db: WritableDatabase, productId: number, fields: string): void {
  db.run(sql`UPDATE products SET fields = ${fields} WHERE id = ${productId}`);
}

export function deleteProduct(db: WritableDatabase, productId: number): void {
  db.run(sql`DELETE FROM products WHERE id = ${productId}`);
}

/** Puts a product exactly where it was on a show's shelf. */
export function restorePlace(
  db: WritableDatabase,
  showId: number,
  productId: number,
  place: StoredPlace,
): void {
  db.run(sql`UPDATE shelf_items SET link_number = ${place.linkNumber},
      is_sold_out = ${place.isSoldOut}, stock = ${place.stock}, stock_units = ${place.stockUnits}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

/** The newest push of a show; 0 before the first. */
export function lastPushId(db: ReadableDatabase, showId: number): number {
  const row = db.get<{ id: number }>(sql`
    SELECT coalesce(max(id), 0) AS id FROM pushes WHERE show_id = ${showId}`);
  return row?.id ?? 0;
}

/** Does anything besides this show's shelf hold on to a product, so that it cannot go? */
export function isProductUsed(db: ReadableDatabase, showId: number, productId: number): boolean {
  return (
    db.get(sql`
    SELECT 1 AS held FROM pushes WHERE product_id = ${productId}
    UNION ALL SELECT 1 FROM cue_cards WHERE product_id = ${productId}
    UNION ALL SELECT 1 FROM blocks WHERE product_id = ${productId}
    UNION ALL SELECT 1 FROM shelf_items WHERE product_id = ${productId} AND show_id <> ${showId}
    LIMIT 1`) !== undefined
  );
}
