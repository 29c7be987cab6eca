/**
 * What the figures of a show must be, worked out by plain SQL over the base tables and by nothing
 * else: no roll-up, no code of the product. Slow and obvious on purpose.
 */
import type BetterSqlite from 'better-sqlite3';

type Database = BetterSqlite.Database;
type Row = Record<string, number | string | null>;

/** Rows of one kind in one show, with what their body holds beside the columns. */
const OF_KIND = `FROM events e JOIN event_kinds k ON k.code = e.kind WHERE e.show_id = :show AND k.name`;

function number(db: Database, query: string, show: number): number {
  return Number(db.prepare(query).pluck().get({ show }) ?? 0);
}

function rows(db: Database, query: string, show: number): Row[] {
  return db.prepare(query).all({ show }) as Row[];
}

/** Totals of a show. */
export function oracleTotals(db: Database, show: number) {
  const count = (kind: string, where = '1'): number =>
    number(db, `SELECT count(*) ${OF_KIND} = '${kind}' AND ${where}`, show);
  return {
    events: number(db, 'SELECT count(*) FROM events WHERE show_id = :show', show),
    chats: count('chat'),
    chatters: number(db, `SELECT count(DISTINCT person_id) ${OF_KIND} = 'chat'`, show),
    joins: count('join'),
    follows: count('follow'),
    gifts: number(db, `SELECT sum(json_extract(body, '$.count')) ${OF_KIND} = 'gift'`, show),
    ordersPlaced: count('order', `json_extract(body, '$.status') = 'placed'`),
    ordersPaid: count('order', `json_extract(body, '$.status') = 'paid'`),
    paid: moneyOf(db, show, `k.name = 'order' AND json_extract(body, '$.status') = 'paid'`),
    tips: moneyOf(db, show, `k.name = 'paid_message'`),
    giftValues: rows(
      db,
      `SELECT json_extract(body, '$.value.unit') AS unit,
         sum(json_extract(body, '$.value.quantity')) AS quantity
       ${OF_KIND} = 'gift' AND json_extract(body, '$.value') IS NOT NULL GROUP BY 1 ORDER BY 1`,
      show,
    ),
    viewersPeak: viewersPeak(db, show),
    viewersMean: mean(oracleMinutes(db, show).map((minute) => minute['viewers'] ?? null)),
    views: db
      .prepare(
        `SELECT sum(v) FROM (SELECT max(json_extract(body, '$.total')) AS v
         FROM events e JOIN event_kinds k ON k.code = e.kind
         JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show AND k.name = 'viewers' GROUP BY r.source_id, r.platform)`,
      )
      .pluck()
      .get({ show }) as number | null,
    pushes: number(
      db,
      `SELECT count(*) FROM pushes WHERE show_id = :show AND state <> 'undone'`,
      show,
    ),
    cuesSent: number(db, 'SELECT count(*) FROM cues WHERE show_id = :show', show),
    cuesDone: number(
      db,
      `SELECT count(*) FROM cues WHERE show_id = :show
         AND id IN (SELECT cue_id FROM cue_answers WHERE answer = 'done')`,
      show,
    ),
    medianDoneMs: medianDone(db, show),
  };
}

function moneyOf(db: Database, show: number, where: string): Row[] {
  return rows(
    db,
    `SELECT json_extract(body, '$.money.currency') AS currency,
       json_extract(body, '$.money.exponent') AS exponent,
       sum(json_extract(body, '$.money.amountMinor')) AS amountMinor
     FROM events e JOIN event_kinds k ON k.code = e.kind
     WHERE e.show_id = :show AND ${where} AND json_extract(body, '$.money') IS NOT NULL
     GROUP BY 1, 2 ORDER BY 1, 2`,
    show,
  );
}

/**
 * At each viewer figure that is not older than its room's before: the sum over rooms of the figure
 * that stood then, as far as it was not older than 90 seconds; and what each minute came to whenever a
 * figure of it was stored, by the last figure of every room that was stored so far.
 */
