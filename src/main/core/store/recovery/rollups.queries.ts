import type BetterSqlite from 'better-sqlite3';

/**
 * Works out every roll-up of some shows from their events, as the ingest would have counted them:
 * a gift's row holds the whole of its streak.
 */
export function recountShows(db: BetterSqlite.Database, showIds: readonly number[]): void {
  for (const showId of new Set(showIds)) {
    for (const statement of RECOUNT) db.prepare(statement).run({ show: BigInt(showId) });
  }
}

export function showsAfter(db: BetterSqlite.Database, seq: bigint): number[] {
  return db
    .prepare('SELECT DISTINCT show_id FROM events WHERE seq > ?')
    .pluck()
    .all(seq) as number[];
}

export function allShowIds(db: BetterSqlite.Database): number[] {
  return db.prepare('SELECT id FROM shows').pluck().all() as number[];
}

/** What some minutes of one show (show time, since 1970) come to; who chatted at all is not of a minute. */
export function recountMinutes(
  db: BetterSqlite.Database,
  showId: number,
  minutes: readonly number[],
): void {
  for (const minute of new Set(minutes)) {
    const from = BigInt(minute) * 60_000n;
    const span = { show: BigInt(showId), from, to: from + 60_000n };
    for (const statement of RECOUNT_MINUTES) db.prepare(statement).run(span);
  }
}

const OF_SHOW = `FROM events WHERE show_id = :show AND source_room_id IS NOT NULL`;
const KEY = `show_id, source_room_id, event_ts / 60000`;
const MONEY = `json_extract(body, '$.money.currency'), json_extract(body, '$.money.exponent')`;

function moneyOf(what: string, where: string): string {
  return `INSERT INTO minute_money (show_id, source_room_id, minute, what, currency, exponent, amount_minor)
    SELECT ${KEY}, '${what}', ${MONEY}, sum(json_extract(body, '$.money.amountMinor'))
    ${OF_SHOW} AND ${where} AND json_extract(body, '$.money') IS NOT NULL GROUP BY 1, 2, 3, 5, 6`;
}

const RECOUNT = [
  'DELETE FROM show_figures WHERE show_id = :show',
  'DELETE FROM minute_counts WHERE show_id = :show',
  'DELETE FROM minute_money WHERE show_id = :show',
  'DELETE FROM minute_virtual WHERE show_id = :show',
  'DELETE FROM show_chatters WHERE show_id = :show',
  'DELETE FROM chat_tens WHERE show_id = :show',
  `INSERT INTO minute_counts (show_id, source_room_id, minute, events, chats, chatters, joins,
     follows, likes, shares, gifts, memberships, orders_placed, orders_paid, units_paid, viewers_max,
     views_total)
   SELECT ${KEY}, count(*), sum(kind = 1), count(DISTINCT CASE WHEN kind = 1 THEN person_id END),
     sum(kind = 7), sum(kind = 6), sum(CASE WHEN kind = 8 THEN json_extract(body, '$.count') ELSE 0 END),
     sum(kind = 9), sum(CASE WHEN kind = 3 THEN json_extract(body, '$.count') ELSE 0 END),
     sum(CASE WHEN kind = 5 THEN json_extract(body, '$.count') ELSE 0 END),
     sum(CASE WHEN kind = 17 THEN json_extract(body, '$.status') = 'placed' ELSE 0 END),
     sum(CASE WHEN kind = 17 THEN json_extract(body, '$.status') = 'paid' ELSE 0 END),
     sum(CASE WHEN kind = 17 AND json_extract(body, '$.status') = 'paid'
       THEN json_extract(body, '$.qty') ELSE 0 END),
     max(CASE WHEN kind = 14 THEN json_extract(body, '$.current') END),
     max(CASE WHEN kind = 14 THEN json_extract(body, '$.total') END)
   ${OF_SHOW} GROUP BY 1, 2, 3`,
  // The latest figure of a minute; of two at the same time the one that came later.
  `UPDATE minute_counts SET (viewers_last, viewers_last_ts) = (v.current, v.ts) FROM (
     SELECT source_room_id AS room, event_ts / 60000 AS minute, event_ts AS ts,
       json_extract(body, '$.current') AS current,
       row_number() OVER (PARTITION BY source_room_id, event_ts / 60000
         ORDER BY event_ts DESC, seq DESC) AS place
     ${OF_SHOW} AND kind = 14) AS v
   WHERE show_id = :show AND source_room_id = v.room AND minute_counts.minute = v.minute
     AND v.place = 1`,
  moneyOf('order_placed', `kind = 17 AND json_extract(body, '$.status') = 'placed'`),
  moneyOf('order_paid', `kind = 17 AND json_extract(body, '$.status') = 'paid'`),
  moneyOf('tip', 'kind = 4'),
  `INSERT INTO minute_virtual (show_id, source_room_id, minute, unit, quantity)
   SELECT ${KEY}, json_extract(body, '$.value.unit'), sum(json_extract(body, '$.value.quantity'))
   ${OF_SHOW} AND kind = 3 AND json_extract(body, '$.value') IS NOT NULL GROUP BY 1, 2, 3, 4`,
  `INSERT INTO chat_tens (show_id, ten, chats)
   SELECT show_id, event_ts / 10000, count(*) FROM events
   WHERE show_id = :show AND kind = 1 GROUP BY 1, 2`,
  `INSERT INTO show_chatters (show_id, person_id)
   SELECT DISTINCT show_id, person_id FROM events
   WHERE show_id = :show AND kind = 1 AND person_id IS NOT NULL`,
];

/** The same statements over a span of show time alone. */
const RECOUNT_MINUTES = RECOUNT.filter((statement) =>
  /\b(?:minute_\w+|chat_tens)\b/.test(statement),
).map((statement) => {
  if (statement.startsWith('DELETE')) {
    const [column, lengthMs] = statement.includes('chat_tens')
      ? ['ten', 10_000]
      : ['minute', 60_000];
    return `${statement} AND ${column} >= :from / ${lengthMs} AND ${column} < :to / ${lengthMs}`;
  }
  return statement.replace(
    /FROM events\s+WHERE show_id = :show/g,
    '$& AND event_ts >= :from AND event_ts < :to',
  );
});
