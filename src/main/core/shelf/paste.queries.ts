import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type StoredPlace = {
  readonly linkNumber: number;
  readonly isSoldOut: number;
  readonly stock: number | null;
  readonly stockUnits: number;
  readonly groupId: number | null;
};

/** Where a product lies on a show's shelf. */
export function placeOf(
  db: ReadableDatabase,
  showId: number,
  productId: number,
): StoredPlace | undefined {
  return db.get(sql`SELECT link_number AS linkNumber, is_sold_out AS isSoldOut, stock,
      stock_units AS stockUnits, group_id AS groupId
    FROM shelf_items WHERE show_id = ${showId} AND product_id = ${productId}`);
}

/** Puts a product exactly where it was on a show's shelf. */
export function restorePlace(
  db: WritableDatabase,
  showId: number,
  productId: number,
  place: StoredPlace,
): void {
  db.run(sql`UPDATE shelf_items SET link_number = ${place.linkNumber},
      is_sold_out = ${place.isSoldOut}, stock = ${place.stock}, stock_units = ${place.stockUnits},
      group_id = ${place.groupId}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

/** The newest push of a show; 0 before the first. */
export function lastPushId(db: ReadableDatabase, showId: number): number {
  const row = db.get<{ id: number }>(sql`
    SELECT coalesce(max(id), 0) AS id FROM pushes WHERE show_id = ${showId}`);
  return row?.id ?? 0;
}

/**
 * A product with an id of this range that a push, a cue, a block or a shelf has, so that it cannot go;
 * the shelf of one show can be left out.
 */
export function usedProduct(
  db: ReadableDatabase,
  range: { readonly fromId: number; readonly toId: number; readonly exceptShowId: number | null },
): { readonly id: number; readonly fields: string } | undefined {
  const { fromId, toId, exceptShowId } = range;
  return db.get(sql`
    SELECT id, fields FROM products WHERE id BETWEEN ${fromId} AND ${toId} AND id IN (
      SELECT product_id FROM pushes WHERE product_id BETWEEN ${fromId} AND ${toId}
      UNION ALL SELECT product_id FROM cue_cards WHERE product_id BETWEEN ${fromId} AND ${toId}
      UNION ALL SELECT product_id FROM block_products WHERE product_id BETWEEN ${fromId} AND ${toId}
      UNION ALL SELECT product_id FROM imported_figures WHERE product_id BETWEEN ${fromId} AND ${toId}
      UNION ALL SELECT product_id FROM benefits WHERE product_id BETWEEN ${fromId} AND ${toId}
      UNION ALL SELECT product_id FROM shelf_items
        WHERE product_id BETWEEN ${fromId} AND ${toId} AND show_id <> ${exceptShowId ?? 0})
    LIMIT 1`);
}
