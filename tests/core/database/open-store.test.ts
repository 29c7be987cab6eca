import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openStore } from '#core/database/open-store.ts';
import { sql } from '#core/database/sql.ts';
import { readState } from '#core/store/store-state.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.clean());

function open(dataFolder = folder.path) {
  return openStore({ dataFolder, sqliteBinding: null }, testPorts());
}

function opened(dataFolder = folder.path) {
  const store = open(dataFolder);
  if (!store.ok) throw new Error(store.error.code);
  return store.value;
}

test('the store survives a power cut at any commit: WAL and synchronous FULL', () => {
  const store = opened();
  const { raw } = store.db;
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(raw.pragma('synchronous', { simple: true })).toBe(2);
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
  store.close();
});

test('a data folder that is not there yet is made, with everything in it', () => {
  const dataFolder = join(folder.path, 'a', 'b');
  const store = opened(dataFolder);
  expect(store.path.startsWith(dataFolder)).toBe(true);
  store.close();
});

test('a folder that cannot be is refused with where and why', () => {
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  expect(open(join(file, 'data'))).toMatchObject({
    ok: false,
    error: { code: 'store_unwritable', params: { reason: 'ENOTDIR' } },
  });
});

test('what was written is there after closing and opening again', () => {
  const first = opened();
  first.db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES ('main', 'Main', 'UTC', 'CNY', ${1})`);
  first.close();
  const second = opened();
  expect(second.db.all(sql`SELECT id FROM rooms`)).toEqual([{ id: 'main' }]);
  second.close();
});

describe('a store that must not be opened', () => {
  test('of a newer program: refused, and not a byte of it changed', () => {
    const path = join(folder.path, 'cuedesk.sqlite');
    const newer = new BetterSqlite(path);
    newer.exec('CREATE TABLE of_the_future (a); PRAGMA user_version = 99;');
    newer.close();
    const before = readFileSync(path);
    expect(open()).toMatchObject({
      ok: false,
      error: { code: 'store_newer', params: { storeVersion: 99 } },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refusing lets go of the lock', () => {
    const path = join(folder.path, 'cuedesk.sqlite');
    const newer = new BetterSqlite(path);
    newer.pragma('user_version = 99');
    newer.close();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(open()).toMatchObject({ ok: false, error: { code: 'store_newer' } });
    }
  });

  test('damaged: put aside whole, and a new one is begun where there is no backup', () => {
    const bytes = 'this is no database at all'.repeat(200);
    writeFileSync(join(folder.path, 'cuedesk.sqlite'), bytes);
    opened().close();
    const { report } = readState(folder.path);
    expect(report).toMatchObject({ kind: 'recovered', found: 'at_open', backup: null });
    const kept = join(folder.path, 'quarantine', report?.quarantine ?? '', 'cuedesk.sqlite');
    expect(readFileSync(kept, 'utf8')).toBe(bytes);
  });
});
