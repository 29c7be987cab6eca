import { expectListed, expectShowProducts, type ShowFacts } from './expect-shows.ts';
import {
  deviationOf,
  meanOf,
  middleOf,
  MINUTE_MS,
  sum,
  type PlainSql,
  type Row,
} from './plain-sql.ts';

/** Two-sided 95 % of Student's t by degrees of freedom, from the printed tables. */
const T95 = [
  Number.NaN,
  12.706204736,
  4.3026527297,
  3.1824463053,
  2.7764451052,
  2.5705818356,
  2.4469118511,
  2.3646242516,
  2.3060041352,
  2.2621571628,
];

/** Mean of ratios by their logarithms; nothing is taken as a twentieth. Null under two. */
function ratioOf(ratios: readonly number[]) {
  const n = ratios.length;
  if (n < 2) return null;
  const logs = ratios.map((ratio) => Math.log(Math.max(ratio, 0.05)));
  const mean = sum(logs) / n;
  const reach = ((T95[n - 1] ?? Number.NaN) * deviationOf(logs)) / Math.sqrt(n);
  return { n, mean: Math.exp(mean), low: Math.exp(mean - reach), high: Math.exp(mean + reach) };
}

/** Least squares of a figure over the places of its shows. */
function trendOf(values: readonly (number | null)[]) {
  const points = values.flatMap((y, x) => (y === null ? [] : [[x, y] as const]));
  const n = points.length;
  const median = middleOf(points.map(([, y]) => y));
  if (n < 3) return { n, median, slope: null };
  const [meanX, meanY] = [
    meanOf(points.map(([x]) => x)) ?? 0,
    meanOf(points.map(([, y]) => y)) ?? 0,
  ];
  const spread = sum(points.map(([x]) => (x - meanX) ** 2));
  const mean = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
  const rest = sum(points.map(([x, y]) => (y - meanY - mean * (x - meanX)) ** 2));
  const reach = (T95[n - 2] ?? Number.NaN) * Math.sqrt(rest / (n - 2) / spread);
  return { n, median, slope: { mean, low: mean - reach, high: mean + reach } };
}

/** Live shows that have ended, the oldest first. */
function liveShows(sql: PlainSql): { facts: ShowFacts; products: Row[] }[] {
  return sql
    .rows(`SELECT id FROM shows WHERE origin = 'live' AND state = 'ended' ORDER BY started_ts`)
    .map((row) => {
      const own = sql.of(Number(row['id']));
      return { facts: expectListed(own), products: expectShowProducts(own) };
    });
}

function quotient(above: unknown, below: unknown): number | null {
  return above === null || below === null || Number(below) <= 0
    ? null
    : Number(above) / Number(below);
}

/** Each product over the shows; a minute of it against a minute of all of its currency in that show. */
function expectProducts(sql: PlainSql, shows: ReturnType<typeof liveShows>) {
  const isAired = (row: Row): boolean => Number(row['airtimeMs']) >= MINUTE_MS;
  const perMinute = (rows: readonly Row[]): number =>
    (sum(rows.map((row) => Number(row['paidMinor']))) * MINUTE_MS) /
    sum(rows.map((row) => Number(row['airtimeMs'])));
  const ids = sql.rows(
    "SELECT id, json_extract(fields, '$.name') AS name FROM products ORDER BY id",
  );
  return ids.flatMap(({ id }) => {
    const own = shows.flatMap(({ products }) => products.filter((row) => row['productId'] === id));
    if (own.length === 0) return [];
    const aired = own.filter(isAired);
    const ratios = shows.flatMap(({ products }) => {
      const [row] = products.filter((each) => each['productId'] === id && isAired(each));
      if (row === undefined) return [];
      const alike = products.filter(
        (each) => isAired(each) && each['currency'] === row['currency'],
      );
      const usual = perMinute(alike);
      return usual > 0 ? [perMinute([row]) / usual] : [];
    });
    const [table] = sql.rows(TABLES, { product: id ?? null });
    const total = (name: string): number => sum(own.map((row) => Number(row[name])));
    return [
      {
        productId: id,
        shows: own.length,
        pushes: total('pushes'),
        airtimeMs: total('airtimeMs'),
        ordersPaid: total('ordersPaid'),
        paidMinor: total('paidMinor'),
        paidPerMinute: aired.length === 0 ? null : perMinute(aired),
        clickRate: quotient(table?.['clicks'] ?? null, table?.['shown'] ?? null),
        clickToOrder: quotient(table?.['clickedOrders'] ?? null, table?.['clicks'] ?? null),
        refundRate: quotient(table?.['refunds'] ?? null, table?.['refundable'] ?? null),
        ratio: ratioOf(ratios),
        trend: trendOf(aired.map((row) => perMinute([row]))),
      },
    ];
  });
}

