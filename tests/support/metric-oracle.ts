/**
 * What every figure of a tile must be, by plain SQL over `events` and nothing else: no roll-up, no
 * code of the product. `:now` is the show time the figures are for.
 */
import type BetterSqlite from 'better-sqlite3';

type Database = BetterSqlite.Database;

/** Rows of the show with their source, their kind's name and who acted. */
const EVENTS = `e AS MATERIALIZED (
  SELECT r.source_id AS source, r.id AS room, r.platform, k.name AS kind, e.seq, e.event_ts AS ts, e.body,
    e.event_ts / 1000 > :now / 1000 - 60 AND e.event_ts / 1000 <= :now / 1000 AS inMinute,
    e.event_ts / 1000 > :now / 1000 - 300 AND e.event_ts / 1000 <= :now / 1000 AS in5Min,
    e.event_ts > :now - 300000 AS isRecent,
    r.platform || '/' || coalesce(p.platform_user_id, json_extract(e.body, '$.actor.name')) AS person
  FROM events e JOIN event_kinds k ON k.code = e.kind
    JOIN source_rooms r ON r.id = e.source_room_id LEFT JOIN people p ON p.id = e.person_id
  WHERE e.show_id = :show)`;

const VIEWERS = `v AS MATERIALIZED (
  SELECT source, room, platform, seq, ts, json_extract(body, '$.current') AS n,
    json_extract(body, '$.total') AS total,
    row_number() OVER (PARTITION BY room ORDER BY ts DESC, seq DESC) AS newest,
    row_number() OVER (PARTITION BY room, ts / 60000 ORDER BY ts DESC, seq DESC) AS newestOfMinute
  FROM e WHERE kind = 'viewers')`;

const count = (where: string): string =>
  `(SELECT count(*) FROM e WHERE e.source = s.source AND ${where})`;
const people = (where: string): string =>
  `(SELECT count(DISTINCT person) FROM e WHERE e.source = s.source AND ${where})`;
const INTERACTING = `kind IN ('chat', 'gift', 'paid_message', 'membership', 'follow', 'like', 'share', 'reward')`;
const PAID = `kind = 'order' AND json_extract(body, '$.status') = 'paid'`;

/** Every value of every source: the column names are those of the product's own. */
const SOURCES = `x AS MATERIALIZED (SELECT s.source AS sourceId,
  (SELECT sum(n) FROM v WHERE v.source = s.source AND newest = 1 AND :now - ts <= 90000) AS viewers,
  (SELECT sum(n) FROM (SELECT avg(n) AS n FROM v WHERE v.source = s.source AND ts > :now - 300000
    AND ts <= :now GROUP BY room)) AS viewersMean5Min,
  (SELECT avg(n) FROM (SELECT sum(n) AS n FROM v WHERE v.source = s.source AND newestOfMinute = 1
    GROUP BY ts / 60000)) AS viewersMean,
  (SELECT sum(total) FROM (SELECT max(total) AS total FROM v WHERE v.source = s.source
    GROUP BY platform)) AS views,
  ${count(`kind = 'join'`)} AS entries, ${count(`kind = 'join' AND in5Min`)} AS entries5Min,
  ${count(`kind = 'chat'`)} AS chats, ${count(`kind = 'chat' AND inMinute`)} AS chatPerMinute,
  ${count(`kind = 'chat' AND in5Min`)} AS chats5Min,
  ${people(`kind = 'chat' AND isRecent`)} AS chatters5Min,
  ${people(`${INTERACTING} AND isRecent`)} AS interacting5Min,
  (SELECT sum(json_extract(body, '$.count')) FROM e WHERE e.source = s.source AND kind = 'like') AS likes,
  (SELECT sum(CASE WHEN inMinute THEN json_extract(body, '$.count') ELSE 0 END) FROM e
    WHERE e.source = s.source AND kind = 'like') AS likesPerMinute,
  ${count(`kind = 'follow'`)} AS follows,
  nullif(${count(`kind = 'membership' AND json_extract(body, '$.type') IN ('new', 'gift_received')`)}, 0) AS fanJoins,
  (SELECT coalesce(sum(json_extract(body, '$.count')), 0) FROM e
    WHERE e.source = s.source AND kind = 'gift') AS gifts,
  ${count(`kind = 'order' AND json_extract(body, '$.status') = 'placed'`)} AS ordersPlaced,
  ${count(PAID)} AS ordersPaid,
  CASE WHEN ${count(`${PAID} AND person IS NULL`)} = 0 THEN ${people(PAID)} END AS buyers,
  (SELECT coalesce(sum(json_extract(body, '$.money.amountMinor')), 0) FROM e WHERE e.source = s.source
    AND ${PAID} AND json_extract(body, '$.money.currency') = 'CNY'
    AND json_extract(body, '$.money.exponent') = 2) AS sales
  FROM (SELECT DISTINCT source FROM e) s)`;

