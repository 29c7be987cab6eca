import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { getReview } from '#core/review/review.service.ts';
import { mergePair } from '#core/shows/merge/merge-check.rules.ts';
import { mergeShows, splitShow } from '#core/shows/merge/merge-shows.queries.ts';
import { keepMissing } from '#core/shows/keep-figures.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { RoomId, type ShowId } from '#shared/model/ids.ts';
import { Review } from '#shared/model/review.ts';
import { DeskFacts } from '#tests/support/desk-facts.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { oracleFigures, oracleMinutes, oracleTotals } from '#tests/support/oracle.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import { storeDump } from '#tests/support/store-dump.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const canOf = () => ALL;
const HALF = MIX_START + Math.floor(MIX_MS / 2);
/** The first ends in the middle of a minute, the second begins in the same one. */
const CUT = HALF - (HALF % 60_000) + 20_000;
const AGAIN = CUT + 15_000;
let store: TestStore;
let first: TestShow;
let second: TestShow;

beforeEach(async () => {
  store = openTestStore();
  const { db } = store.store;
  const show = (startedTs: number, endedTs: number) =>
    addShow(db, { room: 'main', origin: 'live', currency: 'CNY', startedTs, endedTs });
  first = show(MIX_START, CUT);
  second = show(AGAIN, MIX_START + MIX_MS);
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
  const { take, ingest, committer } = startIngest(store, first.roomId);
  const mix = fixedMix(600);
  const timeOf = (event: FeedEvent) => event.platformTs ?? event.receivedTs;
  const early = mix.filter((event) => timeOf(event) < CUT);
  const late = mix.filter((event) => timeOf(event) >= AGAIN);
  take(first.showId, source, early);
  const both = chat({ key: 'both', ts: CUT - 500 }, person('9', 'Nia'), 'heard twice');
  take(first.showId, source, [both]);
  // The platform tells its last messages again when the desk is back.
  take(second.showId, source, [both, ...late]);
  const desk = (of: TestShow) => new DeskFacts(db, ingest, of);
  committer.runNow(() => {
    const one = desk(first).product('P1', 'CNY', 1);
    desk(first).push(one, MIX_START + 60_000, MIX_START + 120_000, 'replaced');
    desk(first).cue('price now', MIX_START + 70_000, 900);
    const two = desk(second).product('P2', 'CNY', 2);
    desk(second).push(two, AGAIN + 60_000, AGAIN + 120_000, 'taken_down');
    desk(second).cue('again', AGAIN + 70_000, null);
    // A bookmark that was set in the first show's review, after the second began.
    desk(first).fact({ kind: 'bookmark', note: 'late' }, CUT - 60_000);
    desk(second).fact({ kind: 'bookmark', note: 'end' }, MIX_START + MIX_MS - 1000);
  });
  for (const { showId } of [first, second]) {
    db.raw.exec(`INSERT INTO blocks (show_id, position, role, title, planned_ms)
        VALUES (${showId}, 1, 'warmUp', 'A', 1000), (${showId}, 2, 'hero', 'B', 1000);
      INSERT INTO checklist_items (show_id, place, text) VALUES (${showId}, 1, 'lights');
      INSERT INTO show_words VALUES (${showId}, 'tag', 'of ${showId}')`);
  }
  await keepMissing(room(), null, canOf);
});
afterEach(() => store.close());

function room() {
  const { db } = store.store;
  return { db, roomId: 'main', commit: <T>(work: () => T) => db.transaction(work) };
}

const order = () => ({ firstId: first.showId, secondId: second.showId, nowTs: TEST_NOW });
const quiet = () => undefined;
/** Everything but the highest ids ever given. */
const dump = () =>
  storeDump(store.reader())
    .split('\n')
    .filter(
      (line) =>
        !/^'(events|shelf_groups|raw_frames|checklist_items|improvement_items)',\d+$/.test(line),
    )
    .join('\n');

