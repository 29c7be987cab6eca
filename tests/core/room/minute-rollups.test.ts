import { queryObjects } from 'node:v8';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const SHOWS = 80;
/** Sets that the engine or the runner may make meanwhile. */
const OTHERS = 20;

let store: TestStore;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

test('what is held of shows that are over does not grow with their number', () => {
  const times = { startedTs: TEST_NOW, endedTs: null };
  const room = { room: 'main', origin: 'live', currency: 'CNY', ...times } as const;
  const { take } = startIngest(store, addShow(store.store.db, room).roomId);

  const source = { room: 'main', connector: 'bridge', platform: 'twitch' } as const;
  const sourceId = addSource(store.store.db, source);

  function playShows(): void {
    for (let index = 0; index < SHOWS; index += 1) {
      const { showId } = addShow(store.store.db, room);
      take(showId, sourceId, [chat({ key: 'a', ts: TEST_NOW }, person('1', 'Ann'), 'hi')]);
    }
  }
  playShows();
  const before = queryObjects(Set, { format: 'count' });
  playShows();
  expect(queryObjects(Set, { format: 'count' })).toBeLessThan(before + OTHERS);
});
