import { sum, type PlainSql, type Row } from './plain-sql.ts';

/** In the order in which they are shown. */
const FIGURES =
  'impressions views uniqueViewers entries watchMean watchTotal follows productShown productClicks ordersPlaced ordersPaid unitsPaid buyers gmvPlaced gmvPaid gmvNet refunds refundMoney couponClaims adSpend'.split(
    ' ',
  );
const NEVER_SUMMED = new Set(['uniqueViewers', 'buyers', 'watchMean']);
const MONEY = new Set(['gmvPlaced', 'gmvPaid', 'gmvNet', 'refundMoney', 'adSpend']);
const TIMES = new Set(['watchMean', 'watchTotal']);

type Live = { readonly platform: string; readonly figure: string; readonly value: number };
type Part = {
  readonly platform: string;
  readonly value: number;
  readonly isRounded: boolean;
  readonly importId: number | null;
  readonly of: string | null;
};
type Figure = { readonly figure: string; readonly parts: readonly Part[] };

function importedRows(sql: PlainSql): Row[] {
  return sql.rows(
    `SELECT i.id, i.platform, i.kind, f.minute, f.product_id AS product, f.figure, f.value,
       f.is_rounded AS rounded
     FROM imported_figures f JOIN platform_imports i ON i.id = f.import_id
     WHERE i.show_id = :show AND i.removed_ts IS NULL ORDER BY f.id`,
  );
}

/** What each platform told in the show itself. */
function liveOf(sql: PlainSql): Live[] {
  const rows = sql.rows(
    `SELECT r.platform,
       (SELECT sum(v) FROM (SELECT max(json_extract(b.body, '$.total')) AS v FROM events b
         JOIN source_rooms q ON q.id = b.source_room_id WHERE b.show_id = :show AND b.kind = 14
         AND q.platform = r.platform GROUP BY q.source_id)) AS views,
       sum(e.kind = 7) AS entries, sum(e.kind = 6) AS follows,
       sum(e.kind = 17 AND json_extract(e.body, '$.status') = 'placed') AS ordersPlaced,
       sum(e.kind = 17 AND json_extract(e.body, '$.status') = 'paid') AS ordersPaid,
       sum(CASE WHEN e.kind = 17 AND json_extract(e.body, '$.status') = 'paid'
         THEN json_extract(e.body, '$.qty') ELSE 0 END) AS unitsPaid,
       sum(CASE WHEN ${isMoney('placed')} THEN json_extract(e.body, '$.money.amountMinor') ELSE 0 END)
         AS gmvPlaced,
       sum(CASE WHEN ${isMoney('paid')} THEN json_extract(e.body, '$.money.amountMinor') ELSE 0 END)
         AS gmvPaid
     FROM events e JOIN source_rooms r ON r.id = e.source_room_id
     WHERE e.show_id = :show AND r.platform <> 'bridge' GROUP BY r.platform ORDER BY 1`,
  );
  return rows.flatMap(({ platform, ...figures }) =>
    Object.entries(figures).map(([figure, value]) => ({
      platform: String(platform),
      figure,
      value: Number(value),
    })),
  );
}

function isMoney(status: string): string {
  return `e.kind = 17 AND json_extract(e.body, '$.status') = '${status}'
    AND json_extract(e.body, '$.money.currency') = 'CNY'
    AND json_extract(e.body, '$.money.exponent') = 2`;
}

/** A platform's own table before its live count: of totals, else its minutes, else its products. */
function figuresOf(
  rows: readonly Row[],
  live: readonly Live[],
  platforms: readonly string[],
): Figure[] {
  return FIGURES.flatMap((figure) => {
    const parts = platforms.flatMap((platform): Part[] => {
      const own = rows.filter((row) => row['platform'] === platform && row['figure'] === figure);
      for (const kind of ['totals', 'minutes', 'products']) {
        const of = own.filter((row) => row['kind'] === kind);
        if (of.length === 0 || (of.length > 1 && NEVER_SUMMED.has(figure))) continue;
        const value = sum(of.map((row) => Number(row['value'])));
        const isRounded = of.some((row) => row['rounded'] === 1);
        return [{ platform, value, isRounded, importId: Number(of[0]?.['id']), of: kind }];
      }
      const told = live.find((each) => each.platform === platform && each.figure === figure);
      if (told === undefined) return [];
      return [{ platform, value: told.value, isRounded: false, importId: null, of: null }];
    });
    return parts.length === 0 ? [] : [{ figure, parts }];
  });
}

function shown({ figure, parts }: Figure, platforms: readonly string[]) {
  return {
    figure,
    value:
      parts.length > 1 && NEVER_SUMMED.has(figure) ? null : sum(parts.map(({ value }) => value)),
    isRounded: parts.some(({ isRounded }) => isRounded),
    parts,
    without: platforms.filter((platform) => parts.every((part) => part.platform !== platform)),
  };
}

