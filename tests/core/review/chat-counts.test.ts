import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { ChatCounts } from '#core/review/chat-counts.ts';
import { fixedMix, MIX_MS, MIX_START } from '#tests/support/show-mix.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

function mixedShow(startedTs: number) {
  const times = { startedTs, endedTs: startedTs + MIX_MS };
  return addShow(store.store.db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
}

test('chat lines between any two moments are those that SQL counts', () => {
  const show = mixedShow(MIX_START);
  const source = addSource(store.store.db, {
    room: 'main',
    connector: 'bridge',
    platform: 'twitch',
  });
  startIngest(store, show.roomId).take(show.showId, source, fixedMix(1_200));
  const count = store
    .reader()
    .prepare(
      `SELECT count(*) FROM events e JOIN event_kinds k ON k.code = e.kind
       WHERE e.show_id = ? AND k.name = 'chat' AND e.event_ts >= ? AND e.event_ts < ?`,
    )
    .pluck();
  const counts = new ChatCounts(store.store.db, show.showId);
  const moment = fc.integer({ min: MIX_START - 40_000, max: MIX_START + MIX_MS + 40_000 });
  fc.assert(
    fc.property(moment, moment, (fromTs, toTs) => {
      const expected = count.get(show.showId, BigInt(fromTs), BigInt(toTs));
      expect(counts.between(fromTs, toTs)).toBe(expected);
    }),
    { numRuns: 300 },
  );
  expect(counts.between(MIX_START - 1, MIX_START + 2 * MIX_MS)).toBeGreaterThan(100);
});

test('a show without a line has none', () => {
  const show = mixedShow(MIX_START);
  expect(new ChatCounts(store.store.db, show.showId).between(0, MIX_START + MIX_MS)).toBe(0);
});
