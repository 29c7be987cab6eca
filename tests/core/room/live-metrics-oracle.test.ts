import { afterEach, beforeEach, expect, test } from 'vitest';

import { restoreMetrics } from '#core/room/restore-metrics.ts';
import { receivedSteps } from '#core/room/restore.queries.ts';
import type { CommittedEvent } from '#core/room/ingest.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import { LiveMetricsReducer } from '#shared/rules/live-metrics.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { oracleTotals } from '#tests/support/oracle.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const END = MIX_START + MIX_MS;
const can = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
let store: TestStore;
let show: TestShow;
let sources: readonly number[];

beforeEach(() => {
  store = openTestStore();
  const { db } = store.store;
  const startedTs = MIX_START;
  show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', startedTs, endedTs: null });
  sources = ['bridge', 'twitch-irc'].map((connector) =>
    addSource(db, { room: 'main', connector, platform: 'twitch' }),
  );
});

afterEach(() => store.close());

/** Two sources take turns, and the desk notes something. */
function playShow(): readonly CommittedEvent[] {
  const { take, ingest, committer, committed } = startIngest(store, show.roomId);
  const events = fixedMix(1_200);
  for (let index = 0; index < events.length; index += 50) {
    take(show.showId, sources[(index / 50) % 2] ?? 0, events.slice(index, index + 50));
  }
  committer.runNow(() => {
    const desk = new DeskFacts(store.store.db, ingest, show);
    desk.fact({ kind: 'bookmark', note: 'end' }, END);
  });
  return committed;
}

function liveOf(committed: readonly CommittedEvent[]): LiveMetricsReducer {
  const reducer = new LiveMetricsReducer();
  for (const { event, sourceId, gift } of committed) reducer.apply(event, sourceId, gift);
  return reducer;
}

/** As a room takes a show up again after a restart. */
function restored(): LiveMetricsReducer {
  return restoreMetrics(store.store.db, show.roomId, show.showId, END);
}

function read(reducer: LiveMetricsReducer): LiveMetrics {
  const statuses = sources.map((id) => ({
    id,
    platform: `platform-${id}`,
    link: 'ready' as const,
    linkSinceTs: MIX_START,
    stream: 'unknown' as const,
    streamSinceTs: null,
    can,
  }));
  const around = { isOver: false, pushDelay: null, onShelf: null };
  const now = { nowTs: END - 1, seq: 0, sources: statuses, onAirMs: 0, ...around };
  const metrics = reducer.read(now);
  const byName = <T>(list: readonly T[]) =>
    list.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return {
    ...metrics,
    paid: byName(metrics.paid),
    bySource: metrics.bySource.map((each) => ({ ...each, paid: byName(each.paid) })),
    tips: byName(metrics.tips),
    giftValues: byName(metrics.giftValues),
  };
}

/** Steps without any chat are known to the room by its ticks, of which there are none here. */
function chatOf(reducer: LiveMetricsReducer): { ts: number; chatPerMinute: number | null }[] {
  return reducer.series.all().map(({ ts, chatPerMinute }) => ({ ts, chatPerMinute }));
}

function keyOf(item: unknown): string {
  return JSON.stringify(item, ['currency', 'exponent', 'unit']);
}

test('live totals equal plain SQL over what was stored', () => {
  const metrics = read(liveOf(playShow()));
  const oracle = oracleTotals(store.reader(), show.showId);
  const value = (figure: LiveMetrics['views']) => (figure.known ? figure.value : null);
  expect({
    events: metrics.totalEvents,
    chats: metrics.totalChats,
    follows: value(metrics.follows),
    gifts: value(metrics.gifts),
    ordersPlaced: value(metrics.ordersPlaced),
    ordersPaid: value(metrics.ordersPaid),
    paid: metrics.paid,
    tips: metrics.tips,
    giftValues: metrics.giftValues,
    viewersPeak: value(metrics.viewersPeak),
    views: value(metrics.views),
  }).toEqual({
    events: oracle.events,
    chats: oracle.chats,
    follows: oracle.follows,
    gifts: oracle.gifts,
    ordersPlaced: oracle.ordersPlaced,
    ordersPaid: oracle.ordersPaid,
    paid: oracle.paid,
    tips: oracle.tips,
    giftValues: oracle.giftValues,
    viewersPeak: oracle.viewersPeak,
    views: oracle.views,
  });
});

test('a show taken up again gives the figures and the pulse it had', () => {
  const live = liveOf(playShow());
  const before = read(live);
  const pulse = chatOf(live);
  store = store.reopen();
  const again = restored();
  expect(read(again)).toEqual(before);
  const held = new Set(pulse.map(({ ts }) => ts));
  expect(chatOf(again).filter(({ ts }) => held.has(ts))).toEqual(pulse);
  expect(pulse.length).toBeGreaterThan(10);
});

test('the steps of the pulse are those in which something was received, over any hole', () => {
  playShow();
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const hourLater = END + 3_600_000;
  committer.runNow(() => {
    const desk = new DeskFacts(store.store.db, ingest, show);
    // A step in which the desk alone wrote something: nothing was received then.
    desk.fact({ kind: 'bookmark', note: 'alone' }, hourLater);
  });
  const late = fixedMix(90).map((event, index) => ({
    ...event,
    dedupeKey: `late:${index}`,
    platformTs: hourLater * 2 - END + index * 1_000,
  }));
  take(show.showId, sources[0] ?? 0, late);
  const plain = store.reader().prepare(
    `SELECT event_ts / 10000 * 10000 AS ts, sum(kind = 1) AS count FROM events
     WHERE show_id = ? AND kind < 40 GROUP BY 1 ORDER BY 1`,
  );
  const expected = plain.all(show.showId);
  expect(receivedSteps(store.store.db, show.showId, 10_000)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(10);
  expect(receivedSteps(store.store.db, show.showId + 1, 10_000)).toEqual([]);
});
