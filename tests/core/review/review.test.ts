import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { askedAround } from '#core/review/asked-around.ts';
import { reviewProduct } from '#core/review/review.rules.ts';
import { getReview, listShows } from '#core/review/review.service.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { roomOfShow } from '#core/review/review.queries.ts';
import { isQuestion } from '#shared/rules/chat-tags/tag-line.ts';
import { ProductId, RoomId, ShowId } from '#shared/model/ids.ts';
import type { Figure } from '#shared/model/metrics.ts';
import { Review } from '#shared/model/review.ts';
import { DeskFacts, productFields } from '#tests/support/desk-facts.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { chat, person, viewers } from '#tests/support/make-event.ts';
import {
  oracleCues,
  oracleFigures,
  oracleMinutes,
  oracleProducts,
  oracleTotals,
} from '#tests/support/oracle.ts';
import { arbitraryStep, fixedMix, MIX_MS, MIX_START, mixEvents } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');
const END = MIX_START + MIX_MS;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const CHAT_ONLY = { ...ALL, viewers: false, joins: false, follows: false, orders: false };
const canOf = (connector: string) => (connector === 'bridge' ? ALL : CHAT_ONLY);
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});

afterEach(() => store.close());

function endedShow(room: string): TestShow {
  return addShow(store.store.db, {
    room,
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: END,
  });
}

function sourceOf(room: string, connector: string): number {
  return addSource(store.store.db, { room, connector, platform: 'twitch' });
}

function reviewOf(showId: ShowId): Review {
  const roomId = RoomId.parse(roomOfShow(store.store.db, showId));
  const review = getReview(store.store.db, roomId, showId, END, canOf);
  if (!review.ok) throw new Error(review.error.code);
  return Review.parse(review.value);
}

function valueOf(figure: Figure): number | null {
  return figure.known ? figure.value : null;
}

/** The review's totals in the oracle's shape. */
function figuresOf({ totals }: Review) {
  const { onAirMs: _onAirMs, ...rest } = totals;
  return Object.fromEntries(
    Object.entries(rest).map(([name, figure]) => [
      name,
      typeof figure === 'object' && figure !== null && 'known' in figure ? valueOf(figure) : figure,
    ]),
  );
}

function isEmpty(minute: Review['minutes'][number]): boolean {
  const { minute: _minute, viewers: given, ...counts } = minute;
  return given === null && Object.values(counts).every((count) => count === 0);
}

/** Plays a show with what its desk does, in batches of uneven size. */
function play(show: TestShow, source: number, events: readonly FeedEvent[]): void {
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const { db } = store.store;
  const desk = new DeskFacts(db, ingest, show);
  const at = (minutes: number) => MIX_START + minutes * 60_000;
  for (let index = 0, size = 1; index < events.length; index += size, size = (size * 3) % 41) {
    take(show.showId, source, events.slice(index, index + size));
  }
  committer.runNow(() => {
    const first = desk.product('P1', 'CNY', 1);
    const second = desk.product('P2', 'USD', 2);
    const offShelf = desk.product('P3', 'CNY', null);
    desk.push(first, at(1), at(4), 'replaced');
    desk.push(second, at(4), at(5), 'undone');
    desk.push(first, at(6), at(7), 'taken_down');
    desk.push(offShelf, at(8), null, 'on_shelf');
    desk.cue('price now', at(2), 900);
    desk.cue('slower', at(3), null);
    desk.cue('again', at(5), 2_100);
    desk.cue('last', at(6), 1_700);
    desk.fact({ kind: 'bookmark', note: 'spike' }, at(9));
  });
}

function expectedTotals(showId: number) {
  return oracleTotals(store.reader(), showId);
}

