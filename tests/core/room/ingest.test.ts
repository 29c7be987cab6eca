import { afterEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { eventOf, type EventRow } from '#core/room/event-row.ts';
import { RoomEvent } from '#shared/contract/room-event.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { oracleFigures } from '#tests/support/oracle.ts';
import { chat, gift, order, person, viewers } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

const ann = person('9223372036854775807', 'Ann');
const bits = (quantity: number) => ({ unit: 'bits', quantity }) as const;
let open: TestStore[] = [];

afterEach(() => {
  for (const test of open) test.close();
  open = [];
});

function setUp(): { test: TestStore; show: TestShow; source: number } {
  const test = openTestStore();
  open.push(test);
  const show = newShow(test, 'main');
  const source = addSource(test.store.db, {
    room: 'main',
    connector: 'bridge',
    platform: 'twitch',
  });
  return { test, show, source };
}

function newShow(test: TestStore, room: string): TestShow {
  return addShow(test.store.db, {
    room,
    origin: 'live',
    currency: 'CNY',
    startedTs: TEST_NOW,
    endedTs: null,
  });
}

describe('ids', () => {
  test('64-bit platform ids stay text and events refer to a local integer key', () => {
    const { test, show, source } = setUp();
    const { take } = startIngest(test, show.roomId);
    take(show.showId, source, [chat({ key: 'a', ts: TEST_NOW }, ann, 'hi')]);
    const row = test
      .reader()
      .prepare(
        `SELECT p.platform_user_id AS id, typeof(p.platform_user_id) AS idType,
           typeof(e.person_id) AS keyType, typeof(r.platform_room_id) AS roomType
         FROM events e JOIN people p ON p.id = e.person_id
         JOIN source_rooms r ON r.id = e.source_room_id`,
      )
      .get();
    expect(row).toEqual({
      id: '9223372036854775807',
      idType: 'text',
      keyType: 'integer',
      roomType: 'text',
    });
  });

  test('a person is platform and platform id: the same id elsewhere is someone else', () => {
    const { test, show, source } = setUp();
    const { take } = startIngest(test, show.roomId);
    take(show.showId, source, [
      chat({ key: 'a', ts: TEST_NOW, platform: 'twitch' }, ann, 'hi'),
      chat({ key: 'b', ts: TEST_NOW, platform: 'douyin' }, ann, 'hi'),
      chat({ key: 'c', ts: TEST_NOW }, person(null, 'Hidden'), 'hi'),
    ]);
    const people = test.store.db.all(sql`SELECT platform FROM people ORDER BY id`);
    expect(people).toEqual([{ platform: 'twitch' }, { platform: 'douyin' }]);
    const keys = test.store.db.all(sql`SELECT person_id AS k FROM events ORDER BY seq`);
    expect(keys).toEqual([{ k: 1 }, { k: 2 }, { k: null }]);
  });
});

describe('once per show and source', () => {
  const again = chat({ key: 'same', ts: TEST_NOW }, ann, 'hi');

  test('a replayed event is dropped and counted, within a batch and after a restart', () => {
    const { test, show, source } = setUp();
    const first = startIngest(test, show.roomId);
    first.take(show.showId, source, [again, again]);
    expect(first.ingest.counts()).toEqual({ stored: 1, duplicates: 1, dropped: 0 });
    const reopened = test.reopen();
    open = [reopened];
    const second = startIngest(reopened, show.roomId);
    second.take(show.showId, source, [again]);
    expect(second.ingest.counts()).toEqual({ stored: 0, duplicates: 1, dropped: 0 });
    expect(second.committed).toEqual([]);
    expect(heldFigures(reopened.store.db.raw, show.showId)).toEqual(
      oracleFigures(reopened.store.db.raw, show.showId),
    );
  });

  test('the same key in another show or from another source is another event', () => {
    const { test, show, source } = setUp();
    const other = addSource(test.store.db, {
      room: 'main',
      connector: 'twitch-irc',
      platform: 'twitch',
    });
    const replay = newShow(test, 'main');
    const { take, ingest } = startIngest(test, show.roomId);
    take(show.showId, source, [again]);
    take(show.showId, other, [again]);
    take(replay.showId, source, [again]);
    expect(ingest.counts()).toEqual({ stored: 3, duplicates: 0, dropped: 0 });
  });
});

describe('gift streaks are one row that grows', () => {
  const streak = (key: string, ts: number, count: number, comboCount: number, quantity: number) =>
    gift({ key, ts }, ann, {
      count,
      value: bits(quantity),
      combo: { id: 's1', count: comboCount },
    });

  test('only the growth is counted, and a repeat changes nothing', () => {
    const { test, show, source } = setUp();
    const { take, committed } = startIngest(test, show.roomId);
    take(show.showId, source, [
      streak('g1', TEST_NOW, 1, 1, 10),
      streak('g2', TEST_NOW + 1_000, 3, 3, 30),
      streak('g2-again', TEST_NOW + 1_000, 3, 3, 30),
      streak('g3', TEST_NOW + 2_000, 5, 5, 50),
    ]);
    const rows = test.store.db.all<EventRow>(sql`SELECT * FROM events`);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ count: 5, value: bits(50) });
    expect(committed.map(({ gift: delta }) => [delta.count, delta.quantity, delta.isNew])).toEqual([
      [1, 10, true],
      [2, 20, false],
      [2, 20, false],
    ]);
    expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
      oracleFigures(test.store.db.raw, show.showId),
    );
  });

  test('a streak that was joined half-way counts what was seen of it', () => {
    const { test, show, source } = setUp();
    const { take } = startIngest(test, show.roomId);
    take(show.showId, source, [
      streak('g5', TEST_NOW, 1, 5, 10),
      streak('g7', TEST_NOW + 1_000, 1, 7, 10),
    ]);
    expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
      oracleFigures(test.store.db.raw, show.showId),
    );
    const row = test.store.db.get<EventRow>(sql`SELECT * FROM events`);
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ count: 3, value: bits(30) });
  });

  test('growth belongs to the minute of the row, so that minutes can be worked out from rows', () => {
    const { test, show, source } = setUp();
    const { take } = startIngest(test, show.roomId);
    take(show.showId, source, [streak('g1', TEST_NOW + 59_000, 1, 1, 10)]);
    take(show.showId, source, [streak('g2', TEST_NOW + 61_000, 4, 4, 40)]);
    expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
      oracleFigures(test.store.db.raw, show.showId),
    );
  });

  test('values that do not divide evenly are not rounded apart', () => {
    const { test, show, source } = setUp();
    const { take } = startIngest(test, show.roomId);
    take(show.showId, source, [
      streak('g1', TEST_NOW, 3, 3, 10),
      streak('g2', TEST_NOW, 3, 4, 10),
      streak('g3', TEST_NOW, 3, 5, 10),
    ]);
    expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
      oracleFigures(test.store.db.raw, show.showId),
    );
  });

  test('the listener hears the row as it is stored, message included', () => {
    const { test, show, source } = setUp();
    const { take, committed } = startIngest(test, show.roomId);
    take(show.showId, source, [streak('g1', TEST_NOW, 1, 1, 10)]);
    take(show.showId, source, [
      { ...streak('g2', TEST_NOW + 1_000, 2, 2, 20), fragments: [{ type: 'text', text: 'go!' }] },
    ]);
    const row = test.store.db.get<EventRow>(sql`SELECT * FROM events`);
    if (row === undefined) throw new Error('no row');
    expect(committed.at(-1)?.event).toEqual(eventOf(row, show.roomId));
  });
});

