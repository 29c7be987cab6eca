import { oracleMinutes, oracleTotals } from '#tests/support/oracle.ts';

import { meanOf, MINUTE_MS, sum, type PlainSql, type Row } from './plain-sql.ts';

export const known = (value: number) => ({ known: true, value, isApprox: false, without: [] });

/** When the show was on air, by what it said of itself. */
export function expectShow(sql: PlainSql) {
  return sql.once('show', () => showOf(sql));
}

function showOf(sql: PlainSql) {
  const states = sql.facts('show.state');
  const [first] = states.filter(({ body }) => body['state'] === 'on_air');
  const last = states.find(({ body }) => body['state'] === 'ended');
  const onAirMs = sum(
    states.map(({ ts, body }, place) =>
      body['state'] === 'on_air' ? (states[place + 1]?.ts ?? ts) - ts : 0,
    ),
  );
  const [row] = sql.rows('SELECT title, currency, created_ts AS c FROM shows WHERE id = :show');
  return {
    id: sql.show,
    title: row?.['title'],
    origin: 'live',
    state: 'ended',
    createdTs: row?.['c'],
    startedTs: first?.ts ?? null,
    endedTs: last?.ts ?? null,
    onAirBeforeMs: onAirMs,
    onAirSinceTs: null,
    currency: row?.['currency'],
  };
}

export function expectTotals(sql: PlainSql) {
  return sql.once('totals', () => totalsOf(sql));
}

function totalsOf(sql: PlainSql) {
  const { viewersPeak, viewersMean: _mean, views, ...totals } = oracleTotals(sql.db, sql.show);
  const viewers = expectMinutes(sql).flatMap((minute) => minute['viewers'] ?? []);
  return {
    ...totals,
    onAirMs: expectShow(sql).onAirBeforeMs,
    chats: known(totals.chats),
    chatters: known(totals.chatters),
    joins: known(totals.joins),
    follows: known(totals.follows),
    gifts: known(totals.gifts),
    ordersPlaced: known(totals.ordersPlaced),
    ordersPaid: known(totals.ordersPaid),
    viewersPeak: known(Number(viewersPeak)),
    viewersMean: known(meanOf(viewers.map(Number)) ?? 0),
    views: known(Number(views)),
  };
}

const NOTHING = {
  chats: 0,
  chatters: 0,
  joins: 0,
  follows: 0,
  gifts: 0,
  ordersPaid: 0,
  paidMinor: 0,
};

/** Every minute from the first to the last, those without anything too. */
export function expectMinutes(sql: PlainSql): Row[] {
  return sql.once('minutes', () => minutesOf(sql));
}

function minutesOf(sql: PlainSql): Row[] {
  const { startedTs, endedTs } = expectShow(sql);
  const told = new Map(oracleMinutes(sql.db, sql.show).map((row) => [row['minute'], row]));
  const minutes: Row[] = [];
  const last = Math.floor((endedTs ?? 0) / MINUTE_MS);
  for (let minute = Math.floor((startedTs ?? 0) / MINUTE_MS); minute <= last; minute += 1) {
    minutes.push(told.get(minute) ?? { minute, viewers: null, ...NOTHING });
  }
  return minutes;
}

/** Paid money for each thousand views of the platforms whose paid orders all told an amount. */
function expectGpm(sql: PlainSql) {
  const ofOrder = `e.show_id = :show AND e.kind = 17 AND json_extract(e.body, '$.status') = 'paid'`;
  const without = sql
    .rows(
      `SELECT DISTINCT r.platform FROM events e JOIN source_rooms r ON r.id = e.source_room_id
       WHERE ${ofOrder} AND json_extract(e.body, '$.money') IS NULL ORDER BY 1`,
    )
    .map(({ platform }) => String(platform));
  const told = `r.platform NOT IN (${['', ...without].map((platform) => `'${platform}'`).join()})`;
  const paid = sql.number(
    `SELECT sum(json_extract(e.body, '$.money.amountMinor'))
     FROM events e JOIN source_rooms r ON r.id = e.source_room_id
     WHERE ${ofOrder} AND ${told} AND json_extract(e.body, '$.money.currency') = 'CNY'
       AND json_extract(e.body, '$.money.exponent') = 2`,
  );
  const views = sql.number(
    `SELECT sum(most) FROM (SELECT max(json_extract(e.body, '$.total')) AS most
       FROM events e JOIN source_rooms r ON r.id = e.source_room_id
       WHERE e.show_id = :show AND e.kind = 14 AND ${told} GROUP BY e.source_room_id)`,
  );
  return { ...known((paid * 1_000) / views), without };
}

/** What was set and holds, the newest of a name, and what the show came to. */
export function expectTargets(sql: PlainSql) {
  const totals = expectTotals(sql);
  const paid = sql.number(
    `SELECT sum(json_extract(body, '$.money.amountMinor')) FROM events
     WHERE show_id = :show AND kind = 17 AND json_extract(body, '$.status') = 'paid'
       AND json_extract(body, '$.money.currency') = 'CNY'
       AND json_extract(body, '$.money.exponent') = 2`,
  );
  const came: Record<string, unknown> = {
    ...totals,
    paid: known(paid),
    onAir: known(totals.onAirMs / 1_000),
    gpm: expectGpm(sql),
  };
  const held = new Map<string, object>();
  for (const { body } of sql.facts('targets.set')) {
    for (const target of body['targets'] as { name: string; value: number | null }[]) {
      held.set(target.name, { ...target, currency: body['currency'] });
    }
  }
  return [...held.keys()]
    .toSorted()
    .map((name) => ({ ...held.get(name), figure: came[name], isOfMoment: false }));
}

export function expectGaps(sql: PlainSql) {
  return sql.facts('gap').map(({ body }) => ({
    fromTs: body['fromTs'],
    toTs: body['toTs'],
    cause: body['cause'],
    sourceLabel: body['sourceLabel'],
    lost: body['lost'],
  }));
}
