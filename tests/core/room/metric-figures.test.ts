import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CommittedEvent } from '#core/room/ingest.ts';
import { restoreMetrics, restoreTotals } from '#core/room/restore-metrics.ts';
import { eventPage } from '#core/room/room.queries.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { WHOLE_SHOW_FIGURES } from '#shared/model/alert.ts';
import type { FigureValue } from '#shared/model/entered-figure.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import { LiveMetricsReducer, NO_GIFT } from '#shared/rules/live-metrics.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { person } from '#tests/support/make-event.ts';
import { oracleMetric, ORACLE_METRICS, oracleSources } from '#tests/support/metric-oracle.ts';
import { arbitraryStep, fixedMix, mixEvents, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
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

function begin(): void {
  store = openTestStore();
  const { db } = store.store;
  const startedTs = MIX_START;
  show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', startedTs, endedTs: null });
  sources = ['bridge', 'twitch-irc'].map((connector) =>
    addSource(db, { room: 'main', connector, platform: 'twitch' }),
  );
}

beforeEach(begin);
afterEach(() => store.close());

/** Orders of somebody, and memberships of every type. */
function ofPeople(events: readonly FeedEvent[]): FeedEvent[] {
  const types = ['new', 'renew', 'gift_received', 'gift_purchase', 'upgrade'] as const;
  return events.map((event, index) => {
    if (event.kind === 'order') {
      // One hides the id, and is one person by name.
      const actor = person(index % 5 === 0 ? null : `${index % 5}`, `Buyer ${index % 5}`);
      return { ...event, actor };
    }
    // A streak is one person's.
    if (event.kind === 'gift' && event.comboId !== null) {
      return { ...event, actor: person(event.comboId, event.comboId) };
    }
    const type = types[index % types.length] ?? 'new';
    return event.kind === 'membership' ? { ...event, type } : event;
  });
}

function play(events: readonly FeedEvent[], figures: readonly FigureValue[][]) {
  const { take, ingest, committer, committed } = startIngest(store, show.roomId);
  for (let index = 0; index < events.length; index += 50) {
    take(show.showId, sources[(index / 50) % 2] ?? 0, events.slice(index, index + 50));
  }
  committer.runNow(() => {
    const desk = new DeskFacts(store.store.db, ingest, show);
    const seqs = figures.map((values) =>
      desk.fact(
        {
          kind: 'figures.entered',
          figures: values,
          sourceId: null,
          currency: 'CNY',
          asOfTs: END,
          how: 'typed',
          screenId: null,
        },
        END,
      ),
    );
    // The last of them is taken back.
    const last = seqs.at(-1);
    if (last !== undefined) desk.fact({ kind: 'figures.withdrawn', enteredSeq: last }, END);
  });
  return committed;
}

function liveOf(committed: readonly CommittedEvent[]): LiveMetricsReducer {
  const reducer = new LiveMetricsReducer();
  for (const { event, sourceId, gift } of committed) reducer.apply(event, sourceId, gift);
  return reducer;
}

function restored(): LiveMetricsReducer {
  return restoreMetrics(store.store.db, show.roomId, show.showId, END);
}

/** The stored log once more through the reducer, in its own order; a streak is there as it became. */
function replayed(committed: readonly CommittedEvent[]): LiveMetricsReducer {
  const { db } = store.store;
  const stored = eventPage(db, show.roomId, show.showId, { eventTs: 0, seq: 0 }, 10_000);
  const sourceOf = new Map(committed.map(({ event, sourceId }) => [event.seq, sourceId]));
  const reducer = new LiveMetricsReducer();
  for (const event of stored.toSorted((a, b) => a.seq - b.seq)) {
    const gift =
      event.kind === 'gift'
        ? { count: event.count, quantity: event.value?.quantity ?? 0, isNew: true }
        : NO_GIFT;
    reducer.apply(event, sourceOf.get(event.seq) ?? 0, gift);
  }
  for (const { event, sourceId, gift } of committed) {
    if (sourceId === 0) reducer.apply(event, sourceId, gift);
  }
  return reducer;
}

function read(reducer: LiveMetricsReducer, nowTs = END - 1): LiveMetrics {
  const statuses = sources.map((id) => ({
    id,
    platform: `platform-${id}`,
    link: 'ready' as const,
    linkSinceTs: MIX_START,
    stream: 'unknown' as const,
    streamSinceTs: null,
    can,
  }));
  const around = { onAirMs: 0, isOver: false, pushDelay: null, onShelf: null };
  const metrics = reducer.read({ nowTs, seq: 0, sources: statuses, ...around });
  const inOrder = <T>(list: readonly T[]) =>
    list.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return {
    ...metrics,
    paid: inOrder(metrics.paid),
    tips: inOrder(metrics.tips),
    giftValues: inOrder(metrics.giftValues),
    bySource: metrics.bySource.map((each) => ({ ...each, paid: inOrder(each.paid) })),
  };
}

function keyOf(item: unknown): string {
  return JSON.stringify(item, ['currency', 'exponent', 'unit']);
}

const FIGURES: readonly FigureValue[][] = [
  [
    { name: 'impressions', value: 90_000 },
    { name: 'uniqueViewers', value: 1 },
    { name: 'paidEntries', value: 7 },
    { name: 'retention5Min', value: 0.4 },
    { name: 'refunds', value: 3 },
    { name: 'adSpend', value: 5_000 },
  ],
  // Newer ones of a name take its place.
  [
    { name: 'uniqueViewers', value: 12_345 },
    { name: 'productShown', value: 800 },
    { name: 'productClickers', value: 90 },
    { name: 'productClicks', value: 120 },
  ],
  [{ name: 'uniqueViewers', value: 99 }],
];

test('paid orders without an amount are counted live as they are restored', () => {
  const events = ofPeople(fixedMix(400)).map((event, index) =>
    event.kind === 'order' && index % 2 === 0 ? { ...event, money: null } : event,
  );
  const live = read(liveOf(play(events, [])));
  const unpriced = live.bySource.map(({ ordersUnpriced }) => ordersUnpriced);
  expect(Math.max(...unpriced)).toBeGreaterThan(0);
  expect(read(restored()).bySource).toEqual(live.bySource);
});

describe('against plain SQL over the events', () => {
  // Enough within the last minutes that no window is empty.
  const late = fixedMix(400).map((event, index) => ({
    ...event,
    dedupeKey: `late ${index}`,
    platformTs: END - 1 - ((index * 977) % 320_000),
  }));
  const events = ofPeople([...fixedMix(1_000), ...late]);

  test('every value of every source', () => {
    const metrics = read(liveOf(play(events, FIGURES)));
    const own = metrics.bySource.map(({ sourceId, values, paid }) => {
      const { questions5Min: _asked, ...told } = values;
      const cny = paid.find(({ currency, exponent }) => currency === 'CNY' && exponent === 2);
      return { sourceId, ...told, sales: cny?.amountMinor ?? 0 };
    });
    const oracle = oracleSources(store.reader(), show.showId, END - 1);
    expect(own).toEqual(oracle);
    expect(own.every((each) => each.buyers !== null && each.viewers !== null)).toBe(true);
  });

  test('every metric that is made of others', () => {
    const metrics = read(liveOf(play(events, FIGURES)));
    const reader = store.reader();
    const made = ORACLE_METRICS.map((metric) => {
      const { figure } = metricValue(metric, metrics, 'CNY');
      return [metric, figure.known ? figure.value.toPrecision(10) : figure.reason];
    });
    const oracle = ORACLE_METRICS.map((metric) => [
      metric,
      oracleMetric(reader, show.showId, END - 1, metric)?.toPrecision(10),
    ]);
    expect(made).toEqual(oracle);
  });
});

test('live, taken up again after a restart, and replayed: the same numbers', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStep, { maxLength: 120 }), (steps) => {
      store.close();
      begin();
      const committed = play(ofPeople(mixEvents(steps)), FIGURES);
      const live = read(liveOf(committed));
      expect(read(restored())).toEqual(live);
      expect(read(replayed(committed))).toEqual(live);
    }),
    { numRuns: 12 },
  );
});