function viewersPeak(db: Database, show: number): number | null {
  const running = runningPeak(db, show);
  const minutes = db
    .prepare(
      `WITH v AS MATERIALIZED (
         SELECT e.seq, e.event_ts AS ts, e.event_ts / 60000 AS minute, e.source_room_id AS room,
           json_extract(body, '$.current') AS n
         FROM events e JOIN event_kinds k ON k.code = e.kind
         WHERE e.show_id = :show AND k.name = 'viewers'),
       so_far AS (
         SELECT at.seq, s.n, row_number() OVER (PARTITION BY at.seq, s.room
           ORDER BY s.ts DESC, s.seq DESC) AS place
         FROM v at JOIN v s ON s.minute = at.minute AND s.seq <= at.seq)
       SELECT max(total) FROM (
         SELECT sum(n) AS total FROM so_far WHERE place = 1 GROUP BY seq)`,
    )
    .pluck()
    .get({ show }) as number | null;
  return running === null ? minutes : Math.max(running, minutes ?? 0);
}

function runningPeak(db: Database, show: number): number | null {
  return db
    .prepare(
      `WITH v AS MATERIALIZED (
         SELECT e.seq, e.event_ts AS ts, e.source_room_id AS source,
           json_extract(body, '$.current') AS n,
           max(e.event_ts) OVER (PARTITION BY e.source_room_id ORDER BY e.seq
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS newestBefore
         FROM events e JOIN event_kinds k ON k.code = e.kind
         WHERE e.show_id = :show AND k.name = 'viewers'),
       news AS MATERIALIZED (
         SELECT *, lead(seq) OVER (PARTITION BY source ORDER BY seq) AS nextSeq FROM v
         WHERE newestBefore IS NULL OR newestBefore <= ts)
       SELECT max(total) FROM (
         SELECT sum(s.n) AS total FROM news at
         JOIN news s ON s.seq <= at.seq AND (s.nextSeq IS NULL OR s.nextSeq > at.seq)
         WHERE at.ts - s.ts <= 90000
         GROUP BY at.seq)`,
    )
    .pluck()
    .get({ show }) as number | null;
}

function mean(values: readonly (number | string | null)[]): number | null {
  const given = values.filter((value) => value !== null).map(Number);
  return given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length;
}

function medianDone(db: Database, show: number): number | null {
  return db
    .prepare(
      `WITH d AS (
         SELECT a.delay_ms AS ms, row_number() OVER (ORDER BY a.delay_ms) AS n, count(*) OVER () AS c
         FROM cue_answers a JOIN cues ON cues.id = a.cue_id
         WHERE cues.show_id = :show AND a.answer = 'done' AND a.delay_ms IS NOT NULL)
       SELECT avg(ms) FROM d WHERE n IN ((c + 1) / 2, (c + 2) / 2)`,
    )
    .pluck()
    .get({ show }) as number | null;
}

/** Columns of every minute that holds a platform's event, in order. */
export function oracleMinutes(db: Database, show: number): Row[] {
  return rows(
    db,
    `WITH e AS (SELECT events.*, k.name, event_ts / 60000 AS minute FROM events
         JOIN event_kinds k ON k.code = events.kind
         WHERE show_id = :show AND source_room_id IS NOT NULL),
       last AS MATERIALIZED (SELECT minute, source_room_id, json_extract(body, '$.current') AS n,
         row_number() OVER (PARTITION BY minute, source_room_id ORDER BY event_ts DESC, seq DESC) AS r
         FROM e WHERE name = 'viewers')
     SELECT minute,
       (SELECT sum(n) FROM last WHERE last.minute = e.minute AND r = 1) AS viewers,
       sum(name = 'chat') AS chats,
       count(DISTINCT CASE WHEN name = 'chat' AND person_id IS NOT NULL
         THEN source_room_id || '/' || person_id END) AS chatters,
       sum(name = 'join') AS joins,
       sum(name = 'follow') AS follows,
       sum(CASE WHEN name = 'gift' THEN json_extract(body, '$.count') ELSE 0 END) AS gifts,
       sum(name = 'order' AND json_extract(body, '$.status') = 'paid') AS ordersPaid,
       coalesce(sum(CASE WHEN name = 'order' AND json_extract(body, '$.status') = 'paid'
         AND json_extract(body, '$.money.currency') = (SELECT currency FROM shows WHERE id = :show)
         AND json_extract(body, '$.money.exponent') = 2
         THEN json_extract(body, '$.money.amountMinor') END), 0) AS paidMinor
     FROM e GROUP BY minute ORDER BY minute`,
    show,
  );
}

