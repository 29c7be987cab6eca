import { afterEach, beforeEach, expect, test } from 'vitest';

import { Database } from '#core/database/database.ts';
import { sql } from '#core/database/sql.ts';
import { getReview } from '#core/review/review.service.ts';
import { comparedShows, productRows } from '#core/shows/compare-shows.ts';
import { keepMissing } from '#core/shows/keep-figures.ts';
import { listedShows } from '#core/shows/list-shows.ts';
import { forgetFigures, storedFigures, storedProducts } from '#core/shows/show-figures.queries.ts';
import { RoomId, ShowId, type ProductId } from '#shared/model/ids.ts';
import { ListedShow } from '#shared/model/show-list.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { chat } from '#tests/support/make-event.ts';
import { oracleMinutes, oracleProducts, oracleTotals } from '#tests/support/oracle.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');
const DAY_MS = 86_400_000;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const canOf = (connector: string) =>
  connector === 'bridge' ? ALL : { ...ALL, orders: false, viewers: false };
let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** A show of a day with a mix of events and two products that were on. */
function played(day: number, events: number, connector = 'bridge', platform = 'twitch'): TestShow {
  const { db } = store.store;
  const startedTs = MIX_START + day * DAY_MS;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs,
    endedTs: startedTs + MIX_MS,
  });
  add(show, day, events, connector, platform);
  return show;
}

function add(show: TestShow, day: number, events: number, connector: string, platform: string) {
  const { db } = store.store;
  const source = addSource(db, { room: 'main', connector, platform });
  const { take, ingest, committer } = startIngest(store, show.roomId);
  const mix = fixedMix(events).filter(({ kind }) => connector === 'bridge' || kind === 'chat');
  const shift = day * DAY_MS;
  take(
    show.showId,
    source,
    mix.map((event) => ({
      ...event,
      platform,
      platformTs: event.platformTs === null ? null : event.platformTs + shift,
      receivedTs: event.receivedTs + shift,
    })),
  );
  if (connector !== 'bridge') return;
  const desk = new DeskFacts(db, ingest, show);
  const at = (minutes: number) => MIX_START + shift + minutes * 60_000;
  committer.runNow(() => {
    const first = desk.product('P1', 'CNY', 1);
    const second = desk.product('P2', 'USD', 2);
    desk.push(first, at(1), at(4), 'replaced');
    desk.push(second, at(4), at(5), 'undone');
    desk.push(first, at(6), at(7), 'taken_down');
    desk.cue('price now', at(2), 900);
    desk.cue('slower', at(3), null);
  });
}

function room() {
  const { db } = store.store;
  return { db, roomId: 'main', commit: <T>(work: () => T) => db.transaction(work) };
}

function list() {
  return listedShows(store.store.db, 'main', null, canOf);
}

/** What a row must be, from the events and the desk's tables alone. */
function bySql(showId: number) {
  const totals = oracleTotals(store.reader(), showId);
  const paid = totals.paid.find((sum) => sum['currency'] === 'CNY' && sum['exponent'] === 2);
  const { chats, chatters, joins, follows, gifts, ordersPlaced, ordersPaid } = totals;
  const { views, viewersMean, viewersPeak, pushes, cuesSent, cuesDone, events } = totals;
  return {
    chats,
    chatters,
    joins,
    follows,
    gifts,
    ordersPlaced,
    ordersPaid,
    events,
    views,
    viewersMean,
    viewersPeak,
    pushes,
    cuesSent,
    cuesDone,
    paidMinor: Number(paid?.['amountMinor'] ?? 0),
    onAirMs: MIX_MS,
  };
}

test('every figure of every row equals plain SQL and the review, for shows of every size', async () => {
  const shows = [0, 1, 40, 300, 700].map((events, day) => played(day, events));
  await keepMissing(room(), null, canOf);
  const { shows: listed } = list();
  expect(listed.map(({ id }) => id)).toEqual(shows.map(({ showId }) => showId).toReversed());
  for (const { showId } of shows) {
    const row = listed.find(({ id }) => id === showId);
    expect(ListedShow.parse(row).figures).toMatchObject(
      showId === shows[0]?.showId ? { chats: null, views: null, ordersPaid: null } : bySql(showId),
    );
    const review = getReview(store.store.db, MAIN, showId, MIX_START, canOf);
    if (!review.ok) throw new Error(review.error.code);
    const { totals, products } = review.value;
    expect(row?.paid).toEqual(totals.paid);
    expect(row?.figures?.onAirMs).toBe(totals.onAirMs);
    expect(storedProducts(store.store.db, showId)).toEqual(
      products.map(
        ({ name: _name, role: _role, paidMinorPerMinute: _rate, ...product }) => product,
      ),
    );
  }
});

test('a comparison with rows and one without say the same', async () => {
  for (let day = 0; day < 4; day += 1) played(day, 60 + day * 40);
  const own = played(5, 200);
  const comparison = () => {
    const review = getReview(store.store.db, MAIN, own.showId, MIX_START, canOf);
    return review.ok ? review.value.comparison : null;
  };
  const counted = comparison();
  expect(counted?.shows).toHaveLength(4);
  await keepMissing(room(), null, canOf);
  expect(storedFigures(store.store.db, own.showId)).toBeDefined();
  expect(comparison()).toEqual(counted);
});

