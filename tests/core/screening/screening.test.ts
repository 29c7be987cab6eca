import { afterEach, beforeEach, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { screeningOf } from '#core/screening/screening.service.ts';
import { keepFigures } from '#core/shows/keep-figures.ts';
import { ProductId, RoomId } from '#shared/model/ids.ts';
import { Screening } from '#shared/model/screening.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { order } from '#tests/support/make-event.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 1, 12);
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const canOf = () => ALL;
const NONE = { fromTs: null, toTs: null, anchor: null };
let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** A live show of a day, in which the first product brings three times what the second does. */
function play(day: number): number {
  const { db } = store.store;
  const startedTs = START + day * DAY_MS;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs,
    endedTs: startedTs + 3_600_000,
  });
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const desk = new DeskFacts(db, ingest, show);
  const at = (minutes: number): number => startedTs + minutes * 60_000;
  committer.runNow(() => {
    const first = desk.product('P1', 'CNY', 1);
    const second = desk.product('P2', 'CNY', 2);
    desk.push(first, at(1), at(11), 'replaced');
    desk.push(second, at(11), at(21), 'taken_down');
  });
  const paid = (code: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      order({ key: `${code}${index}`, ts: at(5), platform: 'douyin' }, 'paid', {
        productId: code,
        qty: 1,
        money: { amountMinor: 10_000 + day, currency: 'CNY', exponent: 2 },
      }),
    );
  take(show.showId, source, [...paid('P1', 9 + day), ...paid('P2', 3)]);
  const commit = <T>(work: () => T): T => committer.runNow(work);
  keepFigures({ db, roomId: MAIN, commit }, show.showId, canOf);
  return show.showId;
}

function screened(filter: Partial<typeof NONE> | { fromTs: number }) {
  const found = screeningOf(store.store.db, MAIN, { ...NONE, ...filter }, null, canOf);
  return Screening.parse(found);
}

test('products over shows come to what plain SQL says, and are judged against their own shows', () => {
  for (const day of [0, 1, 2, 3]) play(day);
  const { shows, products } = screened({});
  expect(shows).toBe(4);
  expect(products.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Product P1', 'keep'],
    ['Product P2', 'drop'],
  ]);
  const oracle = store
    .reader()
    .prepare(
      `SELECT count(*) AS orders, sum(json_extract(body, '$.money.amountMinor')) AS paid
       FROM events WHERE kind = 17 AND json_extract(body, '$.productId') = 'P1'`,
    )
    .get();
  const [best] = products;
  expect({ orders: best?.ordersPaid, paid: best?.paidMinor }).toEqual(oracle);
  expect(best?.airtimeMs).toBe(4 * 600_000);
  expect(best?.paidPerMinute).toBeCloseTo((best?.paidMinor ?? 0) / 40, 9);
});

test('a period, a host and the bin leave shows out', () => {
  const ids = [0, 1, 2, 3].map(play);
  const { db } = store.store;
  const words = (id: number | undefined, anchor: string) =>
    db.run(
      sql`INSERT INTO show_words (show_id, kind, word) VALUES (${id ?? 0}, 'anchor', ${anchor})`,
    );
  for (const id of ids.slice(0, 3)) words(id, 'Mei');
  words(ids[3], 'Lan');
  expect(screened({ fromTs: START + 2 * DAY_MS }).shows).toBe(2);
  const { shows, anchors, trends } = screened({ anchor: 'Mei' } as never);
  expect([shows, anchors]).toEqual([3, ['Lan', 'Mei']]);
  expect(trends.map(({ anchor, trends: { paidPerHour } }) => [anchor, paidPerHour.n])).toEqual([
    ['Mei', 3],
  ]);
  expect(screened({ anchor: 'Lan' } as never).trends[0]?.trends.paidPerHour.slope).toBeNull();
  db.run(sql`UPDATE shows SET removed_ts = 1 WHERE id = ${ids[0] ?? 0}`);
  expect(screened({}).shows).toBe(3);
});

test('rates are of tables that were taken in, over rows that have both sides', () => {
  const [show = 0] = [0, 1, 2].map(play);
  const { db } = store.store;
  const product = ProductId.parse(1);
  const added = db.run(sql`
    INSERT INTO platform_imports (show_id, platform, kind, file_name, file_hash, currency, row_count,
      imported_ts) VALUES (${show}, 'douyin', 'products', 'a.csv', 'h', 'CNY', 1, 1)`).lastId;
  for (const [figure, value] of Object.entries({
    productShown: 1_000,
    productClicks: 50,
    ordersPaid: 10,
  })) {
    db.run(sql`INSERT INTO imported_figures (import_id, product_id, figure, value)
      VALUES (${added}, ${product}, ${figure}, ${value})`);
  }
  const first = screened({}).products.find(({ productId }) => productId === product);
  expect(first).toMatchObject({ clickRate: 0.05, clickToOrder: 0.2, refundRate: null });
  db.run(sql`UPDATE platform_imports SET removed_ts = 2`);
  expect(screened({}).products[0]).toMatchObject({ clickRate: null });
});
