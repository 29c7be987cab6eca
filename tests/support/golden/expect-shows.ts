import { oracleTotals } from '#tests/support/oracle.ts';

import { middleOf, MINUTE_MS, sum, type PlainSql, type Row } from './plain-sql.ts';

/** The room's clocks are eight hours ahead all year. */
const ZONE_MS = 8 * 3_600_000;
const WEEK_MINUTES = 7 * 1_440;

export type ShowFacts = Readonly<ReturnType<typeof expectListed>>;
type Figures = Readonly<Record<string, number | null>>;

/** What one show came to; `among`: on some of its platforms alone. */
function figuresOf(sql: PlainSql, show: Row): Figures {
  const totals = oracleTotals(sql.db, sql.show);
  const own = totals.paid.filter(
    (row) => row['currency'] === show['currency'] && row['exponent'] === 2,
  );
  const paidMinor = sum(own.map((row) => Number(row['amountMinor'])));
  const { views } = totals;
  const perView = (value: number): number | null => (views === null ? null : value / views);
  return {
    onAirMs: Number(show['endedTs']) - Number(show['startedTs']),
    events: totals.events,
    views,
    viewersMean: totals.viewersMean,
    viewersPeak: totals.viewersPeak,
    joins: totals.joins,
    chats: totals.chats,
    chatters: totals.chatters,
    follows: totals.follows,
    gifts: totals.gifts,
    ordersPlaced: totals.ordersPlaced,
    ordersPaid: totals.ordersPaid,
    unitsPaid: sql.number(
      `SELECT sum(json_extract(body, '$.qty')) FROM events WHERE show_id = :show AND kind = 17
         AND json_extract(body, '$.status') = 'paid'`,
    ),
    paidMinor,
    gpmMinor: perView(paidMinor * 1_000),
    interaction: perView(totals.chatters),
    followRate: perView(totals.follows),
    pushes: totals.pushes,
    cuesSent: totals.cuesSent,
    cuesDone: totals.cuesDone,
    gapMs: 0,
  };
}

/** A show as a list has it. */
export function expectListed(sql: PlainSql) {
  const [show] = sql.rows(
    `SELECT id, title, origin, currency, started_ts AS startedTs, ended_ts AS endedTs FROM shows
     WHERE id = :show`,
  );
  if (show === undefined) throw new Error('no such show');
  const local = new Date(Number(show['startedTs']) + ZONE_MS);
  return {
    id: show['id'],
    origin: show['origin'],
    currency: show['currency'],
    startedTs: Number(show['startedTs']),
    endedTs: Number(show['endedTs']),
    weekday: local.getUTCDay(),
    dayMinute: local.getUTCHours() * 60 + local.getUTCMinutes(),
    platforms: sql
      .rows(
        `SELECT DISTINCT r.platform FROM events e JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show ORDER BY 1`,
      )
      .map((row) => String(row['platform'])),
    anchors: [...new Set(sql.facts('anchor.changed').map(({ body }) => String(body['name'])))],
    figures: figuresOf(sql, show),
    paid: oracleTotals(sql.db, sql.show).paid,
  };
}

export function sample(values: readonly (number | null)[]) {
  const known = values.flatMap((value) => value ?? []);
  if (known.length === 0) return null;
  return {
    median: middleOf(known),
    low: Math.min(...known),
    high: Math.max(...known),
    n: known.length,
  };
}

/** Live shows before it, in its currency and on its platforms: the last, the last seven, the same hour. */
export function expectBaseline(shows: readonly ShowFacts[], own: ShowFacts, against: string) {
  const apart = (show: ShowFacts): number => {
    const minutes = Math.abs(minuteOfWeek(show) - minuteOfWeek(own));
    return Math.min(minutes, WEEK_MINUTES - minutes);
  };
  const before = shows
    .filter(
      (show) =>
        show.origin === 'live' &&
        show.startedTs < own.startedTs &&
        (against !== 'sameHour' || apart(show) <= 60),
    )
    .toSorted((a, b) => b.startedTs - a.startedTs);
  const inCurrency = before.filter(({ currency }) => currency === own.currency);
  const alike = inCurrency.filter((show) => String(show.platforms) === String(own.platforms));
  const aired = (show: ShowFacts): number => Number(show.figures['onAirMs']);
  const least = aired(own) < 300_000 ? aired(own) / 10 : Math.max(300_000, aired(own) / 10);
  const long = alike.filter((show) => aired(show) >= least);
  return {
    of: long.slice(0, against === 'previous' ? 1 : 7),
    otherCurrency: before.length - inCurrency.length,
    otherPlatforms: inCurrency.length - alike.length,
    tooShort: alike.length - long.length,
  };
}

