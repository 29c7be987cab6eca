import type BetterSqlite from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

const PAID = `kind = 17 AND json_extract(body, '$.status') = 'paid'`;

/**
 * The figures of a review as somebody would write them in SQL who has the events and nothing else: one
 * pass each for totals, minutes, viewer figures, products and cues. Of a show with one source and one
 * currency, whose events come in order.
 */
export function rawReview(db: BetterSqlite.Database, showId: number, untilTs: number) {
  const times = { show: showId, until: BigInt(untilTs) };
  const all = (query: string): readonly Row[] => db.prepare(query).all(times) as Row[];
  const totals = all(`
    SELECT count(*) AS events, sum(kind = 1) AS chats,
      count(DISTINCT CASE WHEN kind = 1 THEN person_id END) AS chatters,
      sum(kind = 7) AS joins, sum(kind = 6) AS follows,
      sum(CASE WHEN kind = 3 THEN json_extract(body, '$.count') END) AS gifts,
      sum(kind = 17 AND json_extract(body, '$.status') = 'placed') AS ordersPlaced,
      sum(${PAID}) AS ordersPaid,
      max(CASE WHEN kind = 14 THEN json_extract(body, '$.current') END) AS viewersPeak,
      max(CASE WHEN kind = 14 THEN json_extract(body, '$.total') END) AS views
    FROM events WHERE show_id = :show AND (:until > 0)`)[0];
  const minutes = all(`
    SELECT event_ts / 60000 AS minute, sum(kind = 1) AS chats,
      count(DISTINCT CASE WHEN kind = 1 THEN person_id END) AS chatters,
      sum(kind = 7) AS joins, sum(kind = 6) AS follows,
      coalesce(sum(CASE WHEN kind = 3 THEN json_extract(body, '$.count') END), 0) AS gifts,
      sum(${PAID}) AS ordersPaid,
      coalesce(sum(CASE WHEN ${PAID} THEN json_extract(body, '$.money.amountMinor') END), 0)
        AS paidMinor
    FROM events WHERE show_id = :show AND source_room_id IS NOT NULL AND (:until > 0) GROUP BY 1`);
  const viewers = all(`
    SELECT minute, n AS viewers FROM (
      SELECT event_ts / 60000 AS minute, json_extract(body, '$.current') AS n,
        row_number() OVER (PARTITION BY event_ts / 60000 ORDER BY event_ts DESC, seq DESC) AS place
      FROM events WHERE show_id = :show AND kind = 14 AND (:until > 0)) WHERE place = 1`);
  const products = all(`
    WITH paid AS (
      SELECT json_extract(body, '$.productId') AS code, count(*) AS orders,
        sum(json_extract(body, '$.qty')) AS units, sum(json_extract(body, '$.money.amountMinor')) AS minor
      FROM events WHERE show_id = :show AND ${PAID} GROUP BY 1),
    on_shelf AS (
      SELECT product_id, count(*) AS pushes, sum(coalesce(end_ts, :until) - go_ts) AS airtime
      FROM pushes WHERE show_id = :show AND state <> 'undone' GROUP BY 1)
    SELECT p.id AS productId, s.pushes, s.airtime AS airtimeMs, paid.orders AS ordersPaid,
      paid.units AS unitsPaid, paid.minor AS paidMinor
    FROM on_shelf s JOIN products p ON p.id = s.product_id JOIN paid ON paid.code = p.code`);
  const cues = all(`
    SELECT c.id AS cueId,
      max(CASE WHEN a.answer = 'shown' THEN a.delay_ms END) AS shownDelayMs,
      max(CASE WHEN a.answer = 'done' THEN a.delay_ms END) AS doneDelayMs
    FROM cues c LEFT JOIN cue_answers a ON a.cue_id = c.id
    WHERE c.show_id = :show AND (:until > 0) GROUP BY c.id`);
  return { totals: totals ?? {}, minutes, viewers, products, cues };
}
