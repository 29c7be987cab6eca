import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The picture of a product; null: it has none. */
export function imageOf(db: ReadableDatabase, productId: number): string | null {
  const row = db.get<{ imageId: string }>(sql`
    SELECT image_id AS imageId FROM product_images WHERE product_id = ${productId}`);
  return row?.imageId ?? null;
}

export function putImage(db: WritableDatabase, productId: number, imageId: string | null): void {
  if (imageId === null) {
    db.run(sql`DELETE FROM product_images WHERE product_id = ${productId}`);
    return;
  }
  db.run(sql`INSERT INTO product_images (product_id, image_id) VALUES (${productId}, ${imageId})
    ON CONFLICT (product_id) DO UPDATE SET image_id = excluded.image_id`);
}

/** Every picture that some product has. */
export function imagesInUse(db: ReadableDatabase): ReadonlySet<string> {
  const rows = db.all<{ imageId: string }>(sql`
    SELECT DISTINCT image_id AS imageId FROM product_images`);
  return new Set(rows.map(({ imageId }) => imageId));
}

/** Whether a product of this room has it. */
export function isImageOfRoom(db: ReadableDatabase, roomId: RoomId, imageId: string): boolean {
  const row = db.get<{ id: number }>(sql`
    SELECT p.id FROM product_images i JOIN products p ON p.id = i.product_id
    WHERE i.image_id = ${imageId} AND p.room_id = ${roomId} LIMIT 1`);
  return row !== undefined;
}