describe('every number equals plain SQL over the base tables', () => {
  test('of a large mix, over a restart, beside another room', () => {
    const show = endedShow('main');
    const other = endedShow('second');
    const source = sourceOf('main', 'bridge');
    const otherSource = sourceOf('second', 'bridge');
    const events = fixedMix(1_500);
    const half = Math.floor(events.length / 2);
    play(show, source, events.slice(0, half));
    play(other, otherSource, fixedMix(200));
    store = store.reopen();
    startIngest(store, show.roomId).take(show.showId, source, events.slice(half - 100));
    for (const { showId } of [show, other]) {
      const review = reviewOf(showId);
      const reader = store.reader();
      expect(figuresOf(review)).toEqual(expectedTotals(showId));
      expect(heldFigures(reader, showId)).toEqual(oracleFigures(reader, showId));
      const minutes = oracleMinutes(reader, showId);
      const held = new Set(minutes.map(({ minute }) => minute));
      expect(review.minutes.filter(({ minute }) => held.has(minute))).toEqual(minutes);
      expect(review.minutes.filter(({ minute }) => !held.has(minute)).every(isEmpty)).toBe(true);
      const products = oracleProducts(reader, showId, END);
      expect(
        review.products
          .map((product) =>
            Object.fromEntries(
              Object.keys(products[0] ?? {}).map((name) => [name, Reflect.get(product, name)]),
            ),
          )
          .toSorted((a, b) => Number(a['productId']) - Number(b['productId'])),
      ).toEqual(products);
      expect(
        review.cues.map(({ cueId, shownDelayMs, doneDelayMs }) => ({
          cueId,
          shownDelayMs,
          doneDelayMs,
        })),
      ).toEqual(oracleCues(reader, showId));
    }
  });

  test('of any mix at all, and the same after a restart in its middle', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryStep, { minLength: 1, maxLength: 40 }),
        fc.nat(40),
        (steps, cut) => {
          const events = mixEvents(steps);
          const whole = endedShow('main');
          const broken = endedShow('second');
          const sources = [sourceOf('main', 'bridge'), sourceOf('second', 'bridge')] as const;
          startIngest(store, whole.roomId).take(whole.showId, sources[0], events);
          const before = startIngest(store, broken.roomId);
          before.take(broken.showId, sources[1], events.slice(0, cut));
          store = store.reopen();
          const after = startIngest(store, broken.roomId);
          after.take(broken.showId, sources[1], events.slice(Math.max(0, cut - 3)));
          const { raw } = store.store.db;
          expect(figuresOf(reviewOf(whole.showId))).toEqual(oracleTotals(raw, whole.showId));
          expect(figuresOf(reviewOf(broken.showId))).toEqual(oracleTotals(raw, broken.showId));
          for (const { showId } of [whole, broken]) {
            expect(heldFigures(raw, showId)).toEqual(oracleFigures(raw, showId));
          }
          expect(reviewOf(broken.showId).minutes).toEqual(reviewOf(whole.showId).minutes);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('what is not known says why', () => {
  const reasonOf = (figure: Figure) => (figure.known ? null : figure.reason);

  test('a source that cannot give orders or viewers makes them unknown, not 0', () => {
    const show = endedShow('main');
    startIngest(store, show.roomId).take(show.showId, sourceOf('main', 'twitch-irc'), [
      chat({ key: 'a', ts: MIX_START }, person('1', 'Ann'), 'hi'),
    ]);
    const { totals } = reviewOf(show.showId);
    expect(valueOf(totals.chats)).toBe(1);
    expect(valueOf(totals.chatters)).toBe(1);
    for (const figure of [totals.ordersPaid, totals.viewersPeak, totals.views, totals.follows]) {
      expect(reasonOf(figure)).toBe('source_cannot');
    }
    expect(valueOf(totals.gifts)).toBe(0);
  });

  test('no source gave anything', () => {
    const { totals, platforms, minutes } = reviewOf(endedShow('main').showId);
    expect(platforms).toEqual([]);
    expect(reasonOf(totals.chats)).toBe('no_source');
    expect(reasonOf(totals.viewersPeak)).toBe('no_source');
    expect(totals.medianDoneMs).toBeNull();
    expect(minutes).toHaveLength(MIX_MS / 60_000 + 1);
  });

  test('a source that could have given viewers and did not', () => {
    const show = endedShow('main');
    startIngest(store, show.roomId).take(show.showId, sourceOf('main', 'bridge'), [
      chat({ key: 'a', ts: MIX_START }, person('1', 'Ann'), 'hi'),
    ]);
    const { totals, minutes } = reviewOf(show.showId);
    expect(reasonOf(totals.viewersPeak)).toBe('nothing_yet');
    expect(minutes[0]).toMatchObject({ chats: 1, viewers: null });
    expect(valueOf(totals.ordersPaid)).toBe(0);
  });

  test('approximate viewers are marked', () => {
    const show = endedShow('main');
    startIngest(store, show.roomId).take(show.showId, sourceOf('main', 'bridge'), [
      { ...viewers({ key: 'v', ts: MIX_START }, 10_000, null), isApprox: true },
    ]);
    const { totals } = reviewOf(show.showId);
    expect(totals.viewersPeak).toMatchObject({ value: 10_000, isApprox: true });
    expect(totals.viewersMean).toMatchObject({ value: 10_000, isApprox: true });
  });
});

test('marks, pushes and gaps of the desk, in the order of show time', () => {
  const show = endedShow('main');
  const source = sourceOf('main', 'bridge');
  play(show, source, []);
  const { ingest, committer } = startIngest(store, show.roomId);
  const desk = new DeskFacts(store.store.db, ingest, show);
  const [fromTs, toTs] = [MIX_START + 600_000, MIX_START + 630_000];
  committer.runNow(() =>
    desk.fact(
      { kind: 'gap', fromTs, toTs, cause: 'source_lost', sourceLabel: 'twitch ann', lost: null },
      toTs,
    ),
  );
  const review = reviewOf(show.showId);
  expect(review.marks.map(({ kind, label }) => `${kind} ${label}`)).toMatchInlineSnapshot(`
    [
      "push 7",
      "cue price now",
      "cue slower",
      "push 7",
      "cue again",
      "push 7",
      "cue last",
      "push 7",
      "bookmark spike",
      "gap twitch ann",
    ]
  `);
  expect(review.gaps).toEqual([
    { fromTs, toTs, cause: 'source_lost', sourceLabel: 'twitch ann', lost: null },
  ]);
  expect(review.pushes.map(({ name, state, endTs }) => [name, state, endTs])).toEqual([
    ['Product P1', 'replaced', MIX_START + 240_000],
    ['Product P2', 'undone', MIX_START + 300_000],
    ['Product P1', 'taken_down', MIX_START + 420_000],
    ['Product P3', 'on_shelf', END],
  ]);
  expect(review.pushes[0]?.targets).toEqual([
    { target: 'anchor', name: '', state: 'ok', delayMs: 120, there: null },
  ]);
  expect(review.products.map(({ name, airtimeMs, pushes }) => [name, airtimeMs, pushes])).toEqual([
    ['Product P1', 240_000, 2],
    ['Product P2', 0, 0],
    ['Product P3', MIX_MS - 480_000, 1],
  ]);
  expect(review.totals).toMatchObject({ pushes: 3, cuesSent: 4, cuesDone: 3, medianDoneMs: 1_700 });
});

test('what came in before, during and after each airing is what SQL over the events says', () => {
  const show = endedShow('main');
  play(show, sourceOf('main', 'bridge'), fixedMix(400));
  const db = store.store.db;
  const review = reviewOf(show.showId);
  const aired = review.pushes.filter(({ airing }) => airing !== null);
  expect(aired).toHaveLength(3);
  for (const { airing, productId } of aired) {
    if (airing === null) throw new Error('it was filtered');
    expect([airing.before.toTs, airing.during.toTs]).toEqual([
      airing.during.fromTs,
      airing.after.fromTs,
    ]);
    for (const { fromTs, toTs, chats, ordersPaid, paidMinor } of Object.values(airing)) {
      const own = db.raw.prepare(`SELECT
        sum(k.name = 'chat') AS chats,
        sum(k.name = 'order' AND json_extract(e.body, '$.status') = 'paid'
          AND json_extract(e.body, '$.productId') = p.code) AS orders,
        sum(CASE WHEN k.name = 'order' AND json_extract(e.body, '$.status') = 'paid'
          AND json_extract(e.body, '$.productId') = p.code
          AND json_extract(e.body, '$.money.currency') = json_extract(p.fields, '$.currency')
          THEN json_extract(e.body, '$.money.amountMinor') ELSE 0 END) AS paid
        FROM events e JOIN event_kinds k ON k.code = e.kind JOIN products p ON p.id = ?
        WHERE e.show_id = ? AND e.event_ts >= ? AND e.event_ts < ?`);
      const row = own.get(productId, show.showId, fromTs, toTs) as Record<string, number | null>;
      expect({ chats, orders: ordersPaid, paid: paidMinor }).toEqual({
        chats: row['chats'] ?? 0,
        orders: row['orders'] ?? 0,
        paid: row['paid'] ?? 0,
      });
    }
  }
  expect(aired.some(({ airing }) => (airing?.during.chats ?? 0) > 0)).toBe(true);
});

test('questions around each airing are the lines that ask, however many are read at a time', async () => {
  const show = endedShow('main');
  const source = sourceOf('main', 'bridge');
  play(show, source, fixedMix(400));
  const texts = [
    'how much is it?',
    '多少钱',
    'hello',
    '好看',
    'what size should I take',
    '666',
    '',
  ];
  const lines = Array.from({ length: 2_300 }, (_, index) =>
    chat(
      { key: `asked-${index}`, ts: MIX_START + Math.floor((index * MIX_MS) / 2_300) },
      null,
      texts[index % texts.length] ?? '',
    ),
  );
  startIngest(store, show.roomId).take(show.showId, source, lines);
  const db = store.store.db;
  const roomId = RoomId.parse('main');
  const asked = await askedAround(db, roomId, show.showId, END, canOf);
  if (!asked.ok) throw new Error(asked.error.code);
  const airings = new Map(reviewOf(show.showId).pushes.map((push) => [push.pushId, push.airing]));
  expect(asked.value.pushes).toHaveLength(3);
  for (const { pushId, ...counts } of asked.value.pushes) {
    const airing = airings.get(pushId);
    for (const part of ['before', 'during', 'after'] as const) {
      const span = airing?.[part];
      const rows = db.raw
        .prepare(
          `SELECT e.text FROM events e JOIN event_kinds k ON k.code = e.kind
           WHERE k.name = 'chat' AND e.show_id = ? AND e.event_ts >= ? AND e.event_ts < ?`,
        )
        .pluck()
        .all(show.showId, span?.fromTs, span?.toTs);
      expect(counts[part]).toBe(rows.filter((text) => isQuestion(String(text))).length);
    }
  }
  expect(asked.value.pushes.some(({ during }) => during > 100)).toBe(true);
});

test('questions are of this room’s shows alone, and none where no source tells chat', async () => {
  const show = endedShow('main');
  play(show, sourceOf('main', 'bridge'), fixedMix(400));
  const db = store.store.db;
  expect(await askedAround(db, RoomId.parse('second'), show.showId, END, canOf)).toEqual({
    ok: false,
    error: { code: 'unknown_show', params: { showId: show.showId } },
  });
  const mute = () => ({ ...ALL, chat: false });
  expect(await askedAround(db, RoomId.parse('main'), show.showId, END, mute)).toEqual({
    ok: true,
    value: { pushes: [] },
  });
});

test('a product that was on for less than a minute has no money a minute', () => {
  const product = {
    ...productFields('A', 'CNY'),
    productId: ProductId.parse(1),
    linkNumber: 1,
  };
  const sales = [
    { code: 'A', currency: 'CNY', exponent: 2, orders: 1, units: 1, amountMinor: 9_900 },
  ];
  const reviewed = (ms: number, sold = sales, canTellOrders = true) =>
    reviewProduct(
      product,
      [{ productId: product.productId, goTs: 0, endTs: ms, state: 'replaced' }],
      sold,
      { untilTs: ms, canTellOrders },
    );
  const rate = (ms: number) => reviewed(ms).paidMinorPerMinute;
  expect(rate(59_999)).toBeNull();
  expect(rate(60_000)).toBe(9_900);
  expect(rate(120_000)).toBe(4_950);
  // Nothing was told of orders: that is not none.
  expect(reviewed(120_000, [], true)).toMatchObject({ ordersPaid: 0, paidMinor: 0 });
  expect(reviewed(120_000, [], false)).toMatchObject({
    ordersPaid: null,
    unitsPaid: null,
    paidMinor: null,
    paidMinorPerMinute: null,
  });
  expect(reviewed(120_000, sales, false)).toMatchObject({ ordersPaid: 1, paidMinor: 9_900 });
});

test('a running show is reviewed up to now', () => {
  const show = addShow(store.store.db, {
    room: 'main',
    origin: 'rehearsal',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: null,
  });
  const review = reviewOf(show.showId);
  expect(review.totals.onAirMs).toBe(MIX_MS);
  expect(review.show.state).toBe('on_air');
});

test('an unknown show is refused', () => {
  expect(getReview(store.store.db, MAIN, ShowId.parse(99), END, canOf)).toEqual({
    ok: false,
    error: { code: 'unknown_show', params: { showId: 99 } },
  });
});

test('the shows of a room, newest first, with the number of their events', () => {
  const first = endedShow('main');
  const second = endedShow('main');
  endedShow('second');
  const source = sourceOf('main', 'bridge');
  const { take } = startIngest(store, first.roomId);
  take(first.showId, source, [chat({ key: 'a', ts: MIX_START }, null, 'hi')]);
  const list = listShows(store.store.db, first.roomId, 10);
  expect(list.map(({ id, events }) => [id, events])).toEqual([
    [second.showId, 0],
    [first.showId, 1],
  ]);
  expect(listShows(store.store.db, first.roomId, 1)).toHaveLength(1);
  const rows = store.store.db.all(sql`SELECT count(*) AS n FROM shows`);
  expect(rows).toEqual([{ n: 3 }]);
});
