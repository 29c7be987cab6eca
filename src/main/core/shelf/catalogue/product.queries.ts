import type { RoomId } from '#shared/model/ids.ts';
import { ProductFields } from '#shared/model/product.ts';
import {
  NO_DETAILS,
  PriceChange,
  ProductDetails,
  type PriceCause,
} from '#shared/model/product-details.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { forgetFiguresWith } from '../../shows/show-figures.queries.ts';

/** A product as it lies in the catalogue: the stored texts themselves. */
export type StoredProduct = {
  readonly id: number;
  readonly code: string;
  readonly fields: string;
  readonly details: string;
};

export type CatalogueRow = {
  readonly productId: number;
  readonly fields: ProductFields;
  readonly details: ProductDetails;
};

export function catalogueRow({ id, fields, details }: StoredProduct): CatalogueRow {
  return {
    productId: id,
    fields: ProductFields.parse(JSON.parse(fields)),
    details: detailsOf(details),
  };
}

/** What a store of an earlier version has not said is empty. */
export function detailsOf(stored: string): ProductDetails {
  if (stored === '{}') return NO_DETAILS;
  const said: unknown = JSON.parse(stored);
  return ProductDetails.parse({ ...NO_DETAILS, ...(typeof said === 'object' ? said : {}) });
}

/** A product and its stored picture. */
export type PicturedProduct = StoredProduct & { readonly imageId: string | null };

type PageAsked = {
  readonly afterId: number;
  readonly limit: number;
  /** Local ids of products that are left out. */
  readonly without: readonly number[];
};

/** The next products of a room after `afterId`, in the order they were added. */
export function productsAfter(
  db: ReadableDatabase,
  roomId: RoomId,
  { afterId, limit, without }: PageAsked,
): readonly PicturedProduct[] {
  return db.all(sql`SELECT id, code, fields, details, image_id AS imageId
    FROM products LEFT JOIN product_images ON product_id = id
    WHERE room_id = ${roomId} AND id > ${afterId}
      AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(without)}))
    ORDER BY id LIMIT ${limit}`);
}

export function productById(
  db: ReadableDatabase,
  roomId: RoomId,
  productId: number,
): StoredProduct | undefined {
  return db.get(sql`SELECT id, code, fields, details FROM products
    WHERE room_id = ${roomId} AND id = ${productId}`);
}

export function productByCode(
  db: ReadableDatabase,
  roomId: RoomId,
  code: string,
): StoredProduct | undefined {
  return db.get(sql`SELECT id, code, fields, details FROM products
    WHERE room_id = ${roomId} AND code = ${code}`);
}

/** What products of a show's shelf are called for short, by id; those that have such a name. */
export function shortNames(
  db: ReadableDatabase,
  showId: number,
): readonly (readonly [productId: number, shortName: string])[] {
  const rows = db.all<{ id: number; shortName: string }>(sql`
    SELECT p.id, p.details ->> '$.shortName' AS shortName
    FROM shelf_items i JOIN products p ON p.id = i.product_id
    WHERE i.show_id = ${showId} AND coalesce(p.details ->> '$.shortName', '') <> ''`);
  return rows.map(({ id, shortName }) => [id, shortName] as const);
}

export type PutProduct = {
  readonly fields: ProductFields;
  /** Null: what is stored stays. */
  readonly details: ProductDetails | null;
  readonly cause: PriceCause;
  readonly nowTs: number;
};

/**
 * Adds or renews a product of the room by its code, and notes its prices when they are others than
 * before; its local id. To be called in a transaction.
 */
export function putProduct(db: WritableDatabase, roomId: RoomId, put: PutProduct): number {
  const { fields, cause, nowTs } = put;
  const held = productByCode(db, roomId, fields.code);
  const details = put.details === null ? (held?.details ?? '{}') : JSON.stringify(put.details);
  const row = db.get<{ id: number }>(sql`
    INSERT INTO products (room_id, code, fields, details, created_ts)
    VALUES (${roomId}, ${fields.code}, ${JSON.stringify(fields)}, ${details}, ${nowTs})
    ON CONFLICT (room_id, code) DO UPDATE SET fields = excluded.fields, details = excluded.details
    RETURNING id`);
  if (row === undefined) throw new Error('an upserted product has no row');
  if (held !== undefined) forgetOfOtherCurrency(db, held, fields);
  notePrices(db, row.id, { fields, details: detailsOf(details), cause, nowTs });
  return row.id;
}

/** What was paid for it in past shows is told in its currency. */
function forgetOfOtherCurrency(
  db: WritableDatabase,
  held: StoredProduct,
  { currency }: ProductFields,
): void {
  if (catalogueRow(held).fields.currency !== currency) forgetFiguresWith(db, held.id);
}

/** Puts back exactly what was stored of a product. */
export function restoreProduct(db: WritableDatabase, before: StoredProduct, nowTs: number): void {
  db.run(sql`UPDATE products SET fields = ${before.fields}, details = ${before.details}
    WHERE id = ${before.id}`);
  const { fields, details } = catalogueRow(before);
  forgetFiguresWith(db, before.id);
  notePrices(db, before.id, { fields, details, cause: 'undo', nowTs });
}

/** With the history of its prices. To be called for products that nothing refers to. */
export function deleteProduct(db: WritableDatabase, productId: number): void {
  db.run(sql`DELETE FROM product_prices WHERE product_id = ${productId}`);
  db.run(sql`DELETE FROM products WHERE id = ${productId}`);
}

function notePrices(
  db: WritableDatabase,
  productId: number,
  put: PutProduct & { readonly details: ProductDetails },
): void {
  const { currency, listPriceMinor, priceMinor, couponPriceMinor } = put.fields;
  const { memberPriceMinor } = put.details;
  const [last] = pricesOf(db, productId, 1);
  const isSame =
    last !== undefined &&
    last.currency === currency &&
    last.listPriceMinor === listPriceMinor &&
    last.priceMinor === priceMinor &&
    last.memberPriceMinor === memberPriceMinor &&
    last.couponPriceMinor === couponPriceMinor;
  if (isSame) return;
  db.run(sql`INSERT INTO product_prices (product_id, changed_ts, cause, currency, list_price_minor,
      price_minor, member_price_minor, coupon_price_minor)
    VALUES (${productId}, ${put.nowTs}, ${put.cause}, ${currency}, ${listPriceMinor}, ${priceMinor},
      ${memberPriceMinor}, ${couponPriceMinor})`);
}

/** Changes of a product's prices, newest first. */
export function pricesOf(
  db: ReadableDatabase,
  productId: number,
  limit: number,
): readonly PriceChange[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT changed_ts AS changedTs, cause, currency, list_price_minor AS listPriceMinor,
        price_minor AS priceMinor, member_price_minor AS memberPriceMinor,
        coupon_price_minor AS couponPriceMinor
      FROM product_prices WHERE product_id = ${productId} ORDER BY id DESC LIMIT ${limit}`)
    .map((row) => PriceChange.parse(row));
}

/** Where a product stands on a platform; null where nobody said. */
export function productLink(
  db: ReadableDatabase,
  productId: number,
  platform: string,
): string | null {
  const row = db.get<{ details: string }>(
    sql`SELECT details FROM products WHERE id = ${productId}`,
  );
  if (row === undefined) return null;
  return detailsOf(row.details).links.find((link) => link.platform === platform)?.url ?? null;
}
