import { BenefitId, type BenefitFields } from '#shared/model/benefit.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type BenefitRow = BenefitFields & {
  readonly id: BenefitId;
  readonly origin: string | null;
  readonly productName: string | null;
  readonly removedTs: number | null;
};

/** Every benefit of a show, those that were taken away too, in the order in which they were written. */
export function benefitsOf(db: ReadableDatabase, showId: number): readonly BenefitRow[] {
  return db
    .all<BenefitRow>(sql`
      SELECT b.id, b.kind, b.name, b.product_id AS productId, b.given_ts AS givenTs,
        b.cost_minor AS costMinor, b.quantity, b.claimed, b.redeemed, b.origin,
        b.removed_ts AS removedTs, json_extract(p.fields, '$.name') AS productName
      FROM benefits b LEFT JOIN products p ON p.id = b.product_id
      WHERE b.show_id = ${showId} ORDER BY b.id`)
    .map((row) => ({ ...row, id: BenefitId.parse(row.id) }));
}

/** The show of a benefit of this room; undefined for none such. */
export function showOfBenefit(
  db: ReadableDatabase,
  roomId: string,
  benefitId: number,
): number | undefined {
  return db.get<{ showId: number }>(sql`
    SELECT b.show_id AS showId FROM benefits b JOIN shows s ON s.id = b.show_id
    WHERE b.id = ${benefitId} AND s.room_id = ${roomId}`)?.showId;
}

export function insertBenefit(
  db: WritableDatabase,
  showId: number,
  added: {
    readonly fields: BenefitFields;
    readonly origin: string | null;
    readonly currency: string;
    readonly nowTs: number;
  },
): number {
  const { fields, origin, currency, nowTs } = added;
  return db.run(sql`
    INSERT INTO benefits (show_id, kind, name, product_id, given_ts, currency, cost_minor, quantity,
      claimed, redeemed, origin, changed_ts)
    VALUES (${showId}, ${fields.kind}, ${fields.name}, ${fields.productId}, ${fields.givenTs},
      ${currency}, ${fields.costMinor}, ${fields.quantity}, ${fields.claimed}, ${fields.redeemed},
      ${origin}, ${nowTs})`).lastId;
}

export function updateBenefit(
  db: WritableDatabase,
  benefitId: number,
  fields: BenefitFields,
  nowTs: number,
): void {
  db.run(sql`
    UPDATE benefits SET kind = ${fields.kind}, name = ${fields.name},
      product_id = ${fields.productId}, given_ts = ${fields.givenTs},
      cost_minor = ${fields.costMinor}, quantity = ${fields.quantity}, claimed = ${fields.claimed},
      redeemed = ${fields.redeemed}, changed_ts = ${nowTs}, removed_ts = NULL
    WHERE id = ${benefitId}`);
}

export function setBenefitRemoved(
  db: WritableDatabase,
  benefitId: number,
  removedTs: number | null,
): void {
  db.run(sql`UPDATE benefits SET removed_ts = ${removedTs} WHERE id = ${benefitId}`);
}

export type ToldBenefit = {
  readonly id: number;
  readonly name: string;
  readonly productId: number | null;
  readonly productName: string | null;
  readonly givenTs: number | null;
};

/** Cues that gave something away and were not withdrawn. */
export function giveawayCues(db: ReadableDatabase, showId: number): readonly ToldBenefit[] {
  return db.all(sql`
    SELECT c.id, c.text AS name, c.product_id AS productId,
      json_extract(p.fields, '$.name') AS productName, c.sent_ts AS givenTs
    FROM cues c LEFT JOIN products p ON p.id = c.product_id
    WHERE c.show_id = ${showId} AND c.kind = 'giveaway' AND c.state <> 'withdrawn' ORDER BY c.id`);
}

/** Giveaways of blocks that were on air. */
export function blockGiveaways(db: ReadableDatabase, showId: number): readonly ToldBenefit[] {
  return db.all(sql`
    SELECT b.id, b.giveaway AS name, p.id AS productId,
      json_extract(p.fields, '$.name') AS productName, b.started_ts AS givenTs
    FROM blocks b LEFT JOIN products p ON p.id = (SELECT product_id FROM block_products
      WHERE block_id = b.id ORDER BY place LIMIT 1)
    WHERE b.show_id = ${showId} AND b.giveaway <> '' AND b.started_ts IS NOT NULL
    ORDER BY b.position`);
}

export type ClaimsRow = {
  readonly importId: number;
  readonly fileName: string;
  readonly claimed: number;
};

/** Coupons that were claimed by tables of whole shows. */
export function importedClaims(db: ReadableDatabase, showId: number): readonly ClaimsRow[] {
  return db.all(sql`
    SELECT i.id AS importId, i.file_name AS fileName, sum(f.value) AS claimed
    FROM platform_imports i JOIN imported_figures f ON f.import_id = i.id
    WHERE i.show_id = ${showId} AND i.removed_ts IS NULL AND i.kind = 'totals'
      AND f.figure = 'couponClaims'
    GROUP BY i.id ORDER BY i.id`);
}