function review(showId: ShowId): Review {
  const made = getReview(store.store.db, RoomId.parse('main'), showId, MIX_START, canOf);
  if (!made.ok) throw new Error(made.error.code);
  return Review.parse(made.value);
}

test('of two shows comes one, and every number of it equals plain SQL over its events', () => {
  const whole = {
    feed: store
      .reader()
      .prepare('SELECT count(*) FROM events WHERE source_room_id IS NOT NULL')
      .pluck()
      .get(),
  };
  mergeShows(store.store.db.raw, order(), quiet);
  const merged = review(first.showId);
  const totals = oracleTotals(store.reader(), first.showId);
  const known = (figure: { known: boolean } & object) => ('value' in figure ? figure.value : null);
  expect(known(merged.totals.chats)).toBe(totals.chats);
  expect(known(merged.totals.chatters)).toBe(totals.chatters);
  expect(known(merged.totals.viewersPeak)).toBe(totals.viewersPeak);
  expect(known(merged.totals.viewersMean)).toBe(totals.viewersMean);
  expect(known(merged.totals.views)).toBe(totals.views);
  expect(known(merged.totals.gifts)).toBe(totals.gifts);
  expect(merged.totals.paid).toEqual(totals.paid);
  expect(merged.totals.giftValues).toEqual(totals.giftValues);
  expect(merged.totals.events).toBe(totals.events);
  expect(merged.totals.pushes).toBe(2);
  expect(merged.totals.cuesSent).toBe(2);
  expect(merged.totals.onAirMs).toBe(CUT - MIX_START + (MIX_START + MIX_MS - AGAIN));
  const minutes = oracleMinutes(store.reader(), first.showId);
  const told = new Map(merged.minutes.map((minute) => [minute.minute, minute]));
  expect(minutes.length).toBeGreaterThan(3);
  for (const { minute, chats, chatters, viewers, ordersPaid, joins } of minutes) {
    expect(told.get(Number(minute))).toMatchObject({ chats, chatters, viewers, ordersPaid, joins });
  }
  // Every roll-up there is, against the events.
  const reader = store.reader();
  expect(heldFigures(reader, first.showId)).toEqual(oracleFigures(reader, first.showId));
  // What both heard counts once, and nothing else stays behind.
  const left = store.reader().prepare('SELECT dedupe_key FROM events WHERE show_id = ?').pluck();
  expect(left.all(second.showId)).toEqual(['both']);
  const feed = 'SELECT count(*) FROM events WHERE show_id = ? AND source_room_id IS NOT NULL';
  expect(store.reader().prepare(feed).pluck().get(first.showId)).toBe(Number(whole.feed) - 1);
  const orders = store
    .reader()
    .prepare('SELECT seq FROM events WHERE show_id = ? ORDER BY seq')
    .pluck();
  expect(orders.all(first.showId)).toHaveLength(totals.events);
});

test('the stretch between is a gap, and what hung at both hangs at one', () => {
  mergeShows(store.store.db.raw, order(), quiet);
  const merged = review(first.showId);
  expect(merged.show).toMatchObject({
    startedTs: MIX_START,
    endedTs: MIX_START + MIX_MS,
    state: 'ended',
  });
  expect(merged.gaps).toContainEqual({
    fromTs: CUT,
    toTs: AGAIN,
    cause: 'desk_stopped',
    sourceLabel: null,
    lost: null,
  });
  expect(merged.pushes.map(({ name }) => name)).toEqual(['Product P1', 'Product P2']);
  const rows = (query: string) => store.reader().prepare(query).pluck().all();
  expect(rows(`SELECT position FROM blocks WHERE show_id = ${first.showId} ORDER BY 1`)).toEqual([
    1, 2, 4, 5,
  ]);
  expect(rows(`SELECT word FROM show_words WHERE show_id = ${first.showId} ORDER BY 1`)).toEqual([
    `of ${first.showId}`,
    `of ${second.showId}`,
  ]);
  expect(rows(`SELECT count(*) FROM checklist_items WHERE show_id = ${first.showId}`)).toEqual([2]);
  expect(rows('SELECT "table" FROM pragma_foreign_key_check')).toEqual([]);
});