/** Pairs of a table's figure and the live count of the same platform: within 3 %, 6 % where rounded. */
function against(figures: readonly Figure[], live: readonly Live[], productId: number | null) {
  const pairs = figures.flatMap(({ figure, parts }) =>
    parts.flatMap(({ platform, value, isRounded, importId }) => {
      const told = live.find((each) => each.platform === platform && each.figure === figure);
      if (importId === null || told === undefined) return [];
      const most = Math.max(Math.abs(value), Math.abs(told.value));
      const isCount = !MONEY.has(figure) && !TIMES.has(figure);
      const allowed = Math.max(most * (isRounded ? 0.06 : 0.03), isCount && most < 20 ? 1 : 0);
      const isAgreed = Math.abs(value - told.value) <= allowed;
      return [{ isAgreed, figure, platform, productId, imported: value, live: told.value }];
    }),
  );
  return {
    agreed: pairs.filter(({ isAgreed }) => isAgreed).length,
    apart: pairs.flatMap(({ isAgreed, ...pair }) => (isAgreed ? [] : [pair])),
  };
}

/** Paid orders that name a product, by platform, and the most clicks that were told of it. */
function liveOfProduct(sql: PlainSql, code: string): Live[] {
  const sold = sql.rows(
    `SELECT r.platform, sum(${isOf('ordersPaid')}) AS ordersPaid,
       sum(CASE WHEN ${isOf('unitsPaid')} THEN json_extract(e.body, '$.qty') ELSE 0 END) AS unitsPaid,
       sum(CASE WHEN ${isMoney('paid')} AND json_extract(e.body, '$.productId') = :code
         THEN json_extract(e.body, '$.money.amountMinor') ELSE 0 END) AS gmvPaid
     FROM events e JOIN source_rooms r ON r.id = e.source_room_id
     WHERE e.show_id = :show AND r.platform <> 'bridge' GROUP BY 1`,
    { code },
  );
  const clicks = sql.rows(
    `SELECT r.platform, max(json_extract(e.body, '$.clicks')) AS productClicks
     FROM events e JOIN source_rooms r ON r.id = e.source_room_id
     WHERE e.show_id = :show AND e.kind = 19 AND json_extract(e.body, '$.productId') = :code
       AND json_extract(e.body, '$.clicks') IS NOT NULL GROUP BY 1`,
    { code },
  );
  return [...sold, ...clicks].flatMap(({ platform, ...figures }) =>
    Object.entries(figures).map(([figure, value]) => {
      return { platform: String(platform), figure, value: Number(value) };
    }),
  );
}

function isOf(_figure: string): string {
  return `e.kind = 17 AND json_extract(e.body, '$.status') = 'paid'
    AND json_extract(e.body, '$.productId') = :code`;
}

type Sold = { productId: unknown; linkNumber: unknown; name: unknown; airtimeMs: number };

export function expectCommerce(sql: PlainSql, products: readonly Sold[]) {
  const rows = importedRows(sql);
  const live = liveOf(sql);
  const platforms = [...new Set(live.map(({ platform }) => platform))].toSorted();
  const totals = figuresOf(rows, live, platforms);
  const checks = [against(totals, live, null)];
  const funnels = products.map(({ productId, linkNumber, name, airtimeMs }) => {
    const code = String(
      sql.cell('SELECT code FROM products WHERE id = :id', { id: Number(productId) }),
    );
    const own = rows.filter((row) => row['product'] === productId);
    const told = liveOfProduct(sql, code);
    const figures = figuresOf(own, told, platforms);
    checks.push(against(figures, told, Number(productId)));
    return {
      productId,
      linkNumber,
      name,
      airtimeMs,
      figures: figures.map((each) => shown(each, platforms)),
    };
  });
  const minutes = new Map<number, object[]>();
  for (const { minute, platform, figure, value } of rows) {
    if (minute === null) continue;
    const held = minutes.get(Number(minute)) ?? [];
    minutes.set(Number(minute), [...held, { platform, figure, value }]);
  }
  return {
    imports: sql.rows(
      `SELECT id, show_id AS showId, platform, kind, file_name AS fileName, file_hash AS fileHash,
         imported_ts AS importedTs, row_count AS rows, removed_ts AS removedTs
       FROM platform_imports WHERE show_id = :show ORDER BY id`,
    ),
    totals: totals.map((each) => shown(each, platforms)),
    products: funnels,
    minutes: [...minutes]
      .toSorted(([a], [b]) => a - b)
      .map(([minute, values]) => ({ minute, values })),
    agreed: sum(checks.map(({ agreed }) => agreed)),
    apart: checks.flatMap(({ apart }) => apart),
  };
}