/** Every roll-up column of every minute and source room, as `minute_counts` must hold it. */
export function oracleRollups(db: Database, show: number): Row[] {
  return rows(
    db,
    `WITH e AS (SELECT events.*, k.name, event_ts / 60000 AS minute FROM events
         JOIN event_kinds k ON k.code = events.kind
         WHERE show_id = :show AND source_room_id IS NOT NULL)
     SELECT source_room_id, minute, count(*) AS events, sum(name = 'chat') AS chats,
       count(DISTINCT CASE WHEN name = 'chat' THEN person_id END) AS chatters,
       sum(name = 'join') AS joins, sum(name = 'follow') AS follows,
       sum(CASE WHEN name = 'like' THEN json_extract(body, '$.count') ELSE 0 END) AS likes,
       sum(name = 'share') AS shares,
       sum(CASE WHEN name = 'gift' THEN json_extract(body, '$.count') ELSE 0 END) AS gifts,
       sum(CASE WHEN name = 'membership' THEN json_extract(body, '$.count') ELSE 0 END) AS memberships,
       sum(name = 'order' AND json_extract(body, '$.status') = 'placed') AS orders_placed,
       sum(name = 'order' AND json_extract(body, '$.status') = 'paid') AS orders_paid,
       sum(CASE WHEN name = 'order' AND json_extract(body, '$.status') = 'paid'
         THEN json_extract(body, '$.qty') ELSE 0 END) AS units_paid,
       max(CASE WHEN name = 'viewers' THEN json_extract(body, '$.current') END) AS viewers_max,
       max(CASE WHEN name = 'viewers' THEN json_extract(body, '$.total') END) AS views_total
     FROM e GROUP BY source_room_id, minute ORDER BY source_room_id, minute`,
    show,
  );
}

/** What each product on the shelf or ever pushed got and brought, in the order of link numbers. */
export function oracleProducts(db: Database, show: number, untilTs: number): Row[] {
  return db
    .prepare(
      `WITH p AS (SELECT products.id, products.code, json_extract(fields, '$.currency') AS currency
         FROM products WHERE id IN (SELECT product_id FROM shelf_items WHERE show_id = :show)
           OR id IN (SELECT product_id FROM pushes WHERE show_id = :show)),
       paid AS (SELECT e.body FROM events e JOIN event_kinds k ON k.code = e.kind
         WHERE e.show_id = :show AND k.name = 'order' AND json_extract(body, '$.status') = 'paid')
     SELECT p.id AS productId,
       (SELECT count(*) FROM pushes WHERE show_id = :show AND product_id = p.id
         AND state <> 'undone') AS pushes,
       (SELECT coalesce(sum(coalesce(end_ts, :until) - go_ts), 0) FROM pushes
         WHERE show_id = :show AND product_id = p.id AND state <> 'undone') AS airtimeMs,
       (SELECT count(*) FROM paid WHERE json_extract(body, '$.productId') = p.code) AS ordersPaid,
       (SELECT coalesce(sum(json_extract(body, '$.qty')), 0) FROM paid
         WHERE json_extract(body, '$.productId') = p.code) AS unitsPaid,
       (SELECT coalesce(sum(json_extract(body, '$.money.amountMinor')), 0) FROM paid
         WHERE json_extract(body, '$.productId') = p.code
           AND json_extract(body, '$.money.currency') = p.currency
           AND json_extract(body, '$.money.exponent') = 2) AS paidMinor
     FROM p ORDER BY p.id`,
    )
    .all({ show, until: BigInt(untilTs) }) as Row[];
}

/** Delays of every cue of the show, in the order they were sent. */
export function oracleCues(db: Database, show: number): Row[] {
  return rows(
    db,
    `SELECT c.id AS cueId, s.delay_ms AS shownDelayMs, d.delay_ms AS doneDelayMs FROM cues c
     LEFT JOIN cue_answers s ON s.cue_id = c.id AND s.answer = 'shown'
     LEFT JOIN cue_answers d ON d.cue_id = c.id AND d.answer = 'done'
     WHERE c.show_id = :show ORDER BY c.id`,
    show,
  );
}

/** What every roll-up of a show must hold. */
export function oracleFigures(db: Database, show: number) {
  const { paid, tips, giftValues, chatters } = oracleTotals(db, show);
  const tens = rows(
    db,
    `SELECT event_ts / 10000 AS ten, count(*) AS chats ${OF_KIND} = 'chat' GROUP BY 1 ORDER BY 1`,
    show,
  );
  return { minutes: oracleRollups(db, show), paid, tips, giftValues, tens, chatters };
}
