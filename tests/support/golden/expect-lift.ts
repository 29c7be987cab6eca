import { oracleMinutes } from '#tests/support/oracle.ts';

import { meanOf, MINUTE_MS, sum, type PlainSql, type Row } from './plain-sql.ts';

/** What was done: cues that went out alone, pins that were not undone, blocks that began. */
export function expectActs(sql: PlainSql) {
  const cues = sql.rows(
    `SELECT 'cue ' || id AS id, sent_ts AS ts, state, kind, card_id AS card FROM cues
     WHERE show_id = :show
       AND id NOT IN (SELECT coalesce(cue_id, 0) FROM pushes WHERE state <> 'undone') ORDER BY cues.id`,
  );
  const pushes = sql.rows(
    `SELECT 'push ' || id AS id, go_ts AS ts, product_id AS product, link_number AS link FROM pushes
     WHERE show_id = :show AND state <> 'undone' ORDER BY pushes.id`,
  );
  const blocks = sql.rows(
    `SELECT 'block ' || id AS id, started_ts AS ts, role, id AS block FROM blocks
     WHERE show_id = :show AND started_ts IS NOT NULL ORDER BY blocks.id`,
  );
  const act = (
    id: unknown,
    ts: unknown,
    things: readonly string[],
    linkNumber: unknown = null,
  ) => ({
    id: String(id),
    ts: Number(ts),
    things,
    linkNumber,
  });
  return [
    ...cues.map(({ id, ts, state, kind, card }) =>
      act(
        id,
        ts,
        state === 'withdrawn'
          ? []
          : [...(card === null ? [] : [`card:${card}`]), `cueKind:${kind}`],
      ),
    ),
    ...pushes.map(({ id, ts, product, link }) => act(id, ts, [`push:${product}`], link)),
    ...blocks.map(({ id, ts, role, block }) =>
      act(id, ts, [`${role === 'giveaway' ? 'giveaway' : 'script'}:${block}`]),
    ),
  ];
}

/** Early in a minute that one and three more, late the next three, between them three without its own. */
export function expectWindow(ts: number) {
  const own = Math.floor(ts / MINUTE_MS);
  const rest = 1 - (ts % MINUTE_MS) / MINUTE_MS;
  return rest >= 2 / 3 ? { fromMinute: own, minutes: 4 } : { fromMinute: own + 1, minutes: 3 };
}

/** The last minute before an act that is taken for before: its own where the act came at its very end. */
function minuteBefore(ts: number): number {
  const own = Math.floor(ts / MINUTE_MS);
  return 1 - (ts % MINUTE_MS) / MINUTE_MS <= 1 / 3 ? own : own - 1;
}

type Span = { readonly fromMinute: number; readonly minutes: number };

/** What came in those minutes; of people online their mean less who was there before the act. */
export function expectCame(
  sql: PlainSql,
  figure: string,
  ts: number,
  { fromMinute, minutes }: Span,
): number {
  const rows = minutesOf(sql);
  const places = Array.from({ length: minutes }, (_, place) => fromMinute + place);
  const of = (name: string, minute: number): number => Number(rows.get(minute)?.[name]);
  switch (figure) {
    case 'chat':
      return sum(places.map((minute) => of('chats', minute)));
    case 'inflow':
      return sum(places.map((minute) => of('joins', minute)));
    case 'follows':
      return sum(places.map((minute) => of('follows', minute)));
    case 'orders':
      return sum(places.map((minute) => of('ordersPaid', minute)));
    case 'online':
      return (
        (meanOf(places.map((minute) => of('viewers', minute))) ?? 0) -
        of('viewers', minuteBefore(ts))
      );
    case 'leavers': {
      const last = places.at(-1) ?? fromMinute;
      return (
        sum(places.map((minute) => of('joins', minute))) -
        (of('viewers', last) - of('viewers', fromMinute - 1))
      );
    }
    default:
      return clicksIn(sql, places);
  }
}

function minutesOf(sql: PlainSql): ReadonlyMap<number, Row> {
  return sql.once(
    'counted',
    () => new Map(oracleMinutes(sql.db, sql.show).map((row) => [Number(row['minute']), row])),
  );
}

/** What a product's count grew by from one minute to the next. */
function clicksIn(sql: PlainSql, places: readonly number[]): number {
  const told = sql.rows(
    `SELECT json_extract(body, '$.productId') AS code, event_ts / 60000 AS minute,
       json_extract(body, '$.clicks') AS clicks FROM events
     WHERE show_id = :show AND kind = 19 AND json_extract(body, '$.clicks') IS NOT NULL
     ORDER BY event_ts, seq`,
  );
  const last = new Map<unknown, number>();
  let came = 0;
  for (const { code, minute, clicks } of told) {
    const before = last.get(code);
    if (before !== undefined && places.includes(Number(minute))) came += Number(clicks) - before;
    last.set(code, Number(clicks));
  }
  return came;
}
