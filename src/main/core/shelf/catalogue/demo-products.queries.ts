import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { productByCode, type StoredProduct } from './product.queries.ts';

/**
 * Products that the demo brought into the room and nobody took over since, by a table or onto the
 * shelf of a show of one's own: offered in a demo alone.
 */
function demoProducts(db: ReadableDatabase, roomId: string): readonly number[] {
  return db
    .all<{ readonly id: number }>(sql`
      SELECT p.id FROM products p WHERE p.room_id = ${roomId}
        AND (SELECT cause FROM product_prices WHERE product_id = p.id ORDER BY id LIMIT 1) = 'demo'
        AND NOT EXISTS (SELECT 1 FROM product_prices
          WHERE product_id = p.id AND cause = 'import')
        AND NOT EXISTS (SELECT 1 FROM shelf_items i JOIN shows s ON s.id = i.show_id
          WHERE i.product_id = p.id AND s.origin IN ('live', 'rehearsal'))`)
    .map(({ id }) => id);
}

/** Those that are not offered beside a show of this origin (null: none is on). */
export function productsNotOffered(
  db: ReadableDatabase,
  roomId: string,
  origin: string | null,
): readonly number[] {
  return origin === 'demo' ? [] : demoProducts(db, roomId);
}

/** The product that a code is taken by; one that is not offered gives it up to whoever writes it. */
export function holderOfCode(
  db: ReadableDatabase,
  roomId: RoomId,
  code: string,
  origin: string | null,
): StoredProduct | undefined {
  const held = productByCode(db, roomId, code);
  if (held === undefined) return undefined;
  return productsNotOffered(db, roomId, origin).includes(held.id) ? undefined : held;
}
