import { expectBlocks, expectPromises, expectSlips, expectWarnings } from './expect-facts.ts';
import { expectProducts, expectPushes } from './expect-shelf.ts';
import { expectGaps, expectMinutes, expectShow, expectTotals } from './expect-totals.ts';
import { deviationOf, middleOf, MINUTE_MS, sum, type PlainSql } from './plain-sql.ts';

/** What a figure came to in a show, and by how much chance alone would move it (standard error). */
type Proved = { readonly value: number; readonly error: number | null } | null;

const HOUR_MS = 3_600_000;
const SILENT_MS = 600_000;

/** Of `hits` among `cases`, one more of both kinds being thought of. */
function share(hits: number, cases: number): Proved {
  if (cases === 0) return null;
  const about = (hits + 1) / (cases + 2);
  return { value: hits / cases, error: Math.sqrt((about * (1 - about)) / (cases + 2)) };
}

/** Of a series, by the means of its tens. */
function minuteError(values: readonly number[]): number | null {
  const tens = Math.floor(values.length / 10);
  const means = Array.from(
    { length: tens },
    (_, at) => sum(values.slice(at * 10, at * 10 + 10)) / 10,
  );
  return tens < 3 ? null : deviationOf(means) / Math.sqrt(tens);
}

/** Of a median. */
function middle(values: readonly number[]): Proved {
  const value = middleOf(values);
  if (value === null) return null;
  const error = (1.2533 * deviationOf(values)) / Math.sqrt(values.length);
  return { value, error: values.length < 3 ? null : error };
}

/** Things that come by themselves (Poisson). */
function perHour(count: number, hours: number): Proved {
  return { value: count / hours, error: Math.sqrt(Math.max(1, count)) / hours };
}

/** A total for so many minutes on air. */
function rated(sql: PlainSql, total: number, name: string, per: number): Proved {
  const error = minuteError(expectMinutes(sql).map((row) => Number(row[name])));
  const onAir = expectTotals(sql).onAirMs / MINUTE_MS;
  return { value: (total / onAir) * per, error: error === null ? null : error * per };
}

function paidOf(sql: PlainSql): number {
  const own = expectTotals(sql).paid.filter(
    (row) => row['currency'] === 'CNY' && row['exponent'] === 2,
  );
  return sum(own.map((row) => Number(row['amountMinor'])));
}

/** Money by what brought it: the count's share of chance, and half again. */
function worth(sql: PlainSql, cases: number): Proved {
  const orders = expectTotals(sql).ordersPaid.value;
  const value = paidOf(sql) / cases;
  return { value, error: (1.5 * value * Math.sqrt(orders)) / orders };
}

function silence(sql: PlainSql): Proved {
  const { startedTs, endedTs } = expectShow(sql);
  const [start, end] = [startedTs ?? 0, endedTs ?? 0];
  const acts = sql
    .rows(
      `SELECT go_ts AS ts FROM pushes WHERE show_id = :show AND state <> 'undone'
       UNION ALL SELECT sent_ts FROM cues WHERE show_id = :show ORDER BY 1`,
    )
    .map((row) => Number(row['ts']));
  const edges = [start, ...acts.filter((ts) => ts > start && ts < end), end];
  const lengths = edges.slice(1).map((edge, place) => edge - (edges[place] ?? edge));
  return { value: sum(lengths.filter((ms) => ms >= SILENT_MS)) / (end - start), error: 0 };
}

function cues(sql: PlainSql, answer: 'shown' | 'done'): Proved {
  const [row] = sql.rows(
    `SELECT count(*) AS n, sum(id IN (SELECT cue_id FROM cue_answers WHERE answer = '${answer}'
       AND delay_ms IS NOT NULL)) AS hits
     FROM cues WHERE show_id = :show AND state <> 'withdrawn'`,
  );
  return share(Number(row?.['hits']), Number(row?.['n']));
}

/** How many more a minute came during an airing than before it; mean over its airings. */
function lift(sql: PlainSql, productId: number, of: 'ordersPaid' | 'chats'): Proved {
  const lifts = expectPushes(sql).flatMap(({ productId: own, airing }) => {
    if (own !== productId || airing === null) return [];
    const spans = [airing.before, airing.during];
    if (spans.some(({ fromTs, toTs }) => toTs - fromTs < MINUTE_MS)) return [];
    const [was = 0, is = 0] = spans.map(
      (span) => (span[of] * MINUTE_MS) / (span.toTs - span.fromTs),
    );
    return [is - was];
  });
  if (lifts.length === 0) return null;
  const error = lifts.length < 3 ? null : deviationOf(lifts) / Math.sqrt(lifts.length);
  return { value: sum(lifts) / lifts.length, error };
}

