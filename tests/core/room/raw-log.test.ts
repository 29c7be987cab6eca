import { afterEach, beforeEach, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { Committer } from '#core/room/committer.ts';
import { RawLog } from '#core/room/raw-log.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

let store: TestStore;
let committer: Committer;
let log: RawLog;

beforeEach(() => {
  store = openTestStore();
  committer = new Committer(store.store.db, store.ports);
  log = new RawLog(store.store.db, committer, store.ports);
  committer.join(log);
});
afterEach(() => {
  committer.close();
  store.close();
});

const rows = () =>
  store.store.db.all<{ reason: string | null; bytes: number }>(
    sql`SELECT reason, length(frame) AS bytes FROM raw_frames ORDER BY id`,
  );

test('a flood of good frames pushes out no bad one, and what is not kept is counted', () => {
  log.keep(1, 'what is this', 'unknown_command');
  for (let serial = 0; serial < 350; serial += 1) log.keep(1, `line ${serial}`, null);
  committer.runNow(() => undefined);
  expect(rows().filter(({ reason }) => reason !== null)).toHaveLength(1);
  expect(rows()).toHaveLength(41);
  expect(log.dropped()).toBe(310);
});

test('the newest five thousand of the whole store stay', () => {
  for (let round = 0; round < 26; round += 1) {
    for (let serial = 0; serial < 200; serial += 1) log.keep(1, `${round}-${serial}`, 'bad_tags');
    committer.runNow(() => undefined);
  }
  expect(rows()).toHaveLength(5_000);
  const oldest = store.store.db.all<{ frame: Uint8Array }>(
    sql`SELECT frame FROM raw_frames ORDER BY id LIMIT 1`,
  );
  expect(Buffer.from(oldest[0]?.frame ?? []).toString()).toBe('1-0');
  expect(log.dropped()).toBe(0);
});

test('a huge frame is kept by its beginning', () => {
  log.keep(1, 'x'.repeat(1_000_000), 'too_long');
  log.keep(1, new Uint8Array(1_000_000), 'not_utf8');
  committer.runNow(() => undefined);
  expect(rows().map(({ bytes }) => bytes)).toEqual([16_384, 16_384]);
});

test('frames wait for a store that takes nothing, bounded, and are written once it does', () => {
  log.keep(1, 'one', 'bad_tags');
  expect(() =>
    committer.runNow(() => {
      throw new TypeError('a bug');
    }),
  ).toThrow(TypeError);
  expect(log.hasPending()).toBe(true);
  committer.runNow(() => undefined);
  expect(rows()).toHaveLength(1);
  expect(log.hasPending()).toBe(false);
});