test('taken apart it is what it was, row for row', () => {
  const before = dump();
  mergeShows(store.store.db.raw, order(), quiet);
  expect(dump()).not.toBe(before);
  splitShow(store.store.db.raw, first.showId, quiet);
  expect(dump()).toBe(before);
});

test('a show of three parts is taken apart in the other order', () => {
  const { db } = store.store;
  const startedTs = MIX_START + MIX_MS + 60_000;
  const third = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs,
    endedTs: startedTs + 60_000,
  });
  const before = dump();
  mergeShows(db.raw, order(), quiet);
  const between = dump();
  mergeShows(db.raw, { firstId: first.showId, secondId: third.showId, nowTs: TEST_NOW + 1 }, quiet);
  splitShow(db.raw, first.showId, quiet);
  expect(dump()).toBe(between);
  splitShow(db.raw, first.showId, quiet);
  expect(dump()).toBe(before);
});

test('cut off at any moment, nothing of it happened', () => {
  const before = dump();
  const stop = () => {
    throw new Error('stopped');
  };
  expect(() => mergeShows(store.store.db.raw, order(), stop)).toThrow('stopped');
  expect(dump()).toBe(before);
  mergeShows(store.store.db.raw, order(), quiet);
  const merged = dump();
  expect(() => splitShow(store.store.db.raw, first.showId, stop)).toThrow('stopped');
  expect(dump()).toBe(merged);
});

test('roll-ups that a repair counted anew meanwhile are right after it is taken apart', () => {
  const { raw } = store.store.db;
  mergeShows(raw, order(), quiet);
  raw.exec(`DELETE FROM minute_counts WHERE show_id NOT IN (${first.showId}, ${second.showId})`);
  splitShow(raw, first.showId, quiet);
  const totals = oracleTotals(store.reader(), first.showId);
  const { chats, joins } = review(first.showId).totals;
  expect([chats, joins]).toMatchObject([{ value: totals.chats }, { value: totals.joins }]);
});

describe('two shows that are not one', () => {
  const show = (id: number, change: object = {}) => ({
    id,
    title: `S${id}`,
    origin: 'live',
    state: 'ended',
    currency: 'CNY',
    startedTs: id * 1000,
    endedTs: id * 1000 + 500,
    ...change,
  });
  const HOUR_MS = 3_600_000;

  test.each([
    ['merge_same', show(1), show(1)],
    ['merge_not_live', show(1), show(2, { origin: 'rehearsal' })],
    ['merge_not_ended', show(1), show(2, { state: 'on_air', endedTs: null })],
    ['merge_other_currency', show(1), show(2, { currency: 'USD' })],
    ['merge_overlap', show(1, { endedTs: 2500 }), show(2)],
    ['merge_far_apart', show(1), show(2, { startedTs: 7 * HOUR_MS, endedTs: 8 * HOUR_MS })],
  ])('%s', (reason, a, b) => {
    const refused = { ok: false, error: { code: 'shows_not_mergeable', params: { reason } } };
    expect(mergePair(a, b)).toEqual(refused);
    expect(mergePair(b, a)).toEqual(refused);
  });

  test('the order in which they are named is no matter', () => {
    const pair = { ok: true, value: { first: show(1), second: show(2) } };
    expect(mergePair(show(1), show(2))).toEqual(pair);
    expect(mergePair(show(2), show(1))).toEqual(pair);
  });
});

test('another connection does it as well, as the thread does', () => {
  const other = new BetterSqlite(store.store.path);
  const before = dump();
  mergeShows(other, order(), quiet);
  other.close();
  expect(review(first.showId).totals.pushes).toBe(2);
  splitShow(store.store.db.raw, first.showId, quiet);
  expect(dump()).toBe(before);
});