/** Every proving figure of a show, by its name; null where nothing can be said. */
export function expectProving(sql: PlainSql, productId: number): ReadonlyMap<string, Proved> {
  const totals = expectTotals(sql);
  const hours = totals.onAirMs / HOUR_MS;
  const views = totals.views.value;
  const viewers = expectMinutes(sql)
    .flatMap((row) => row['viewers'] ?? [])
    .map(Number);
  const promises = expectPromises(sql).map(({ outcome }) => outcome);
  const kept = promises.filter((outcome) => outcome === 'kept').length;
  const broken = promises.filter((outcome) => outcome === 'broken').length;
  const ran = expectBlocks(sql).flatMap(({ plannedMs, tookMs }) =>
    tookMs === null ? [] : [tookMs - plannedMs],
  );
  const gaps = sum(
    expectGaps(sql).map(({ fromTs, toTs, sourceLabel }) => {
      return (Number(toTs) - Number(fromTs)) / (sourceLabel === null ? 1 : 2);
    }),
  );
  const products = expectProducts(sql);
  const product = products.find((each) => each.productId === productId);
  const airtimeMs = product?.airtimeMs ?? 0;
  const [orders, paidMinor] = [product?.ordersPaid ?? 0, product?.paidMinor ?? 0];
  const perMinute = (paidMinor * MINUTE_MS) / airtimeMs;
  const pushed = expectPushes(sql).flatMap(({ state, targets }) => {
    const delays = targets.flatMap((target) => target['delayMs'] ?? []).map(Number);
    return state === 'undone' || delays.length === 0 ? [] : [Math.max(...delays)];
  });
  const unpaid = totals.ordersPlaced.value - totals.ordersPaid.value;
  return new Map<string, Proved>([
    ['viewersMean', { value: totals.viewersMean.value, error: minuteError(viewers) }],
    ['viewersPeak', { value: totals.viewersPeak.value, error: null }],
    ['joinsPerMinute', rated(sql, totals.joins.value, 'joins', 1)],
    ['chatsPerMinute', rated(sql, totals.chats.value, 'chats', 1)],
    ['followsPerHour', rated(sql, totals.follows.value, 'follows', 60)],
    ['giftsPerHour', rated(sql, totals.gifts.value, 'gifts', 60)],
    ['ordersPerHour', rated(sql, totals.ordersPaid.value, 'ordersPaid', 60)],
    ['paidPerHour', rated(sql, paidOf(sql), 'paidMinor', 60)],
    ['interactionRate', share(totals.chatters.value, views)],
    ['followRate', share(totals.follows.value, views)],
    ['orderRate', share(totals.ordersPaid.value, views)],
    ['gpm', worth(sql, views / 1_000)],
    ['orderValue', worth(sql, totals.ordersPaid.value)],
    ['cuesDoneRate', cues(sql, 'done')],
    ['cuesShownRate', cues(sql, 'shown')],
    ['cueDoneDelay', middle(doneDelays(sql))],
    ['silenceShare', silence(sql)],
    ['gapShare', { value: Math.min(1, gaps / totals.onAirMs), error: 0 }],
    ['slipsPerHour', perHour(expectSlips(sql).length, hours)],
    ['warningsPerHour', perHour(expectWarnings(sql).length, hours)],
    ['promisesKeptRate', share(kept, kept + broken)],
    ['blocksOverShare', share(ran.filter((over) => over > MINUTE_MS).length, ran.length)],
    ['unpaidShare', unpaid < 0 ? null : share(unpaid, totals.ordersPlaced.value)],
    ['pushDelay', middle(pushed)],
    ['productPaidPerMinute', { value: perMinute, error: perMinute / Math.sqrt(orders) }],
    ['productOrdersPerHour', perHour(orders, airtimeMs / HOUR_MS)],
    [
      'productAirShare',
      { value: airtimeMs / sum(products.map((each) => each.airtimeMs)), error: 0 },
    ],
    ['productOrdersLift', lift(sql, productId, 'ordersPaid')],
    ['productChatsLift', lift(sql, productId, 'chats')],
  ]);
}

function doneDelays(sql: PlainSql): number[] {
  return sql
    .rows(
      `SELECT a.delay_ms AS ms FROM cue_answers a JOIN cues c ON c.id = a.cue_id
       WHERE c.show_id = :show AND a.answer = 'done'`,
    )
    .map((row) => Number(row['ms']));
}
