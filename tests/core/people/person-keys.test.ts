import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

let store: TestStore;
let source: number;

beforeEach(() => {
  store = openTestStore();
  addShow(store.store.db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: TEST_NOW,
    endedTs: null,
  });
  source = addSource(store.store.db, { room: 'main', connector: 'bridge', platform: 'twitch' });
});

afterEach(() => store.close());

let serial = 0;

/** Ann writes at these times, in a show of its own. */
function write(origin: ShowOrigin, displayName: string, ...times: readonly number[]): void {
  const show = addShow(store.store.db, {
    room: 'main',
    origin,
    currency: 'CNY',
    startedTs: TEST_NOW,
    endedTs: null,
  });
  const { take } = startIngest(store, show.roomId);
  for (const ts of times) {
    serial += 1;
    take(show.showId, source, [chat({ key: `k${serial}`, ts }, person('1', displayName), 'hi')]);
  }
}

function people() {
  return store.store.db.all(sql`SELECT display_name AS name, first_seen_ts AS first,
    last_seen_ts AS last FROM people ORDER BY id`);
}

describe('a person is one row', () => {
  test('renewed with name and last sight, at most once a minute for the same name', () => {
    write('live', 'Ann', TEST_NOW, TEST_NOW + 30_000);
    expect(people()).toEqual([{ name: 'Ann', first: TEST_NOW, last: TEST_NOW }]);
    write('live', 'Annie', TEST_NOW + 40_000);
    expect(people()).toEqual([{ name: 'Annie', first: TEST_NOW, last: TEST_NOW + 40_000 }]);
  });

  test('a message that comes late moves the first sight back and never the last', () => {
    write('live', 'Ann', TEST_NOW, TEST_NOW - 600_000);
    expect(people()).toEqual([{ name: 'Ann', first: TEST_NOW - 600_000, last: TEST_NOW }]);
  });
});

describe('only live shows feed people', () => {
  test.each(['demo', 'replay', 'rehearsal'] as const)('%s: known, but never seen', (origin) => {
    write(origin, 'Ann', TEST_NOW);
    expect(people()).toEqual([{ name: 'Ann', first: null, last: null }]);
    const keys = store.store.db.all(sql`SELECT person_id AS k FROM events`);
    expect(keys).toEqual([{ k: 1 }]);
  });

  test('a replay of an old show leaves names and sights of people alone', () => {
    write('live', 'Ann', TEST_NOW);
    write('replay', 'Old name', TEST_NOW + 3_600_000, TEST_NOW - 3_600_000);
    expect(people()).toEqual([{ name: 'Ann', first: TEST_NOW, last: TEST_NOW }]);
  });

  test('someone known from a rehearsal is first seen when they come to a live show', () => {
    write('rehearsal', 'Ann', TEST_NOW);
    write('live', 'Ann', TEST_NOW + 5_000);
    expect(people()).toEqual([{ name: 'Ann', first: TEST_NOW + 5_000, last: TEST_NOW + 5_000 }]);
  });

  test('one room going from rehearsal to live within one run', () => {
    const { db } = store.store;
    const base = { room: 'main', currency: 'CNY', startedTs: TEST_NOW, endedTs: null } as const;
    const rehearsal = addShow(db, { ...base, origin: 'rehearsal' });
    const live = addShow(db, { ...base, origin: 'live' });
    const { take } = startIngest(store, live.roomId);
    const at = (key: string) => chat({ key, ts: TEST_NOW }, person('1', 'Ann'), 'hi');
    take(rehearsal.showId, source, [at('r')]);
    expect(people()).toEqual([{ name: 'Ann', first: null, last: null }]);
    take(live.showId, source, [at('l')]);
    expect(people()).toEqual([{ name: 'Ann', first: TEST_NOW, last: TEST_NOW }]);
  });
});