/** What was entered for the whole show: of each name the value for the latest time, then the latest. */
const ENTERED = `h AS MATERIALIZED (SELECT name, value FROM (
  SELECT json_extract(f.value, '$.name') AS name, json_extract(f.value, '$.value') AS value,
    row_number() OVER (PARTITION BY json_extract(f.value, '$.name')
      ORDER BY json_extract(e.body, '$.asOfTs') DESC, e.seq DESC) AS newest
  FROM events e JOIN event_kinds k ON k.code = e.kind, json_each(e.body, '$.figures') f
  WHERE e.show_id = :show AND k.name = 'figures.entered' AND NOT EXISTS (
    SELECT 1 FROM events w JOIN event_kinds wk ON wk.code = w.kind
    WHERE w.show_id = :show AND wk.name = 'figures.withdrawn'
      AND json_extract(w.body, '$.enteredSeq') = e.seq)) WHERE newest = 1)`;

const WITH = `WITH ${EVENTS}, ${VIEWERS}, ${SOURCES}, ${ENTERED}`;
const hand = (name: string): string => `(SELECT value FROM h WHERE name = '${name}')`;
const over = (above: string, below: string, scale = '1.0'): string =>
  `SELECT sum(${above}) * ${scale} / nullif(sum(${below}), 0) FROM x
   WHERE ${above} IS NOT NULL AND ${below} IS NOT NULL`;

/** One statement for each figure that is made of others. */
const METRIC_SQL = {
  viewersMean: `SELECT avg(n) FROM (SELECT sum(n) AS n FROM v WHERE newestOfMinute = 1 GROUP BY ts / 60000)`,
  averageWatch: over('viewersMean5Min', 'entries5Min', '300.0'),
  chatPerThousand: over('chatPerMinute', 'viewers', '1000.0'),
  engagementRate: over('interacting5Min', 'viewersMean5Min'),
  unpaidRate: over('(ordersPlaced - ordersPaid)', 'ordersPlaced'),
  gpm: over('sales', 'views', '1000.0'),
  averageOrder: over('sales', 'buyers'),
  impressionEnterRate: `SELECT sum(entries) * 1.0 / ${hand('impressions')} FROM x`,
  organicShare: `SELECT (sum(entries) - ${hand('paidEntries')}) * 1.0 / sum(entries) FROM x`,
  retention: `SELECT ${hand('retention5Min')}`,
  followRate: `SELECT sum(follows) * 1.0 / ${hand('uniqueViewers')} FROM x`,
  fanClubRate: `SELECT sum(fanJoins) * 1.0 / ${hand('uniqueViewers')} FROM x`,
  buyerRate: `SELECT sum(buyers) * 1.0 / ${hand('uniqueViewers')} FROM x`,
  revenuePerViewer: `SELECT sum(sales) * 1.0 / ${hand('uniqueViewers')} FROM x`,
  refundRate: `SELECT ${hand('refunds')} * 1.0 / sum(ordersPaid) FROM x`,
  productImpressionRate: `SELECT ${hand('productShown')} * 1.0 / ${hand('uniqueViewers')}`,
  productCtr: `SELECT ${hand('productClickers')} * 1.0 / ${hand('productShown')}`,
  ctor: `SELECT sum(ordersPaid) * 1.0 / ${hand('productClicks')} FROM x`,
  roi: `SELECT sum(sales) * 1.0 / ${hand('adSpend')} FROM x`,
} as const;

export type OracleMetric = keyof typeof METRIC_SQL;
export const ORACLE_METRICS = Object.keys(METRIC_SQL) as OracleMetric[];

/** Every value of every source, in the order of the sources. */
export function oracleSources(db: Database, show: number, now: number): Record<string, unknown>[] {
  const rows = db.prepare(`${WITH} SELECT * FROM x ORDER BY sourceId`);
  return rows.all({ show, now: BigInt(now) }) as Record<string, unknown>[];
}

/** A metric; null where it is unknown. */
export function oracleMetric(
  db: Database,
  show: number,
  now: number,
  metric: OracleMetric,
): number | null {
  const query = db.prepare(`${WITH} ${METRIC_SQL[metric]}`).pluck();
  return query.get({ show, now: BigInt(now) }) as number | null;
}
