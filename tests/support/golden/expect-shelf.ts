import { expectMinutes, expectShow } from './expect-totals.ts';
import { meanOf, MINUTE_MS, type PlainSql, type Row } from './plain-sql.ts';

const SIDE_MS = 3 * MINUTE_MS;
const FRESH_MS = MINUTE_MS;

type Product = { readonly code: string; readonly currency: string };

/** Products on the shelf or pushed, with what they got and brought. */
export function expectProducts(sql: PlainSql) {
  return sql.once('products', () => productsOf(sql));
}

function productsOf(sql: PlainSql) {
  const { endedTs } = expectShow(sql);
  return sql
    .rows(
      `SELECT p.id, p.code, json_extract(fields, '$.name') AS name,
         json_extract(fields, '$.role') AS role, json_extract(fields, '$.currency') AS currency,
         s.link_number AS link,
         (SELECT count(*) FROM pushes u WHERE u.product_id = p.id AND u.show_id = :show
           AND u.state <> 'undone') AS pushes,
         (SELECT coalesce(sum(coalesce(end_ts, :until) - go_ts), 0) FROM pushes u
           WHERE u.product_id = p.id AND u.show_id = :show AND u.state <> 'undone') AS airtimeMs
       FROM products p JOIN shelf_items s ON s.product_id = p.id AND s.show_id = :show
       ORDER BY s.link_number`,
      { until: endedTs },
    )
    .map((row) => {
      const airtimeMs = Number(row['airtimeMs']);
      const sold = soldOf(sql, productOf(row), 0, Number.MAX_SAFE_INTEGER);
      const units = sql.number(
        `SELECT sum(json_extract(body, '$.qty')) FROM events WHERE show_id = :show AND kind = 17
           AND json_extract(body, '$.status') = 'paid' AND json_extract(body, '$.productId') = :code`,
        { code: String(row['code']) },
      );
      return {
        productId: row['id'],
        linkNumber: row['link'],
        name: row['name'],
        role: row['role'],
        pushes: row['pushes'],
        airtimeMs,
        ordersPaid: sold.orders,
        unitsPaid: units,
        paidMinor: sold.paidMinor,
        currency: row['currency'],
        paidMinorPerMinute: airtimeMs < MINUTE_MS ? null : sold.paidMinor / (airtimeMs / MINUTE_MS),
      };
    });
}

function productOf(row: Row): Product {
  return { code: String(row['code']), currency: String(row['currency']) };
}

/** Paid orders of a product in a span; money of its currency and that currency's usual minor unit. */
function soldOf(sql: PlainSql, { code, currency }: Product, fromTs: number, toTs: number) {
  const [row] = sql.rows(
    `SELECT count(*) AS orders, coalesce(sum(CASE
         WHEN json_extract(body, '$.money.currency') = :currency
           AND json_extract(body, '$.money.exponent') = 2
         THEN json_extract(body, '$.money.amountMinor') END), 0) AS paidMinor
     FROM events WHERE show_id = :show AND kind = 17 AND json_extract(body, '$.status') = 'paid'
       AND json_extract(body, '$.productId') = :code AND event_ts >= :fromTs AND event_ts < :toTs`,
    { code, currency, fromTs, toTs },
  );
  return { orders: Number(row?.['orders']), paidMinor: Number(row?.['paidMinor']) };
}

/** Clicks that were told last by a moment, where that was within a minute; 0 at the start. */
function clicksAt(sql: PlainSql, code: string, ts: number, startTs: number): number | null {
  if (ts <= startTs) return 0;
  const [row] = sql.rows(
    `SELECT event_ts AS ts, json_extract(body, '$.clicks') AS clicks FROM events
     WHERE show_id = :show AND kind = 19 AND json_extract(body, '$.productId') = :code
       AND json_extract(body, '$.clicks') IS NOT NULL AND event_ts <= :ts
     ORDER BY event_ts DESC, seq DESC LIMIT 1`,
    { code, ts },
  );
  return row === undefined || ts - Number(row['ts']) > FRESH_MS ? null : Number(row['clicks']);
}

