import { accessSync, constants } from 'node:fs';

import type BetterSqlite from 'better-sqlite3';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Ports } from '../ports.ts';
import { noSteps, removeUnfinishedBackups } from '../store/backup.ts';
import { dataFiles } from '../store/data-files.ts';
import { engineOf, isDamage, type Engine } from '../store/engine.ts';
import { isNetworkAllowed, networkKindOfFolder } from '../store/folder-place.ts';
import { incomingBuilder } from '../store/incoming.ts';
import { makeFolder } from '../store/make-folder.ts';
import { removeSearchFile } from '../search/search-file.ts';
import {
  carryOutReplacement,
  pendingReplacement,
  requestReplacement,
} from '../store/replacement.ts';
import { readState, writeState } from '../store/store-state.ts';
import { Database } from './database.ts';
import { migrate, migrateWithoutCopy, newestVersion, refuseNewer } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { lockStore } from './store-lock.ts';

export type Store = {
  readonly db: Database;
  readonly path: string;
  /** The last core that had it open did not close it in order. */
  readonly wasLeftOpen: boolean;
  /** Checkpoints, closes and lets go of the lock. */
  close(): void;
};

export type StoreOptions = {
  readonly dataFolder: string;
  /** Compiled binding for a runtime with an old N-API; null uses the prebuilt one. */
  readonly sqliteBinding: string | null;
};

/** better-sqlite3's prebuilt binary needs this N-API; below it the process dies on opening. */
const NEEDED_NAPI = 10;

/**
 * Opens the one store of the data folder as its only writer: WAL, synchronous FULL, migrated.
 * What was requested is carried out first, and a damaged store is recovered. Refused:
 * store_unwritable, store_on_network, store_in_use, store_newer, store_full, backup_damaged.
 */
export function openStore(options: StoreOptions, ports: Ports): Result<Store> {
  const { dataFolder, sqliteBinding } = options;
  assertRuntime(sqliteBinding);
  try {
    makeFolder(dataFolder);
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    return fail('store_unwritable', { folder: dataFolder, reason: describe(error) });
  }
  const kind = networkKindOfFolder(dataFolder);
  if (kind !== null && !isNetworkAllowed(process.env)) {
    return fail('store_on_network', { folder: dataFolder, kind });
  }
  const engine = engineOf(sqliteBinding);
  const lock = lockStore(engine, dataFolder);
  if (!lock.ok) return lock;

  try {
    const opened = openLocked(engine, dataFolder, ports);
    if (!opened.ok) lock.value.release();
    if (!opened.ok) return opened;
    const { raw, wasLeftOpen } = opened.value;
    const { store } = dataFiles(dataFolder);
    const openReader = () => engine(store, { readonly: true });
    const db = new Database(raw, openReader, ports.logger, () => ports.clock.monotonicNow());
    return ok({
      db,
      path: store,
      wasLeftOpen,
      close() {
        db.close();
        writeState(dataFolder, { isOpen: false });
        lock.value.release();
      },
    });
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

type Opened = { readonly raw: BetterSqlite.Database; readonly wasLeftOpen: boolean };

/** Under the lock: what was requested first, then the store itself. */
function openLocked(engine: Engine, dataFolder: string, ports: Ports): Result<Opened> {
  removeUnfinishedBackups(dataFolder);
  replaceStore(engine, dataFolder, ports);
  const wasLeftOpen = readState(dataFolder).isOpen;
  const raw = openOrRecover(engine, dataFolder, ports);
  if (!raw.ok) return raw;
  try {
    writeState(dataFolder, { isOpen: true });
  } catch (error) {
    raw.value.close();
    throw error;
  }
  return ok({ raw: raw.value, wasLeftOpen });
}

/** A damaged store is put in order from its backups and from itself, once. */
function openOrRecover(
  engine: Engine,
  dataFolder: string,
  ports: Ports,
): Result<BetterSqlite.Database> {
  try {
    return openMigrated(engine, dataFolder, ports);
  } catch (error) {
    if (!isDamage(error)) throw error;
    ports.logger.log('error', 'store_damaged', { found: 'at_open', error: String(error) });
  }
  const nowTs = ports.clock.wallNow();
  requestReplacement(dataFolder, { reason: 'recover', found: 'at_open' }, nowTs);
  replaceStore(engine, dataFolder, ports);
  return openMigrated(engine, dataFolder, ports);
}

function replaceStore(engine: Engine, dataFolder: string, ports: Ports): void {
  // Of the store that goes; the one that comes fills its own.
  if (pendingReplacement(dataFolder) !== null) removeSearchFile(dataFolder);
  const build = incomingBuilder({
    engine,
    dataFolder,
    programVersion: newestVersion(migrations),
    bringToNewest: (raw) => migrateWithoutCopy(raw, migrations),
    wallNow: () => ports.clock.wallNow(),
    monotonicNow: () => ports.clock.monotonicNow(),
  });
  const report = carryOutReplacement(dataFolder, build, noSteps);
  if (report === null) return;
  const { kind, error, quarantine, tookMs } = report;
  ports.logger.log('info', 'store_replaced', { kind, code: error?.code, quarantine, tookMs });
}

function openMigrated(
  engine: Engine,
  dataFolder: string,
  ports: Ports,
): Result<BetterSqlite.Database> {
  const raw = engine(dataFiles(dataFolder).store);
  try {
    // Before the first pragma that writes: a newer store is refused as it is.
    const newer = refuseNewer(raw, migrations);
    if (newer === null) prepare(raw);
    const order = { engine, dataFolder, nowTs: ports.clock.wallNow() };
    const migrated = newer ?? migrate(raw, migrations, order, noSteps);
    if (migrated.ok) return ok(raw);
    raw.close();
    return migrated;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function prepare(raw: BetterSqlite.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 2000');
  raw.pragma('wal_autocheckpoint = 4000');
}

function assertRuntime(sqliteBinding: string | null): void {
  const napi = Number(process.versions.napi ?? 0);
  if (napi >= NEEDED_NAPI || sqliteBinding !== null) return;
  throw new Error(
    `This runtime has N-API ${napi}, the store's engine needs ${NEEDED_NAPI} or a compiled ` +
      'binding named by CUEDESK_SQLITE_BINDING. ' +
      `此运行环境的 N-API 为 ${napi}，存储引擎需要 ${NEEDED_NAPI}，或用 CUEDESK_SQLITE_BINDING 指定编译好的绑定。`,
  );
}

function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
