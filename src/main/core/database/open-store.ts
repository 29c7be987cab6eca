import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Ports } from '../ports.ts';
import { Database } from './database.ts';
import { migrate, refuseNewer } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { lockStore } from './store-lock.ts';

export type Store = {
  readonly db: Database;
  readonly path: string;
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
 * Refused: store_unwritable, store_in_use, store_newer. Throws SqliteError where the file is damaged.
 */
export function openStore(options: StoreOptions, ports: Ports): Result<Store> {
  const { dataFolder, sqliteBinding } = options;
  assertRuntime(sqliteBinding);
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    return fail('store_unwritable', { folder: dataFolder, reason: describe(error) });
  }
  const openFile = (path: string): BetterSqlite.Database =>
    new BetterSqlite(path, sqliteBinding === null ? {} : { nativeBinding: sqliteBinding });

  const lock = lockStore(openFile, dataFolder);
  if (!lock.ok) return lock;

  const path = join(dataFolder, 'cuedesk.sqlite');
  try {
    const opened = openMigrated(openFile, path, dataFolder);
    if (!opened.ok) {
      lock.value.release();
      return opened;
    }
    const db = new Database(opened.value, ports.logger, () => ports.clock.monotonicNow());
    return ok({
      db,
      path,
      close() {
        db.close();
        lock.value.release();
      },
    });
  } catch (error) {
    lock.value.release();
    throw error;
  }
}

function openMigrated(
  openFile: (path: string) => BetterSqlite.Database,
  path: string,
  dataFolder: string,
): Result<BetterSqlite.Database> {
  const raw = openFile(path);
  try {
    // Before the first pragma that writes: a newer store is refused as it is.
    const newer = refuseNewer(raw, migrations);
    if (newer === null) prepare(raw);
    const migrated = newer ?? migrate(raw, migrations, dataFolder);
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
