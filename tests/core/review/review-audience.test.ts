import { afterEach, beforeEach, expect, test } from 'vitest';

import { reviewAudience } from '#core/review/review-audience.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

/** Last figure of each minute and source room, straight from the events. */
const LAST_VIEWERS = `
  SELECT source_room_id AS room, event_ts / 60000 AS minute, current AS online FROM (
    SELECT e.*, json_extract(e.body, '$.current') AS current, row_number() OVER (
      PARTITION BY source_room_id, event_ts / 60000 ORDER BY event_ts DESC, seq DESC) AS place
    FROM events e WHERE show_id = :show AND kind = 14) WHERE place = 1`;

test('each figure is what plain SQL over the events says', () => {
  const show = addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: MIX_START + MIX_MS,
  });
  const source = addSource(store.store.db, { room: 'main', connector: 'any', platform: 'twitch' });
  startIngest(store, show.roomId).take(show.showId, source, fixedMix(3_000));
  const { platforms, net } = reviewAudience(store.store.db, show.showId, [], () => ALL);
  const reader = store.reader();

  const counted = reader
    .prepare(
      `SELECT r.platform, sum(e.kind = 6) AS follows, sum(e.kind = 7) AS joins,
         sum(e.kind = 1) AS chats
       FROM events e JOIN source_rooms r ON r.id = e.source_room_id
       WHERE e.show_id = :show GROUP BY r.platform`,
    )
    .all({ show: show.showId }) as { platform: string; joins: number; chats: number }[];
  expect(counted.length).toBeGreaterThan(1);
  const told = (of: { platform: string; joins: number | null; chats: number | null }) => ({
    platform: of.platform,
    joins: of.joins,
    chats: of.chats,
  });
  const byName = (a: { platform: string }, b: { platform: string }): number =>
    a.platform.localeCompare(b.platform);
  expect(platforms.map(told).toSorted(byName)).toEqual(counted.map(told).toSorted(byName));

  const means = reader
    .prepare(
      `SELECT platform, avg(online) AS mean, sum(online) AS total FROM (
         SELECT r.platform, v.minute, sum(v.online) AS online FROM (${LAST_VIEWERS}) v
         JOIN source_rooms r ON r.id = v.room GROUP BY r.platform, v.minute) GROUP BY platform`,
    )
    .all({ show: show.showId }) as { platform: string; mean: number; total: number }[];
  const all = means.reduce((sum, { total }) => sum + total, 0);
  for (const { platform, mean, total } of means) {
    const own = platforms.find((each) => each.platform === platform);
    expect(own?.viewersMean).toBeCloseTo(mean, 9);
    expect(own?.share).toBeCloseTo(total / all, 9);
  }

  const changes = reader
    .prepare(
      `WITH v AS (${LAST_VIEWERS})
       SELECT b.minute, sum(b.online - a.online) AS change FROM v a
       JOIN v b ON b.room = a.room AND b.minute = a.minute + 1 GROUP BY b.minute ORDER BY b.minute`,
    )
    .all({ show: show.showId });
  expect(changes.length).toBeGreaterThan(5);
  expect(net).toEqual(changes);
});

test('a show without sources says nothing, and 0 only where more could have come', () => {
  const show = addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: MIX_START + 10_000,
  });
  expect(reviewAudience(store.store.db, show.showId, [], () => ALL)).toEqual({
    platforms: [],
    stay: { known: false, reason: 'no_viewers' },
    retention: [],
    losses: [],
    net: [],
    entered: [],
  });
});