test('what is written into a show afterwards is in its figures', async () => {
  const show = played(0, 80);
  await keepMissing(room(), null, canOf);
  const before = list().shows[0]?.figures?.chats ?? 0;
  const source = addSource(store.store.db, { room: 'main', connector: 'bridge', platform: 'x' });
  const late = chat({ key: 'late', ts: MIX_START + 1000 }, null, 'late');
  startIngest(store, show.roomId).take(show.showId, source, [late]);
  expect(storedFigures(store.store.db, show.showId)).toBeUndefined();
  expect(list().shows[0]?.figures?.chats).toBe(before + 1);
  await keepMissing(room(), null, canOf);
  expect(list().shows[0]?.figures).toMatchObject(bySql(show.showId));
});

test('a product that is priced in another currency is counted again in it', async () => {
  const { db } = store.store;
  const show = played(0, 300);
  await keepMissing(room(), null, canOf);
  const [first] = storedProducts(db, show.showId);
  expect(first?.currency).toBe('CNY');
  const { committer, ingest } = startIngest(store, show.roomId);
  committer.runNow(() => new DeskFacts(db, ingest, show).product('P1', 'USD', 1));
  await keepMissing(room(), null, canOf);
  expect(storedProducts(db, show.showId)[0]?.currency).toBe('USD');
});

test('like with like: a platform that one show lacked is left out of both, and named', async () => {
  const { db } = store.store;
  const one = played(0, 200, 'bridge', 'twitch');
  const two = played(1, 150, 'bridge', 'twitch');
  add(two, 1, 90, 'twitch-irc', 'kuaishou');
  await keepMissing(room(), null, canOf);
  const compared = comparedShows(db, 'main', [one.showId, two.showId], null, canOf);
  if (!compared.ok) throw new Error(compared.error.code);
  const [first, second] = compared.value.sides;
  expect([first.leftOut, second.leftOut]).toEqual([[], ['kuaishou']]);
  expect(first.alike).toEqual(first.show.figures);
  const kept = (query: string) => store.reader().prepare(query).pluck().get();
  const onTwitch = `FROM events e JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.show_id = ${two.showId} AND r.platform = 'twitch' AND e.kind = 1`;
  expect(second.alike?.chats).toBe(kept(`SELECT count(*) ${onTwitch}`));
  expect(second.alike?.chatters).toBe(kept(`SELECT count(DISTINCT e.person_id) ${onTwitch}`));
  expect(second.show.figures?.chats).toBeGreaterThan(second.alike?.chats ?? 0);
  const whole = oracleTotals(store.reader(), two.showId);
  expect(second.alike).toMatchObject({
    ordersPaid: whole.ordersPaid,
    viewersPeak: whole.viewersPeak,
    viewersMean: whole.viewersMean,
    views: whole.views,
    joins: whole.joins,
  });
  const start = Math.floor((MIX_START + DAY_MS) / 60_000);
  expect(second.minutes.map(({ place, ordersPaid }) => [place + start, ordersPaid])).toEqual(
    oracleMinutes(store.reader(), two.showId)
      .filter(({ minute }) => second.minutes.some(({ place }) => place + start === minute))
      .map(({ minute, ordersPaid }) => [minute, ordersPaid]),
  );
});

test('shows with no platform in common have nothing alike', () => {
  const one = played(0, 20, 'twitch-irc', 'twitch');
  const two = played(1, 20, 'twitch-irc', 'kuaishou');
  const compared = comparedShows(store.store.db, 'main', [one.showId, two.showId], null, canOf);
  if (!compared.ok) throw new Error(compared.error.code);
  expect(compared.value.sides.map(({ alike, minutes }) => [alike, minutes])).toEqual([
    [null, []],
    [null, []],
  ]);
});

test('a product over its shows, as SQL over orders and pushes has it', async () => {
  const { db } = store.store;
  const shows = [played(0, 200), played(1, 300)];
  await keepMissing(room(), null, canOf);
  const id = db.get<{ id: ProductId }>(sql`SELECT id FROM products WHERE code = 'P1'`)?.id;
  const rows = productRows(db, 'main', id === undefined ? [] : [id]);
  expect(rows.map(({ showId }) => showId)).toEqual(shows.map(({ showId }) => showId).toReversed());
  for (const { showId, airtimeMs, ordersPaid } of rows) {
    const oracle = oracleProducts(store.reader(), showId, MIX_START + 9 * DAY_MS);
    expect(oracle).toContainEqual(expect.objectContaining({ airtimeMs, ordersPaid }));
  }
});

test('the list reads no event and no minute of a show that has its row', async () => {
  for (let day = 0; day < 3; day += 1) played(day, 100);
  await keepMissing(room(), null, canOf);
  const { db } = store.store;
  const texts: string[] = [];
  const watched = new Proxy(db, {
    get(target, name) {
      if (name !== 'all' && name !== 'get') return Reflect.get(target, name);
      return (query: { readonly text: string; readonly params: [] }) => {
        texts.push(query.text);
        return name === 'all' ? target.all(query) : target.get(query);
      };
    },
  });
  expect(watched).toBeInstanceOf(Database);
  expect(listedShows(watched, 'main', null, canOf).shows).toHaveLength(3);
  expect(texts.length).toBeGreaterThan(4);
  expect(
    texts.filter((text) => /\b(events|minute_\w+|show_chatters)\b (e|m|WHERE|INDEXED)/.test(text)),
  ).toEqual([]);
});

test('a show that a repair forgot is listed with the same figures', async () => {
  const show = played(0, 120);
  await keepMissing(room(), null, canOf);
  const before = list();
  forgetFigures(store.store.db, show.showId);
  expect(list()).toEqual(before);
  expect(ShowId.safeParse(before.shows[0]?.id).success).toBe(true);
});