function minuteOfWeek({ weekday, dayMinute }: ShowFacts): number {
  return weekday * 1_440 + dayMinute;
}

/** What each product got and brought in a show, in its own currency. */
export function expectShowProducts(sql: PlainSql): Row[] {
  return sql.rows(
    `SELECT p.id AS productId, json_extract(fields, '$.name') AS name,
       json_extract(fields, '$.currency') AS currency, s.link_number AS linkNumber,
       (SELECT count(*) FROM pushes u WHERE u.product_id = p.id AND u.show_id = :show) AS pushes,
       (SELECT sum(coalesce(u.end_ts, w.ended_ts) - u.go_ts) FROM pushes u
         WHERE u.product_id = p.id AND u.show_id = :show) AS airtimeMs,
       ${soldOf('count(*)')} AS ordersPaid,
       ${soldOf(`coalesce(sum(json_extract(e.body, '$.qty')), 0)`)} AS unitsPaid,
       ${soldOf(`coalesce(sum(CASE WHEN json_extract(e.body, '$.money.exponent') = 2
         AND json_extract(e.body, '$.money.currency') = json_extract(p.fields, '$.currency')
         THEN json_extract(e.body, '$.money.amountMinor') END), 0)`)} AS paidMinor
     FROM shelf_items s JOIN products p ON p.id = s.product_id JOIN shows w ON w.id = s.show_id
     WHERE s.show_id = :show ORDER BY s.link_number`,
  );
}

function soldOf(what: string): string {
  return `(SELECT ${what} FROM events e WHERE e.show_id = :show AND e.kind = 17
    AND json_extract(e.body, '$.status') = 'paid' AND json_extract(e.body, '$.productId') = p.code)`;
}

/** Minutes from the start, of some platforms. */
export function expectMinutesOn(sql: PlainSql, platforms: readonly string[]): Row[] {
  const named = platforms.map((platform) => `'${platform}'`).join();
  const start = Math.floor(expectListed(sql).startedTs / MINUTE_MS);
  const rows = sql.rows(
    `WITH e AS (SELECT e.*, e.event_ts / 60000 AS minute FROM events e
         JOIN source_rooms r ON r.id = e.source_room_id
         WHERE e.show_id = :show AND r.platform IN (${named})),
       last AS MATERIALIZED (SELECT minute, json_extract(body, '$.current') AS n, row_number() OVER (
         PARTITION BY minute, source_room_id ORDER BY event_ts DESC, seq DESC) AS place
         FROM e WHERE kind = 14)
     SELECT minute, (SELECT sum(n) FROM last WHERE last.minute = e.minute AND place = 1) AS viewers,
       sum(kind = 1) AS chats, sum(${PAID}) AS ordersPaid,
       coalesce(sum(CASE WHEN ${PAID} AND json_extract(body, '$.money.exponent') = 2
         AND json_extract(body, '$.money.currency') =
           (SELECT currency FROM shows WHERE id = :show)
         THEN json_extract(body, '$.money.amountMinor') END), 0) AS paidMinor
     FROM e GROUP BY minute ORDER BY minute`,
  );
  return rows.map(({ minute, ...counts }) => ({ place: Number(minute) - start, ...counts }));
}

const PAID = `(kind = 17 AND json_extract(body, '$.status') = 'paid')`;

/** Sums over the minutes that were asked for, with the oracle of whole shows where all are. */
export function countsOn(sql: PlainSql, platforms: readonly string[]) {
  const minutes = expectMinutesOn(sql, platforms);
  const viewers = minutes.flatMap((row) => row['viewers'] ?? []).map(Number);
  const total = (name: string): number => sum(minutes.map((row) => Number(row[name])));
  return {
    chats: total('chats'),
    ordersPaid: total('ordersPaid'),
    paidMinor: total('paidMinor'),
    viewersMean: viewers.length === 0 ? null : sum(viewers) / viewers.length,
  };
}