test('whole numbers are stored as INTEGER in every numeric column', () => {
  const { test, show, source } = setUp();
  const { take } = startIngest(test, show.roomId);
  take(show.showId, source, [
    chat({ key: 'a', ts: TEST_NOW }, ann, 'hi'),
    viewers({ key: 'v', ts: TEST_NOW }, 120, 3_000),
    gift({ key: 'g', ts: TEST_NOW }, ann, { count: 2, value: bits(20), combo: null }),
    order({ key: 'o', ts: TEST_NOW }, 'paid', {
      productId: 'P1',
      qty: 1,
      money: { amountMinor: 12_900, currency: 'CNY', exponent: 2 },
    }),
  ]);
  const reader = test.reader();
  const tables = reader
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = reader.pragma(`table_info(${table})`) as { name: string; type: string }[];
    for (const { name, type } of columns.filter((column) => column.type === 'INTEGER')) {
      const types = reader
        .prepare(`SELECT DISTINCT typeof("${name}") FROM "${table}"`)
        .pluck()
        .all();
      expect([type.toLowerCase(), 'null'], `${table}.${name}`).toEqual(
        expect.arrayContaining(types),
      );
    }
  }
  const minute = reader.prepare('SELECT minute FROM minute_counts').pluck().get();
  expect(minute).toBe(TEST_NOW / 60_000);
});

