import { afterEach, beforeEach, expect, test } from 'vitest';

import { workbookOf } from '#core/transfer/workbook.ts';
import { reviewAgainst } from '#core/shows/review-against.ts';
import { wholeReview } from '#core/lift/whole-review.ts';
import { reportTables } from '#renderer/features/review/report/report-tables.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { ReviewAgainst } from '#shared/model/review-against.ts';
import { Review } from '#shared/model/review.ts';
import readExcel from 'read-excel-file/node';
import { chat, person, viewers } from '#tests/support/make-event.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const DAY_MS = 86_400_000;
/** A Friday, 20:00 in Shanghai. */
const START = Date.UTC(2026, 2, 6, 12);
const HOUR_MS = 3_600_000;
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
const canOf = () => ALL;
let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** A live show `days` from the first that had so many chats and viewers. */
function show(days: number, chats: number, of = { platform: 'douyin', isOver: true }): TestShow {
  const startedTs = START + days * DAY_MS;
  const made = addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs,
    endedTs: of.isOver ? startedTs + HOUR_MS : null,
  });
  const source = addSource(store.store.db, {
    room: 'main',
    connector: 'bridge',
    platform: 'bridge',
  });
  const at = (key: string, after: number) => ({
    key,
    ts: startedTs + after * 1_000,
    platform: of.platform,
  });
  startIngest(store, made.roomId).take(made.showId, source, [
    viewers(at('v', 10), 100 + days, 900),
    ...Array.from({ length: chats }, (_, index) =>
      chat(at(`c${index}`, 20 + index), person(`p${index}`, 'A'), '质量太差了，什么时候发货？'),
    ),
  ]);
  return made;
}

const of = (own: TestShow, other: TestShow | null): ReviewAgainst => {
  const against = reviewAgainst(
    store.store.db,
    own.roomId,
    own.showId,
    other?.showId ?? null,
    canOf,
  );
  if (against === null) throw new Error('nothing to hold against');
  return ReviewAgainst.parse(against);
};

test('the show before, the median, the weekday and hour, and a chosen show on common platforms', () => {
  const first = show(0, 4);
  show(1, 10);
  const other = show(2, 99, { platform: 'taobao', isOver: true });
  show(5, 6);
  const own = show(7, 12);
  const { previous, median, sameHour, chosen, targets } = of(own, first);
  const chats = ({ figures }: typeof previous) => figures.find(({ key }) => key === 'chats');
  expect(chats(previous)).toEqual({ key: 'chats', median: 6, low: 6, high: 6, n: 1 });
  // One on another platform is left out and counted.
  expect(chats(median)).toEqual({ key: 'chats', median: 6, low: 4, high: 10, n: 3 });
  expect(median.otherPlatforms).toBe(1);
  expect(sameHour.shows.map(({ showId }) => showId)).toEqual([first.showId]);
  expect([chosen?.own?.chats, chosen?.other?.chats, chosen?.leftOut]).toEqual([12, 4, []]);
  expect(targets).toEqual([]);
  expect(of(own, other).chosen).toMatchObject({ own: null, other: null });
});

test('a show that runs has nothing to hold against; one against itself is no chosen one', () => {
  const own = show(0, 2);
  const running = show(3, 2, { platform: 'douyin', isOver: false });
  expect(reviewAgainst(store.store.db, running.roomId, running.showId, null, canOf)).toBeNull();
  expect(of(own, own).chosen).toBeNull();
});

test('files have a table for each, and what viewers said, as a spreadsheet library reads them', async () => {
  const first = show(0, 4);
  const own = show(7, 12);
  const whole = await wholeReview(
    store.store.db,
    own.roomId,
    own.showId,
    first.showId,
    START,
    canOf,
  );
  if (!whole.ok) throw new Error(whole.error.code);
  const review = Review.parse(whole.value);
  expect(review.voice?.complaining).toBe(12);
  const sheets = reportTables(createI18n('en'), review).map(({ sheet }) => sheet);
  const read = await readExcel(Buffer.from(workbookOf(sheets, { timeZone: 'Asia/Shanghai' })));
  const at = (name: string) => {
    const index = sheets.findIndex((sheet) => sheet.name === name);
    return read[index]?.data.map((row) => row.map((cell) => cell ?? null)) ?? [];
  };
  const chats = (name: string) => at(name).find(([figure]) => figure === 'Chat');
  for (const name of [
    'against-previous',
    'against-median',
    'against-same-hour',
    'against-chosen',
  ]) {
    expect(at(name)[0]?.slice(0, 2), name).toEqual(['Figure', 'This show']);
    expect(chats(name)?.slice(1, 4), name).toEqual([12, 4, 8]);
  }
  // None was set: heads alone.
  expect(at('against-target')).toHaveLength(1);
  expect(at('complaints')[1]?.slice(0, 2)).toEqual(['质量太差了，什么时候发货？', 12]);
  expect(at('questions')[1]?.[1]).toBe(12);
  expect(at('words').length).toBeGreaterThan(1);
});
