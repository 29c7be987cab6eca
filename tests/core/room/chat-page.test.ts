import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { chatPage } from '#core/room/room.queries.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { busyRoom } from '#tests/support/busy-room.ts';
import { follow, join, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

/** More than the rows that are looked at before an index is asked. */
const FAR = 5_500;
const LIMIT = 50;
const NEWEST = Number.MAX_SAFE_INTEGER;

let store: TestStore;
let show: TestShow;
let other: TestShow;
let intake: TestIngest;
let sourceId: number;

beforeEach(() => {
  store = openTestStore();
  const { db } = store.store;
  const times = { startedTs: TEST_NOW, endedTs: null };
  show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
  other = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
  sourceId = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
  intake = startIngest(store, show.roomId);
});
afterEach(() => store.close());

/** Every page from the newest to the first, as a screen that scrolls asks for them. */
function allPages(): readonly number[] {
  const seqs: number[] = [];
  let before = NEWEST;
  for (;;) {
    const page = chatPage(store.store.db, show.roomId, show.showId, before, LIMIT);
    expect(page.length).toBeLessThanOrEqual(LIMIT);
    if (page.length === 0) return seqs;
    seqs.unshift(...page.map(({ seq }) => seq));
    before = page[0]?.seq ?? 0;
  }
}

/** By the base table alone. */
function expected(): readonly number[] {
  const codes = "('chat','gift','paid_message','membership','follow','raid','reward','notice')";
  const more = "('moderation','chat.deleted','order')";
  return store
    .reader()
    .prepare(
      `SELECT e.seq FROM events e JOIN event_kinds k ON k.code = e.kind
       WHERE e.show_id = ? AND (k.name IN ${codes} OR k.name IN ${more}) ORDER BY e.seq`,
    )
    .pluck()
    .all(show.showId) as number[];
}

function take(to: TestShow, events: readonly FeedEvent[]): void {
  intake.take(to.showId, sourceId, events);
}

describe('the pages of the chat', () => {
  test('are every row once and in order, with another show between them', () => {
    for (let part = 0; part < 6; part += 1) {
      const startTs = TEST_NOW + part * 10_000;
      take(show, busyRoom(200, startTs, part).map(keyed(`show-${part}`)));
      take(other, busyRoom(150, startTs, part).map(keyed(`other-${part}`)));
    }
    const rows = expected();
    expect(rows.length).toBeGreaterThan(600);
    expect(allPages()).toEqual(rows);
  });

  test('are found too where other shows wrote thousands of rows since', () => {
    take(show, busyRoom(300, TEST_NOW));
    take(other, busyRoom(FAR, TEST_NOW));
    expect(allPages()).toEqual(expected());
  });

  test('are found below a crowd of which nothing is shown', () => {
    take(show, [follow({ key: 'first', ts: TEST_NOW, platform: 'douyin' }, person('1', 'Ann'))]);
    const crowd = Array.from({ length: FAR }, (_none, index) =>
      join({ key: `join-${index}`, ts: TEST_NOW, platform: 'douyin' }, person('2', 'Bob')),
    );
    take(show, crowd);
    expect(allPages()).toEqual(expected());
    expect(allPages()).toHaveLength(1);
  });

  test('the newest one reads no row of the past but its own', () => {
    take(other, busyRoom(500, TEST_NOW));
    take(show, busyRoom(400, TEST_NOW));
    const plan = store.store.db.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT seq FROM events INDEXED BY events_by_minute
        WHERE show_id = ${show.showId} AND seq < ${NEWEST} AND kind IN (1, 2)
        ORDER BY seq DESC LIMIT ${LIMIT}`,
    );
    expect(plan.map(({ detail }) => detail).join(' ')).toContain('COVERING INDEX');
    expect(chatPage(store.store.db, show.roomId, show.showId, NEWEST, LIMIT)).toHaveLength(LIMIT);
  });
});

/** Other keys than those of another stretch. */
function keyed(prefix: string): (event: FeedEvent) => FeedEvent {
  return (event) => ({ ...event, dedupeKey: `${prefix}-${event.dedupeKey}` });
}