test('money is summed per currency in integers, never across', () => {
  const { test, show, source } = setUp();
  const { take } = startIngest(test, show.roomId);
  const paid = (key: string, amountMinor: number, currency: string, exponent: number) =>
    order({ key, ts: TEST_NOW }, 'paid', {
      productId: null,
      qty: 1,
      money: { amountMinor, currency, exponent },
    });
  take(show.showId, source, [
    paid('1', 10, 'CNY', 2),
    paid('2', 20, 'CNY', 2),
    paid('3', 1, 'CNY', 3),
    paid('4', 5, 'JPY', 0),
  ]);
  const sums = test
    .reader()
    .prepare('SELECT currency, exponent, amount_minor AS amount FROM minute_money ORDER BY 1, 2');
  expect(sums.all()).toEqual([
    { currency: 'CNY', exponent: 2, amount: 30 },
    { currency: 'CNY', exponent: 3, amount: 1 },
    { currency: 'JPY', exponent: 0, amount: 5 },
  ]);
  expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
    oracleFigures(test.store.db.raw, show.showId),
  );
});

test('two rooms side by side: each hears and counts its own', () => {
  const { test, show, source } = setUp();
  const second = newShow(test, 'second');
  const secondSource = addSource(test.store.db, {
    room: 'second',
    connector: 'bridge',
    platform: 'twitch',
  });
  const one = startIngest(test, show.roomId);
  const two = startIngest(test, second.roomId);
  two.committer.join(one.ingest);
  const event = chat({ key: 'same', ts: TEST_NOW }, ann, 'hi');
  const [a, b] = [
    { event, showId: show.showId, sourceId: source, eventTs: TEST_NOW },
    { event, showId: second.showId, sourceId: secondSource, eventTs: TEST_NOW },
  ];
  one.ingest.enqueue([a]);
  two.ingest.enqueue([b]);
  two.committer.runNow(() => undefined);
  expect(one.committed.map((item) => item.event.roomId)).toEqual(['main']);
  expect(two.committed.map((item) => item.event.roomId)).toEqual(['second']);
  expect(one.committed[0]?.event.showId).toBe(show.showId);
  const [first, other] = [one.committed[0]?.event.seq ?? 0, two.committed[0]?.event.seq ?? 0];
  expect(new Set([first, other]).size).toBe(2);
  for (const { showId } of [show, second]) {
    expect(heldFigures(test.store.db.raw, showId)).toEqual(
      oracleFigures(test.store.db.raw, showId),
    );
    const events = test
      .reader()
      .prepare('SELECT events FROM minute_counts WHERE show_id = ?')
      .pluck()
      .all(showId);
    expect(events).toEqual([1]);
  }
});

test('a batch over more minutes than are held counts everyone once in each', () => {
  const { test, show, source } = setUp();
  const { take } = startIngest(test, show.roomId);
  const history = Array.from({ length: 200 }, (_, minute) =>
    [0, 1, 2].map((index) =>
      chat({ key: `${minute}.${index}`, ts: TEST_NOW + minute * 60_000 + index }, ann, 'hi'),
    ),
  ).flat();
  const [first, later] = [
    history.filter((_, i) => i % 3 !== 2),
    history.filter((_, i) => i % 3 === 2),
  ];
  take(show.showId, source, [...first, ...later.slice(0, 100)]);
  take(show.showId, source, later.slice(100));
  expect(heldFigures(test.store.db.raw, show.showId)).toEqual(
    oracleFigures(test.store.db.raw, show.showId),
  );
});

test('what the listener is given is an event of the contract with its place in the log', () => {
  const { test, show, source } = setUp();
  const { take, committed } = startIngest(test, show.roomId);
  take(show.showId, source, [chat({ key: 'a', ts: TEST_NOW }, ann, 'hi')]);
  expect(RoomEvent.safeParse(committed[0]?.event).success).toBe(true);
  expect(committed[0]?.sourceId).toBe(source);
});

test('beyond the queue events are dropped and counted, never silently', () => {
  const { test, show, source } = setUp();
  const { ingest } = startIngest(test, show.roomId);
  const event = chat({ key: 'a', ts: TEST_NOW }, ann, 'hi');
  const pending = { event, showId: show.showId, sourceId: source, eventTs: TEST_NOW };
  const many = Array.from({ length: 60_000 }, () => pending);
  expect(ingest.enqueue(many)).toBe(0);
  expect(ingest.enqueue(many)).toBe(20_000);
  expect(ingest.counts().dropped).toBe(20_000);
});