/** Of tables of products, rows that have both sides of a quotient. */
const TABLES = `
  WITH f AS (SELECT i.id, f.figure, f.value FROM imported_figures f
      JOIN platform_imports i ON i.id = f.import_id
      WHERE f.product_id = :product AND i.kind = 'products' AND i.removed_ts IS NULL),
    row AS (SELECT DISTINCT id,
      (SELECT value FROM f g WHERE g.id = f.id AND figure = 'productShown') AS shown,
      (SELECT value FROM f g WHERE g.id = f.id AND figure = 'productClicks') AS clicks,
      (SELECT value FROM f g WHERE g.id = f.id AND figure = 'ordersPaid') AS orders,
      (SELECT value FROM f g WHERE g.id = f.id AND figure = 'refunds') AS refunds FROM f)
  SELECT sum(CASE WHEN clicks IS NOT NULL THEN shown END) AS shown,
    sum(CASE WHEN shown IS NOT NULL OR orders IS NOT NULL THEN clicks END) AS clicks,
    sum(CASE WHEN clicks IS NOT NULL THEN orders END) AS clickedOrders,
    sum(CASE WHEN orders IS NOT NULL THEN refunds END) AS refunds,
    sum(CASE WHEN refunds IS NOT NULL THEN orders END) AS refundable FROM row`;

/** Benefits of one name over the shows; the cost of a claim over the times that told both. */
function expectBenefits(sql: PlainSql) {
  return sql
    .rows(
      `SELECT kind, name, currency, count(DISTINCT show_id) AS shows, count(*) AS times,
         sum(cost_minor) AS costMinor, sum(claimed) AS claimed, sum(redeemed) AS redeemed,
         sum(CASE WHEN claimed > 0 THEN cost_minor END) AS cost,
         sum(CASE WHEN cost_minor IS NOT NULL AND claimed > 0 THEN claimed END) AS claims
       FROM benefits WHERE removed_ts IS NULL GROUP BY kind, name, currency
       ORDER BY name, currency`,
    )
    .map(({ cost = null, claims = null, ...row }) => ({
      ...row,
      costPerClaim: quotient(cost, claims),
    }));
}

function expectTrends(shows: readonly ShowFacts[]) {
  const names = [
    ...new Set(shows.flatMap((show) => show.anchors.map((name) => `${name}/${show.currency}`))),
  ];
  return names.toSorted().map((key) => {
    const [anchor, currency] = key.split('/');
    const own = shows.filter(
      (show) => show.anchors.includes(anchor ?? '') && show.currency === currency,
    );
    const rows = own.map(({ id, startedTs, figures }) => ({
      showId: id,
      startedTs,
      paidPerHour: (Number(figures['paidMinor']) * 3_600_000) / Number(figures['onAirMs']),
      viewersMean: figures['viewersMean'] ?? null,
      followRate: figures['followRate'] ?? null,
      interaction: figures['interaction'] ?? null,
    }));
    const trend = (name: 'paidPerHour' | 'viewersMean' | 'followRate' | 'interaction') =>
      trendOf(rows.map((row) => row[name]));
    return {
      anchor,
      currency,
      shows: rows,
      trends: {
        paidPerHour: trend('paidPerHour'),
        viewersMean: trend('viewersMean'),
        followRate: trend('followRate'),
        interaction: trend('interaction'),
      },
    };
  });
}

export function expectScreening(sql: PlainSql) {
  const shows = liveShows(sql);
  return {
    shows: shows.length,
    anchors: [...new Set(shows.flatMap(({ facts }) => facts.anchors))].toSorted(),
    products: expectProducts(sql, shows),
    benefits: expectBenefits(sql),
    trends: expectTrends(shows.map(({ facts }) => facts)),
  };
}
