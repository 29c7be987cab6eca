import type { PlainSql, Row } from './plain-sql.ts';

const UNTOLD = { costMinor: null, quantity: null, claimed: null, redeemed: null };

/** What is written down, and what cues, blocks and tables tell of that nobody wrote down or took away. */
export function expectBenefits(sql: PlainSql) {
  const written = sql.rows(
    `SELECT b.kind, b.name, b.product_id AS productId, b.given_ts AS givenTs,
       b.cost_minor AS costMinor, b.quantity, b.claimed, b.redeemed, b.id AS benefitId, b.origin,
       coalesce((SELECT json_extract(fields, '$.name') FROM products WHERE id = b.product_id), '')
         AS productName, NULL AS fileName, b.removed_ts AS removedTs
     FROM benefits b WHERE b.show_id = :show ORDER BY b.id`,
  );
  const known = new Set(written.map(({ origin }) => origin));
  const cues = sql.rows(
    `SELECT 'cue:' || id AS origin, text AS name, product_id AS productId, sent_ts AS givenTs
     FROM cues WHERE show_id = :show AND kind = 'giveaway' AND state <> 'withdrawn' ORDER BY id`,
  );
  const blocks = sql.rows(
    `SELECT 'block:' || b.id AS origin, giveaway AS name, started_ts AS givenTs,
       (SELECT product_id FROM block_products WHERE block_id = b.id ORDER BY place LIMIT 1) AS productId
     FROM blocks b WHERE show_id = :show AND giveaway <> '' AND started_ts IS NOT NULL
     ORDER BY position`,
  );
  const claims = sql.rows(
    `SELECT 'import:' || i.id AS origin, i.file_name AS fileName, sum(f.value) AS claimed
     FROM platform_imports i JOIN imported_figures f ON f.import_id = i.id
     WHERE i.show_id = :show AND f.figure = 'couponClaims' AND i.kind = 'totals'
       AND i.removed_ts IS NULL GROUP BY i.id ORDER BY i.id`,
  );
  const told = (row: Row) => ({
    ...UNTOLD,
    kind: /福袋/.test(String(row['name'])) ? 'lucky_bag' : 'coupon',
    name: row['name'],
    productId: row['productId'],
    givenTs: row['givenTs'],
    benefitId: null,
    origin: row['origin'],
    productName:
      sql.cell(`SELECT json_extract(fields, '$.name') FROM products WHERE id = :id`, {
        id: Number(row['productId'] ?? 0),
      }) ?? '',
    fileName: null,
  });
  const all: Record<string, unknown>[] = [
    ...written.flatMap(({ removedTs, ...row }) => (removedTs === null ? [row] : [])),
    ...[...cues, ...blocks].filter(({ origin }) => !known.has(origin ?? null)).map(told),
    ...claims.map(({ origin, fileName, claimed }) => ({
      ...UNTOLD,
      kind: 'coupon',
      name: fileName,
      productId: null,
      givenTs: null,
      claimed,
      benefitId: null,
      origin,
      productName: '',
      fileName,
    })),
  ];
  const when = (benefit: Record<string, unknown>): number => Number(benefit['givenTs'] ?? Infinity);
  return all.toSorted((a, b) => (when(a) === when(b) ? 0 : when(a) - when(b)));
}
