import { oracleTotals } from '#tests/support/oracle.ts';

import { expectProving } from './expect-proving.ts';
import { expectTotals } from './expect-totals.ts';
import { deviationOf, middleOf, sum, type PlainSql, type Row } from './plain-sql.ts';

type Compared = Readonly<Record<string, number | null>>;

/** Ten figures of a show; money in the show's currency alone. */
function expectCompared(sql: PlainSql): Compared {
  const totals = oracleTotals(sql.db, sql.show);
  const currency = sql.cell('SELECT currency FROM shows WHERE id = :show');
  const own = totals.paid.filter((row) => row['currency'] === currency && row['exponent'] === 2);
  const paidMinor = sum(own.map((row) => Number(row['amountMinor'])));
  const { views } = totals;
  const perView = (value: number): number | null =>
    views === null || views === 0 ? null : value / views;
  return {
    paidMinor,
    gpmMinor: perView(paidMinor * 1_000),
    ordersPaid: totals.ordersPaid,
    views,
    viewersMean: totals.viewersMean,
    interaction: perView(totals.chatters),
    followRate: perView(totals.follows),
    chats: totals.chats,
    follows: totals.follows,
    gifts: totals.gifts,
  };
}

export function expectComparison(sql: PlainSql) {
  const before = sql.rows(
    `SELECT b.id, b.title, b.started_ts AS startedTs FROM shows b JOIN shows s ON s.id = :show
     WHERE b.room_id = s.room_id AND b.origin = 'live' AND b.state = 'ended'
       AND b.currency = s.currency AND b.started_ts < s.started_ts
     ORDER BY b.started_ts DESC LIMIT 7`,
  );
  return {
    own: expectCompared(sql),
    shows: before.map(({ id, title, startedTs }) => {
      return { showId: id, title, startedTs, figures: expectCompared(sql.of(Number(id))) };
    }),
    reason: null,
  };
}

type Now = { readonly value: number; readonly n: number; readonly error: number | null };

/** Standard error of the mean of a figure a minute, by batches of ten minutes; null under three. */
function minuteError(values: readonly number[]): number | null {
  const batches = Math.floor(values.length / 10);
  if (batches < 3) return null;
  const means = Array.from(
    { length: batches },
    (_, at) => sum(values.slice(at * 10, at * 10 + 10)) / 10,
  );
  return deviationOf(means) / Math.sqrt(batches);
}

function nowOf(sql: PlainSql, metric: string, minutes: readonly Row[]): Now | null {
  const totals = expectTotals(sql);
  const onAir = totals.onAirMs / 60_000;
  const each = (name: string) => minutes.map((row) => Number(row[name]));
  const scaled = (error: number | null, by: number) => (error === null ? null : error * by);
  switch (metric) {
    case 'chatsPerMinute': {
      const n = totals.chats.value;
      return { value: n / onAir, n, error: minuteError(each('chats')) };
    }
    case 'ordersPerHour': {
      const n = totals.ordersPaid.value;
      return { value: (n / onAir) * 60, n, error: scaled(minuteError(each('ordersPaid')), 60) };
    }
    case 'cueDoneDelay': {
      const delays = sql
        .rows(
          `SELECT a.delay_ms AS ms FROM cue_answers a JOIN cues c ON c.id = a.cue_id
           WHERE c.show_id = :show AND a.answer = 'done'`,
        )
        .map((row) => Number(row['ms']));
      const error = (1.2533 * deviationOf(delays)) / Math.sqrt(delays.length);
      return {
        value: middleOf(delays) ?? 0,
        n: delays.length,
        error: delays.length < 3 ? null : error,
      };
    }
    case 'followRate': {
      const [hits, views] = [totals.follows.value, totals.views.value];
      const share = (hits + 1) / (views + 2);
      const error = Math.sqrt((share * (1 - share)) / (views + 2));
      return { value: hits / views, n: views, error };
    }
    case 'promisesKeptRate': {
      const settled = sql.facts('promise.settled').map(({ body }) => body['outcome']);
      const count = (outcome: string) => settled.filter((each) => each === outcome).length;
      const n = count('kept') + count('broken');
      return n === 0 ? null : { value: count('kept') / n, n, error: null };
    }
    case 'cuesDoneRate': {
      const [row] = sql.rows(
        `SELECT count(*) AS n, sum(id IN (SELECT cue_id FROM cue_answers WHERE answer = 'done')) AS d
         FROM cues WHERE show_id = :show AND state <> 'withdrawn'`,
      );
      const [n, hits] = [Number(row?.['n']), Number(row?.['d'])];
      const share = (hits + 1) / (n + 2);
      return { value: hits / n, n, error: Math.sqrt((share * (1 - share)) / (n + 2)) };
    }
    case 'viewersPeak':
      return { value: totals.viewersPeak.value, n: 1, error: null };
    default:
      return null;
  }
}

