import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openStore, type Store } from '#core/database/open-store.ts';
import { migrations } from '#core/database/migrations/list.ts';
import { sql } from '#core/database/sql.ts';
import { insertScreen, pairedScreens, revokeScreen } from '#core/screens/screens.queries.ts';
import { makeBackup, noSteps } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { incomingBuilder } from '#core/store/incoming.ts';
import {
  carryOutReplacement,
  pendingReplacement,
  requestReplacement,
} from '#core/store/replacement.ts';
import { readState } from '#core/store/store-state.ts';
import { RoomId, ScreenId } from '#shared/model/ids.ts';
import { storeDump } from '#tests/support/store-dump.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const engine = engineOf(null);
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

function open(): Store {
  const opened = openStore({ dataFolder: folder.path, sqliteBinding: null }, testPorts());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

function addRoom(store: Store, id: string): void {
  store.db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES (${id}, ${id}, 'UTC', 'CNY', ${1})`);
}

function rooms(): unknown[] {
  const store = open();
  const ids = store.db.raw.prepare('SELECT id FROM rooms ORDER BY id').pluck().all();
  store.close();
  return ids;
}

/** A store with room `then`, a backup of it, and since then room `now`. */
function prepareBackup(): string {
  const store = open();
  addRoom(store, 'then');
  const order = { dataFolder: folder.path, reason: 'request', nowTs: TEST_NOW } as const;
  const made = makeBackup(engine, store.db.raw, order, noSteps);
  if (!made.ok) throw new Error(made.error.code);
  addRoom(store, 'now');
  store.close();
  return made.value.name;
}

function carryOut(atStep: (step: string) => void) {
  const build = incomingBuilder({
    engine,
    dataFolder: folder.path,
    programVersion: migrations.length,
    bringToNewest: () => undefined,
    wallNow: () => TEST_NOW,
    monotonicNow: () => 0,
  });
  return carryOutReplacement(folder.path, build, atStep);
}

/** The power goes off at this step; null: it does not. */
function carryOutUntil(cut: string | null): void {
  try {
    carryOut((step) => {
      if (step === cut) throw new Error('cut');
    });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'cut') throw error;
  }
}

describe('a backup that is restored', () => {
  test('is the store after the next opening; the replaced one is kept whole', () => {
    const backupName = prepareBackup();
    requestReplacement(folder.path, { reason: 'restore', backupName }, TEST_NOW);
    expect(rooms()).toEqual(['then']);
    expect(pendingReplacement(folder.path)).toBeNull();
    const { report } = readState(folder.path);
    expect(report).toMatchObject({ kind: 'restored', backup: { name: backupName, events: 0 } });
    const kept = join(dataFiles(folder.path).quarantine, report?.quarantine ?? '');
    const old = engine(join(kept, 'cuedesk.sqlite'), { readonly: true });
    expect(old.prepare('SELECT id FROM rooms ORDER BY id').pluck().all()).toEqual(['now', 'then']);
    old.close();
    expect(existsSync(join(dataFiles(folder.path).backups, backupName))).toBe(true);
  });

  test('lets in who is let in now: paired since stays, revoked since stays out', () => {
    const screen = (store: Store, name: string, role: 'anchor' | 'desk', roomId: string) =>
      insertScreen(store.db, RoomId.parse(roomId), {
        role,
        trade: null,
        name,
        tokenHash: new TextEncoder().encode(name),
        nowTs: TEST_NOW,
      });
    const before = open();
    addRoom(before, 'then');
    const lost = ScreenId.parse(screen(before, 'lost phone', 'anchor', 'then'));
    const made = makeBackup(
      engine,
      before.db.raw,
      { dataFolder: folder.path, reason: 'request', nowTs: TEST_NOW },
      noSteps,
    );
    if (!made.ok) throw new Error(made.error.code);
    revokeScreen(before.db, RoomId.parse('then'), lost, TEST_NOW + 1);
    addRoom(before, 'now');
    screen(before, 'tablet', 'anchor', 'then');
    screen(before, 'tablet of a room that goes', 'anchor', 'now');
    screen(before, 'desk in a browser', 'desk', 'now');
    before.close();
    const backupName = made.value.name;
    requestReplacement(folder.path, { reason: 'restore', backupName }, TEST_NOW);
    const after = open();
    const paired = pairedScreens(after.db, RoomId.parse('then')).map(({ name }) => name);
    const all = after.db.raw.prepare('SELECT count(*) FROM screens').pluck().get();
    after.close();
    expect(paired).toEqual(['tablet', 'desk in a browser']);
    expect(all).toBe(3);
  });

  test('that is damaged, gone or newer is not used: the store stays and the desk says why', () => {
    const backupName = prepareBackup();
    const path = join(dataFiles(folder.path).backups, backupName);
    const before = readFileSync(path);
    const spoilt: [string, () => void][] = [
      ['backup_damaged', () => writeFileSync(path, before.subarray(0, before.length - 8_192))],
      ['backup_damaged', () => writeFileSync(path, 'no store at all'.repeat(999))],
      [
        'store_newer',
        () => {
          writeFileSync(path, before);
          const db = engine(path);
          db.pragma('user_version = 99');
          db.close();
        },
      ],
    ];
    for (const [code, spoil] of spoilt) {
      spoil();
      requestReplacement(folder.path, { reason: 'restore', backupName }, TEST_NOW);
      expect(rooms()).toEqual(['now', 'then']);
      expect(readState(folder.path).report).toMatchObject({ kind: 'failed', error: { code } });
      expect(existsSync(dataFiles(folder.path).incoming)).toBe(false);
    }
    requestReplacement(folder.path, { reason: 'restore', backupName: 'gone.sqlite' }, TEST_NOW);
    expect(rooms()).toEqual(['now', 'then']);
    expect(readState(folder.path).report).toMatchObject({ error: { code: 'unknown_backup' } });
    expect(existsSync(dataFiles(folder.path).quarantine)).toBe(false);
  });
});

test('a power cut at any step ends with the old store or the restored one, whole', () => {
  const backupName = prepareBackup();
  // What a killed core leaves: the store with its log beside it.
  const running = open();
  addRoom(running, 'newest');
  const files = dataFiles(folder.path);
  const left = [files.store, ...files.companions].map(
    (path) => [path, readFileSync(path)] as const,
  );
  running.close();
  const steps: string[] = [];
  const putBack = (): void => {
    for (const [path, bytes] of left) writeFileSync(path, bytes);
    requestReplacement(folder.path, { reason: 'restore', backupName }, TEST_NOW);
  };
  putBack();
  carryOut((step) => steps.push(step));
  expect(steps).toEqual([
    'clear',
    'build',
    'built',
    'quarantine cuedesk.sqlite-wal',
    'quarantine cuedesk.sqlite-shm',
    'quarantine cuedesk.sqlite',
    'install',
    'use up',
    'report',
    'done',
  ]);
  for (const first of steps) {
    for (const second of [null, first]) {
      putBack();
      for (const cut of [first, second]) carryOutUntil(cut);
      expect(rooms(), `${first}, then ${second}`).toEqual(['then']);
      expect(readState(folder.path).report).toMatchObject({ kind: 'restored' });
      const kept = join(files.quarantine, readState(folder.path).report?.quarantine ?? '');
      expect(readdirSync(kept).length, first).toBeGreaterThanOrEqual(1);
      const old = engine(join(kept, 'cuedesk.sqlite'));
      expect(old.prepare('SELECT count(*) FROM rooms').pluck().get(), first).toBe(3);
      old.close();
    }
  }
}, 60_000);

test('a store that was made beside it takes its place and is used up', () => {
  prepareBackup();
  const other = temporaryFolder();
  const made = openStore({ dataFolder: other.path, sqliteBinding: null }, testPorts());
  if (!made.ok) throw new Error(made.error.code);
  addRoom(made.value, 'imported');
  const dump = storeDump(made.value.db.raw);
  made.value.close();
  const storePath = join(folder.path, 'import.sqlite');
  copyFileSync(dataFiles(other.path).store, storePath);
  other.clean();
  requestReplacement(folder.path, { reason: 'import', storePath }, TEST_NOW);
  carryOut(noSteps);
  const db = engine(dataFiles(folder.path).store);
  expect(storeDump(db)).toBe(dump);
  db.close();
  expect(existsSync(storePath)).toBe(false);
  expect(readState(folder.path).report).toMatchObject({ kind: 'imported' });
});

test('a store to import must lie in the data folder', () => {
  const outside = join(folder.path, '..', 'elsewhere.sqlite');
  expect(() =>
    requestReplacement(folder.path, { reason: 'import', storePath: outside }, TEST_NOW),
  ).toThrow(/data folder/);
});