test('figures of a whole show are the same without the events of its last minutes', () => {
  play(ofPeople(fixedMix(1_000)), FIGURES);
  const whole = read(restoreTotals(store.store.db, show.roomId, show.showId));
  const all = read(restored());
  const known = WHOLE_SHOW_FIGURES.filter((name) => {
    const { figure } = metricValue(name, whole, 'CNY');
    expect(figure).toEqual(metricValue(name, all, 'CNY').figure);
    return figure.known;
  });
  expect(known).toContain('gpm');
  expect(known).toContain('ctor');
});

test('late and out of order: every figure but the peak is as if all had come in time', () => {
  const byTime = (a: FeedEvent, b: FeedEvent) => (a.platformTs ?? 0) - (b.platformTs ?? 0);
  const untied = (events: readonly FeedEvent[]): FeedEvent[] => {
    const seen = new Set<number | null>();
    return events.filter(({ platformTs }) => {
      if (seen.has(platformTs)) return false;
      seen.add(platformTs);
      return true;
    });
  };
  const apply = (events: readonly FeedEvent[]): LiveMetrics => {
    const reducer = new LiveMetricsReducer();
    events.forEach((event, index) => {
      const { roomId, showId } = show;
      const eventTs = event.platformTs ?? event.receivedTs;
      const gift =
        event.kind === 'gift'
          ? { count: event.count, quantity: event.value?.quantity ?? 0, isNew: true }
          : NO_GIFT;
      const sourceId = sources[(event.platformTs ?? 0) % 2] ?? 0;
      reducer.apply({ ...event, seq: index + 1, roomId, showId, eventTs }, sourceId, gift);
    });
    return { ...read(reducer), viewersPeak: { known: false, reason: 'nothing_yet' } };
  };
  const shuffled = fc
    .array(arbitraryStep, { maxLength: 80 })
    .map((steps) => untied(ofPeople(mixEvents(steps))))
    .chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
  fc.assert(
    fc.property(shuffled, ([events, arrived]) => {
      expect(apply(arrived)).toEqual(apply(events.toSorted(byTime)));
    }),
  );
});

test('whichever way a clock jumps, nothing is below zero', () => {
  const reducer = liveOf(play(ofPeople(fixedMix(600)), FIGURES));
  const jump = fc.integer({ min: -2 * MIX_MS, max: 2 * MIX_MS });
  fc.assert(
    fc.property(fc.array(jump, { minLength: 1, maxLength: 6 }), (jumps) => {
      for (const ms of jumps) {
        const { bySource } = read(reducer, MIX_START + MIX_MS / 2 + ms);
        const values = bySource.flatMap(({ values: each }) => Object.values(each));
        expect(values.filter((value) => value !== null && value < 0)).toEqual([]);
      }
    }),
  );
});
