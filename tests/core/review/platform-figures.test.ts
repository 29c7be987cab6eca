import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { getReview } from '#core/review/review.service.ts';
import { restoreTotals } from '#core/room/restore-metrics.ts';
import { countShow } from '#core/shows/count-show.ts';
import { showById } from '#core/room/show.queries.ts';
import type { Review } from '#shared/model/review.ts';
import { LiveMetricsReducer } from '#shared/rules/live-metrics.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { order, viewers } from '#tests/support/make-event.ts';
import { oracleTotals } from '#tests/support/oracle.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const START = 1_772_000_040_000;
const HOUR_MS = 3_600_000;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const addOwnShow = () =>
  addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: START,
    endedTs: START + HOUR_MS,
  });

function reviewOf(show: ReturnType<typeof addShow>): Review {
  const review = getReview(store.store.db, show.roomId, show.showId, START + HOUR_MS, () => ALL);
  if (!review.ok) throw new Error(review.error.code);
  return review.value;
}

const figure = fc.record({
  source: fc.integer({ min: 0, max: 1 }),
  platform: fc.constantFrom('douyin', 'taobao'),
  platformRoomId: fc.constantFrom(null, '7300000000000000001'),
  afterMs: fc.integer({ min: 0, max: 300_000 }),
  current: fc.nat(1_000),
  total: fc.option(fc.nat(9_000)),
});

test('a bridge of several platforms: live, restored, reviewed and listed agree; no mean is above its peak', () => {
  const { db } = store.store;
  addOwnShow();
  const sources = ['bridge', 'bridge-2'].map((connector) =>
    addSource(db, { room: 'main', connector, platform: 'bridge' }),
  );
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 40 }), (figures) => {
      const show = addOwnShow();
      const { take, committed } = startIngest(store, show.roomId);
      figures.forEach(({ source, afterMs, current, total, ...where }, index) => {
        const at = { key: `${index}`, ts: START + afterMs, ...where };
        take(show.showId, sources[source] ?? 0, [viewers(at, current, total)]);
      });
      const live = new LiveMetricsReducer();
      for (const { event, sourceId, gift } of committed) live.apply(event, sourceId, gift);
      const stored = showById(db, show.showId);
      if (stored === null) throw new Error('no show');
      const { row } = countShow(db, stored.show, START + HOUR_MS, () => ALL);
      const { totals, minutes, audience } = reviewOf(show);
      const oracle = oracleTotals(store.reader(), show.showId);
      const told = [live, restoreTotals(db, show.roomId, show.showId)].map(figuresOf);
      const { viewersMean, viewersPeak, views } = row;
      told.push([viewersPeak, viewersMean, views]);
      told.push([totals.viewersPeak, totals.viewersMean, totals.views].map(valueOf));
      const expected = [oracle.viewersPeak, oracle.viewersMean, oracle.views];
      for (const each of told) expect(rounded(each)).toEqual(rounded(expected));
      expect(viewersMean ?? 0).toBeLessThanOrEqual(viewersPeak ?? -1);
      // Neither is any minute, nor any platform's own mean.
      for (const minute of minutes)
        expect(minute.viewers ?? 0).toBeLessThanOrEqual(viewersPeak ?? -1);
      for (const own of audience.platforms) {
        expect(own.viewersMean ?? 0).toBeLessThanOrEqual(viewersPeak ?? -1);
      }
    }),
    { numRuns: 25 },
  );
});

type Known = { readonly known: boolean; readonly value?: number };

function valueOf(value: Known): number | null {
  return value.value ?? null;
}

function figuresOf(reducer: LiveMetricsReducer): (number | null)[] {
  const now = { nowTs: START + HOUR_MS, seq: 0, sources: [], onAirMs: 0, isOver: true };
  const read = reducer.read({ ...now, pushDelay: null, onShelf: null });
  return [read.viewersPeak, read.viewersMean, read.views].map(valueOf);
}

function rounded(values: readonly (number | null | undefined)[]): (string | null)[] {
  return values.map((value) => value?.toPrecision(10) ?? null);
}

test('what each platform of a show sold is read with its orders, and equals plain SQL', () => {
  const { db } = store.store;
  const show = addOwnShow();
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'bridge' });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  committer.runNow(() => {
    const desk = new DeskFacts(db, ingest, show);
    for (const code of ['a1', 'b2'])
      desk.push(desk.product(code, 'CNY', 1), START, null, 'on_shelf');
  });
  const events = Array.from({ length: 60 }, (_, index) =>
    order(
      { key: `${index}`, ts: START + index, platform: index % 2 === 0 ? 'douyin' : 'taobao' },
      index % 11 === 0 ? 'placed' : 'paid',
      {
        productId: index % 5 === 0 ? 'b2' : 'a1',
        qty: 1 + (index % 3),
        money: { currency: index % 7 === 0 ? 'USD' : 'CNY', amountMinor: 100 * index, exponent: 2 },
      },
    ),
  );
  take(show.showId, source, events);
  const sums = reviewOf(show).commerce.products.flatMap(({ productId, figures }) => {
    const of = (name: string, platform: string) =>
      figures
        .find(({ figure: own }) => own === name)
        ?.parts.find((part) => part.platform === platform)?.value;
    return ['douyin', 'taobao'].map((platform) => ({
      productId,
      platform,
      orders: of('ordersPaid', platform),
      units: of('unitsPaid', platform),
      minor: of('gmvPaid', platform),
    }));
  });
  const bySql = store
    .reader()
    .prepare(
      `SELECT p.id AS productId, r.platform, count(*) AS orders, sum(e.body ->> 'qty') AS units,
         sum(CASE WHEN e.body ->> '$.money.currency' = 'CNY' THEN e.body ->> '$.money.amountMinor' END)
           AS minor
       FROM events e JOIN event_kinds k ON k.code = e.kind
         JOIN source_rooms r ON r.id = e.source_room_id JOIN products p ON p.code = e.body ->> 'productId'
       WHERE k.name = 'order' AND e.body ->> 'status' = 'paid' GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all();
  expect(bySql).toHaveLength(4);
  expect(sums.toSorted((x, y) => x.productId - y.productId)).toEqual(bySql);
});
