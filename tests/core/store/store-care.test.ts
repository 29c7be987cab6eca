import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ReaderEvicted } from '#core/database/database.ts';
import { sql } from '#core/database/sql.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { JobRunner } from '#core/store/job-runner.ts';
import { pendingReplacement } from '#core/store/replacement.ts';
import { readState, writeState } from '#core/store/store-state.ts';
import { WalKeeper } from '#core/store/wal-keeper.ts';
import { RoomId } from '#shared/model/ids.ts';
import { settled, startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { damage, fillStore } from '#tests/support/damaged-store.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import { openTestStore, temporaryFolder, type TestStore } from '#tests/support/test-store.ts';

const WORKER = fileURLToPath(
  new URL('../../../src/main/core/store/store-worker.ts', import.meta.url),
);
const MIB = 1024 * 1024;

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

describe('after a core that did not close the store', () => {
  async function startAfterCrash(): Promise<CoreRig> {
    writeState(folder.path, { isOpen: true });
    const rig = await startRig(folder.path);
    await settled();
    return rig;
  }

  test('the whole file is looked through, and the desk says what was found', async () => {
    const rig = await startAfterCrash();
    const desk = rig.screen('desk');
    expect(desk.slice('store').keeping.check.state).toBe('whole');
    await rig.close();
    expect(readState(folder.path)).toMatchObject({ isOpen: false, lastCheck: { isWhole: true } });
  });

  test('damage that it finds is put in order by the next start, at once', async () => {
    fillStore(folder.path, 600, 600, true);
    damage(folder.path, 'one page of events garbled');
    const rig = await startAfterCrash();
    expect(pendingReplacement(folder.path)).toMatchObject({ reason: 'recover', found: 'by_check' });
    let restarts = 0;
    rig.core.onRestartWanted(() => (restarts += 1));
    await rig.advance(100);
    expect(restarts).toBe(1);
    await rig.close();
    const again = await startRig(folder.path);
    const { report, check } = again.screen('desk', RoomId.parse('today')).slice('store').keeping;
    expect(report).toMatchObject({ kind: 'recovered', found: 'by_check' });
    // What was said of the file that is put aside is said no more.
    expect(check.state).toBe('whole');
    await again.close();
  });

  test('an ordered stop asks for none', async () => {
    const first = await startRig(folder.path);
    await first.close();
    const second = await startRig(folder.path);
    expect(second.screen('desk').slice('store').keeping.check.state).toBe('none');
    await second.close();
  });
});

/** Shows that have the row from which lists read. */
function counted(rig: CoreRig): unknown {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const count = db.prepare('SELECT count(*) FROM show_figures').pluck().get();
  db.close();
  return count;
}

test('a show that was live is counted and copied some time after its end, a demo is only counted', async () => {
  const rig = await startRig(folder.path);
  const desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 1, language: 'zh-CN', speed: 20, eventsPerSecond: null });
  await desk.must('show.end', {});
  await rig.advance(2_000);
  await desk.must('show.leave', {});
  expect((await desk.must('store.backups', {})).backups).toEqual([]);
  await desk.must('show.create', { title: 'Evening', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  await desk.must('show.end', {});
  await settled();
  // Its review is read first.
  expect((await desk.must('store.backups', {})).backups).toEqual([]);
  expect(counted(rig)).toBe(1);
  await rig.advance(300);
  expect(counted(rig)).toBe(2);
  await rig.advance(2_000);
  await settled();
  const { backups } = await desk.must('store.backups', {});
  expect(backups).toMatchObject([{ reason: 'show', isVerified: true, shows: 2 }]);
  expect(desk.slice('store').keeping.backup.last).toEqual(backups[0]);
  await rig.close();
});

describe('the thread beside the core', () => {
  test('checks, copies and holds room back while the core goes on', async () => {
    fillStore(folder.path, 600, 1, false);
    const runner = new JobRunner(WORKER, testPorts().logger);
    const place = { dataFolder: folder.path, sqliteBinding: null };
    let turns = 0;
    const count = setInterval(() => (turns += 1), 1);
    const results = await Promise.all([
      runner.run({ type: 'check', ...place }),
      runner.run({ type: 'backup', reason: 'request', nowTs: 5, ...place }),
      runner.run({ type: 'reserve', bytes: 3 * MIB + 1, ...place }),
    ]);
    clearInterval(count);
    expect(results).toMatchObject([
      { type: 'checked', damage: null },
      { type: 'backed_up', backup: { isVerified: true, events: 601 } },
      { type: 'reserved' },
    ]);
    expect(turns).toBeGreaterThan(0);
    const { size, blocks } = statSync(dataFiles(folder.path).reserve);
    expect(size).toBe(3 * MIB + 1);
    // Really on the disk, not a hole.
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    await runner.close();
    expect(await runner.run({ type: 'check', ...place })).toBeNull();
  });
});

describe('the log of the store', () => {
  let store: TestStore;
  let wal: WalKeeper;

  beforeEach(() => {
    store = openTestStore();
    wal = new WalKeeper(store.store.db, store.store.path, store.ports);
  });
  afterEach(() => {
    wal.close();
    store.close();
  });

  function write(mebibytes: number): void {
    const { db } = store.store;
    for (let at = 0; at < mebibytes; at += 1) {
      db.run(sql`INSERT INTO raw_frames (source_id, received_ts, is_bad, frame)
        VALUES (${1}, ${1}, ${0}, ${new Uint8Array(MIB)})`);
      store.ports.clock.advance(1_000);
    }
  }

  const walBytes = (): number => statSync(`${store.store.path}-wal`).size;

  test('is cut to nothing within half a minute of a commit', () => {
    write(1);
    expect(walBytes()).toBeGreaterThan(MIB);
    store.ports.clock.advance(30_000);
    expect(walBytes()).toBe(0);
  });

  test('a reader of ours that holds it is ended, and it stays under 64 MB', () => {
    write(2);
    const rows = store.store.db.each(sql`SELECT id FROM raw_frames ORDER BY id`);
    expect(rows.next().value).toEqual({ id: 1 });
    let largest = 0;
    for (let round = 0; round < 100; round += 1) {
      write(1);
      largest = Math.max(largest, walBytes());
    }
    expect(largest).toBeLessThan(64 * MIB);
    expect(() => rows.next()).toThrow(ReaderEvicted);
    expect(wal.state().isPinned).toBe(false);
    store.ports.clock.advance(30_000);
    expect(walBytes()).toBe(0);
  });

  test('another program that holds it is told of, until it lets go', () => {
    write(2);
    const other = new BetterSqlite(store.store.path, { readonly: true });
    const rows = other.prepare('SELECT id FROM raw_frames').iterate();
    rows.next();
    write(60);
    expect(wal.state()).toMatchObject({ isPinned: true });
    rows.return?.();
    other.close();
    store.ports.clock.advance(30_000);
    expect(wal.state()).toEqual({ bytes: 0, isPinned: false });
  });
});