function spanOf(sql: PlainSql, product: Product, fromTs: number, toTs: number) {
  const startTs = expectShow(sql).startedTs ?? 0;
  const viewers = expectMinutes(sql).filter(({ minute, viewers: online }) => {
    const at = Number(minute) * MINUTE_MS;
    return online !== null && at < toTs && at + MINUTE_MS > fromTs;
  });
  const before = clicksAt(sql, product.code, fromTs, startTs);
  const after = clicksAt(sql, product.code, toTs, startTs);
  const isEmpty = toTs <= fromTs;
  const isTold =
    sql.number(
      `SELECT count(*) FROM events WHERE show_id = :show AND kind = 19
         AND json_extract(body, '$.productId') = :code AND json_extract(body, '$.clicks') IS NOT NULL`,
      { code: product.code },
    ) > 0;
  const sold = soldOf(sql, product, fromTs, toTs);
  return {
    fromTs,
    toTs,
    viewersMean: isEmpty ? null : meanOf(viewers.map((row) => Number(row['viewers']))),
    chats: sql.number(
      `SELECT count(*) FROM events WHERE show_id = :show AND kind = 1
         AND event_ts >= :fromTs AND event_ts < :toTs`,
      { fromTs, toTs },
    ),
    questions: null,
    clicks: isEmpty || !isTold || before === null || after === null ? null : after - before,
    ordersPaid: sold.orders,
    paidMinor: sold.paidMinor,
  };
}

/** Three minutes before, the airing itself, three after: within the show. */
export function expectPushes(sql: PlainSql) {
  return sql.once('pushes', () => pushesOf(sql));
}

function pushesOf(sql: PlainSql) {
  const { startedTs, endedTs } = expectShow(sql);
  return sql
    .rows(
      `SELECT u.id, u.product_id AS productId, u.link_number AS link, u.go_ts AS goTs, u.state,
         coalesce(u.end_ts, :until) AS endTs, p.code, json_extract(p.fields, '$.name') AS name,
         json_extract(p.fields, '$.currency') AS currency
       FROM pushes u JOIN products p ON p.id = u.product_id WHERE u.show_id = :show ORDER BY u.id`,
      { until: endedTs },
    )
    .map((row) => {
      const [goTs, endTs] = [Number(row['goTs']), Number(row['endTs'])];
      const span = (fromTs: number, toTs: number) => spanOf(sql, productOf(row), fromTs, toTs);
      const airing = {
        before: span(Math.max(startedTs ?? 0, goTs - SIDE_MS), goTs),
        during: span(goTs, endTs),
        after: span(endTs, Math.min(endedTs ?? 0, endTs + SIDE_MS)),
      };
      return {
        pushId: row['id'],
        productId: row['productId'],
        linkNumber: row['link'],
        name: row['name'],
        currency: row['currency'],
        goTs,
        endTs,
        state: row['state'],
        targets: sql
          .rows(
            `SELECT target, name, state, delay_ms AS delayMs, there FROM push_targets
             WHERE push_id = :push ORDER BY target`,
            { push: Number(row['id']) },
          )
          .map((target) => ({ ...target })),
        airing: row['state'] === 'undone' ? null : airing,
      };
    });
}

export function expectCues(sql: PlainSql) {
  return sql
    .rows(
      `SELECT c.id AS cueId, c.kind, c.text, c.sent_ts AS sentTs, c.state,
         (SELECT delay_ms FROM cue_answers WHERE cue_id = c.id AND answer = 'shown') AS shownDelayMs,
         (SELECT delay_ms FROM cue_answers WHERE cue_id = c.id AND answer = 'done') AS doneDelayMs
       FROM cues c WHERE c.show_id = :show ORDER BY c.id`,
    )
    .map((row) => ({ ...row, proposal: null }));
}