type Judgeable = {
  readonly productId?: unknown;
  readonly paidMinorPerMinute: number | null;
  readonly ordersPaid: number;
};

function itemOf(row: Row) {
  const { metric, goal, baseline, product_id: productId, card_id: cardId } = row;
  return {
    id: row['id'],
    showId: row['show_id'],
    dueTs: row['due_ts'],
    baselineError: row['baseline_error'],
    createdTs: row['created_ts'],
    changedTs: row['changed_ts'],
    proving: metric === null ? null : { metric, productId, cardId, baseline, goal },
  };
}

/** What the show's own review asked for: the baseline is the figure of this very show. */
export function expectOwnItems(sql: PlainSql) {
  return sql
    .rows('SELECT * FROM improvement_items WHERE show_id = :show ORDER BY id')
    .map((row) => {
      const proved = expectProving(sql, Number(row['product_id'] ?? 0)).get(String(row['metric']));
      const item = itemOf({ ...row, baseline: proved?.value ?? null });
      return { ...item, baselineError: proved?.error ?? null };
    });
}

/** Items of earlier shows that were carried into this one, as each is judged by its figure here. */
export function expectJudged(
  sql: PlainSql,
  minutes: readonly Row[],
  products: readonly Judgeable[],
) {
  const items = sql.rows(
    `SELECT i.*, s.title, max(c.state = 'done') AS ticked FROM improvement_items i
     JOIN checklist_items c ON c.improvement_id = i.id AND c.show_id = :show
     JOIN shows s ON s.id = i.show_id GROUP BY i.id ORDER BY i.id`,
  );
  const shows = expectComparison(sql).shows;
  return items.map((item) => {
    const metric = item['metric'] === null ? null : String(item['metric']);
    const product = products.find((each) => each['productId'] === item['product_id']);
    const now =
      metric === 'productPaidPerMinute' && product !== undefined
        ? {
            value: Number(product['paidMinorPerMinute']),
            n: Number(product['ordersPaid']),
            error: Number(product['paidMinorPerMinute']) / Math.sqrt(product['ordersPaid']),
          }
        : metric === null
          ? null
          : nowOf(sql, metric, minutes);
    const known = shows.flatMap(({ figures }) => figures[metric ?? ''] ?? []);
    const spread = known.length < 3 ? null : deviationOf(known);
    return {
      item: itemOf(item),
      isTicked: item['ticked'] === 1,
      judgement: judged(item, now, spread),
    };
  });
}

/** A change counts from 5 % of the baseline on and beyond chance; from 25 % where nobody knows chance. */
function judged(item: Row, now: Now | null, spread: number | null) {
  const told = { now: now?.value ?? null, n: now?.n ?? null };
  const { metric, goal, direction } = item;
  if (metric === null) return { verdict: 'unknown', reason: 'no_metric', ...told, chance: null };
  if (item['baseline'] === null) {
    return { verdict: 'unknown', reason: 'no_baseline', ...told, chance: null };
  }
  const [baseline, value] = [Number(item['baseline']), now?.value ?? 0];
  const own = item['baseline_error'];
  const within =
    own === null || (now?.error ?? null) === null
      ? null
      : Math.hypot(Number(own), Number(now?.error));
  const between = spread === null ? null : spread * Math.SQRT2;
  const chance =
    within === null && between === null ? null : 1.96 * Math.max(within ?? 0, between ?? 0);
  const better = direction === 'up' ? 1 : -1;
  const gain = (value - baseline) * better;
  const least = Math.abs(baseline) * (chance === null ? 0.25 : 0.05);
  const isCounted = Math.abs(gain) >= least && Math.abs(gain) > (chance ?? 0);
  const meets = (each: number) => goal !== null && (each - Number(goal)) * better >= 0;
  const rest = { ...told, chance };
  if (isCounted && gain < 0) return { verdict: 'worse', reason: null, ...rest };
  if (meets(value) && (isCounted || meets(baseline)))
    return { verdict: 'kept', reason: null, ...rest };
  if (isCounted) return { verdict: 'improved', reason: null, ...rest };
  const small = Math.abs(gain) > (chance ?? 0) || gain === 0 ? 'too_small' : 'within_chance';
  return { verdict: 'unchanged', reason: meets(value) ? 'goal_within_chance' : small, ...rest };
}
