import { afterEach, beforeEach, expect, test } from 'vitest';

import { reviewSeconds } from '#core/review/review-seconds.ts';
import { RoomId, type ShowId } from '#shared/model/ids.ts';
import { reviewDetailCommands } from '#shared/contract/review-detail-commands.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const MAIN = RoomId.parse('main');
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

function showWith(events: number): ShowId {
  const { db } = store.store;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: MIX_START + MIX_MS,
  });
  const source = addSource(db, { room: 'main', connector: 'any', platform: 'twitch' });
  startIngest(store, show.roomId).take(show.showId, source, fixedMix(events));
  return show.showId;
}

test('each second is what plain SQL says of it, at both edges of the span', () => {
  const showId = showWith(3_000);
  const [fromTs, toTs] = [MIX_START + 121_000, MIX_START + 421_000];
  const read = reviewSeconds(store.store.db, MAIN, showId, { fromTs, toTs });
  const seconds = read.ok ? read.value.seconds : [];
  const expected = store
    .reader()
    .prepare(
      `SELECT event_ts / 1000 * 1000 AS ts, sum(kind = 1) AS chats, sum(kind = 7) AS joins,
         sum(kind = 6) AS follows,
         sum(kind = 17 AND json_extract(body, '$.status') = 'paid') AS ordersPaid
       FROM events WHERE show_id = ? AND event_ts >= ? AND event_ts < ? GROUP BY 1 ORDER BY 1`,
    )
    .all(showId, fromTs, toTs) as Record<string, number>[];
  const some = expected.filter(
    ({ chats, joins, follows, ordersPaid }) =>
      (chats ?? 0) + (joins ?? 0) + (follows ?? 0) + (ordersPaid ?? 0) > 0,
  );
  expect(some.length).toBeGreaterThan(50);
  const counted = seconds
    .map(({ viewers: _viewers, ...counts }) => counts)
    .filter(({ chats, joins, follows, ordersPaid }) => chats + joins + follows + ordersPaid > 0);
  expect(counted).toEqual(some);
  expect(seconds.some(({ viewers }) => viewers !== null)).toBe(true);
});

test('another room’s show and a span that is too long are refused', () => {
  const showId = showWith(10);
  const span = { fromTs: MIX_START, toTs: MIX_START + 1_000 };
  const other = reviewSeconds(store.store.db, RoomId.parse('other'), showId, span);
  expect(other).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
  const { input } = reviewDetailCommands['review.seconds'];
  expect(input.safeParse({ showId, fromTs: 0, toTs: 600_000 }).success).toBe(true);
  expect(input.safeParse({ showId, fromTs: 0, toTs: 600_001 }).success).toBe(false);
  expect(input.safeParse({ showId, fromTs: 5, toTs: 5 }).success).toBe(false);
});
