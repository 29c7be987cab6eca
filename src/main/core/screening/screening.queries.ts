import type { BenefitKind } from '#shared/model/benefit.ts';
import type { ProductId, ShowId } from '#shared/model/ids.ts';
import type { ProductShow, ProductTable } from '#shared/rules/screening/screen-products.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Products of these shows, in the order of the shows. `showIds`: JSON. */
export function productShowsOf(db: ReadableDatabase, showIds: string): readonly ProductShow[] {
  return db.all(sql`
    SELECT w.show_id AS showId, w.product_id AS productId, w.pushes, w.airtime_ms AS airtimeMs,
      w.orders_paid AS ordersPaid, w.paid_minor AS paidMinor
    FROM json_each(${showIds}) j JOIN show_products w ON w.show_id = j.value
    ORDER BY j.key, w.product_id`);
}

/** What tables say of products over these shows: sums of rows that have both sides of a quotient. */
export function productTablesOf(db: ReadableDatabase, showIds: string): readonly ProductTable[] {
  return db.all(sql`
    WITH row AS (
      SELECT i.id AS import_id, f.product_id,
        sum(CASE WHEN f.figure = 'productShown' THEN f.value END) AS shown,
        sum(CASE WHEN f.figure = 'productClicks' THEN f.value END) AS clicks,
        sum(CASE WHEN f.figure = 'ordersPaid' THEN f.value END) AS orders,
        sum(CASE WHEN f.figure = 'refunds' THEN f.value END) AS refunds
      FROM json_each(${showIds}) j JOIN platform_imports i ON i.show_id = j.value
        JOIN imported_figures f ON f.import_id = i.id
      WHERE i.kind = 'products' AND i.removed_ts IS NULL AND f.product_id IS NOT NULL
      GROUP BY i.id, f.product_id)
    SELECT product_id AS productId,
      sum(CASE WHEN clicks IS NOT NULL THEN shown END) AS shown,
      sum(CASE WHEN shown IS NOT NULL OR orders IS NOT NULL THEN clicks END) AS clicks,
      sum(CASE WHEN clicks IS NOT NULL THEN orders END) AS clickedOrders,
      sum(CASE WHEN orders IS NOT NULL THEN refunds END) AS refunds,
      sum(CASE WHEN refunds IS NOT NULL THEN orders END) AS refundableOrders
    FROM row GROUP BY product_id`);
}

export type BenefitShowRow = {
  readonly showId: ShowId;
  readonly kind: BenefitKind;
  readonly name: string;
  readonly currency: string;
  readonly costMinor: number | null;
  readonly claimed: number | null;
  readonly redeemed: number | null;
};

export function benefitShowsOf(db: ReadableDatabase, showIds: string): readonly BenefitShowRow[] {
  return db.all(sql`
    SELECT b.show_id AS showId, b.kind, b.name, b.currency, b.cost_minor AS costMinor, b.claimed,
      b.redeemed
    FROM json_each(${showIds}) j JOIN benefits b ON b.show_id = j.value
    WHERE b.removed_ts IS NULL ORDER BY j.key, b.id`);
}

export type ScreenedName = {
  readonly productId: ProductId;
  readonly fields: string;
  readonly details: string;
};

/** Products that were in any of these shows. */
export function screenedNames(db: ReadableDatabase, showIds: string): readonly ScreenedName[] {
  return db.all(sql`
    SELECT id AS productId, fields, details FROM products
    WHERE id IN (SELECT w.product_id FROM json_each(${showIds}) j
      JOIN show_products w ON w.show_id = j.value)
    ORDER BY id`);
}
