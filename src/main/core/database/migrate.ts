import type BetterSqlite from 'better-sqlite3';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { makeBackup, noSteps, type AtStep } from '../store/backup.ts';
import { versionOf } from '../store/backup.queries.ts';
import type { Engine } from '../store/engine.ts';
import type { Migration } from './migrations/list.ts';

type Refusal = ReturnType<typeof fail>;

export type MigrationOrder = {
  readonly engine: Engine;
  /** Where the copy from before goes. */
  readonly dataFolder: string;
  readonly nowTs: number;
};

/**
 * Brings a store to the newest version in one transaction: where any statement fails, the store is
 * as it was. One that holds something is copied whole and verified before; a newer store than this
 * program is refused, as is one that cannot be copied (store_full, backup_damaged).
 */
export function migrate(
  raw: BetterSqlite.Database,
  migrations: readonly Migration[],
  order: MigrationOrder,
  atStep: AtStep,
): Result<{ readonly from: number; readonly to: number }> {
  const newer = refuseNewer(raw, migrations);
  if (newer !== null) return newer;
  const from = versionOf(raw);
  const pending = migrations.filter((migration) => migration.number > from);
  if (from > 0 && pending.length > 0) {
    const { engine, dataFolder, nowTs } = order;
    const copied = makeBackup(engine, raw, { dataFolder, reason: 'migration', nowTs }, atStep);
    if (!copied.ok) return copied;
  }
  runAll(raw, pending, atStep);
  return ok({ from, to: newestVersion(migrations) });
}

/** For a store that is itself a copy. */
export function migrateWithoutCopy(
  raw: BetterSqlite.Database,
  migrations: readonly Migration[],
): void {
  const from = versionOf(raw);
  const pending = migrations.filter((migration) => migration.number > from);
  runAll(raw, pending, noSteps);
}

function runAll(raw: BetterSqlite.Database, pending: readonly Migration[], atStep: AtStep): void {
  withoutForeignKeys(raw, () => {
    for (const migration of pending) runMigration(raw, migration, atStep);
  });
  nameEventKinds(raw);
}

/** store_newer where a newer program has written the store; null where it can be opened. */
export function refuseNewer(
  raw: BetterSqlite.Database,
  migrations: readonly Migration[],
): Refusal | null {
  const storeVersion = versionOf(raw);
  const programVersion = newestVersion(migrations);
  return storeVersion > programVersion
    ? fail('store_newer', { storeVersion, programVersion })
    : null;
}

export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

function runMigration(raw: BetterSqlite.Database, migration: Migration, atStep: AtStep): void {
  const { number } = migration;
  migration.statements(raw).forEach((statement, index) => {
    atStep(`migration ${number}.${index + 1}`);
    raw.exec(statement);
  });
  atStep(`migration ${number} ends`);
  const broken = raw.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`migration ${number} leaves ${broken.length} broken references`);
  }
  raw.pragma(`user_version = ${number}`);
}

/** All or nothing. Tables may be made anew, so references are checked at the end and not within. */
function withoutForeignKeys(raw: BetterSqlite.Database, work: () => void): void {
  const hadForeignKeys = raw.pragma('foreign_keys', { simple: true });
  raw.pragma('foreign_keys = OFF');
  try {
    raw.transaction(work)();
  } finally {
    raw.pragma(`foreign_keys = ${String(hadForeignKeys)}`);
  }
}

/** The names of the integer kinds, so that plain SQL can read the store. */
function nameEventKinds(raw: BetterSqlite.Database): void {
  const insert = raw.prepare('INSERT OR IGNORE INTO event_kinds (code, name) VALUES (?, ?)');
  raw.transaction(() => {
    for (const [name, code] of Object.entries(EVENT_KIND_CODES)) insert.run(code, name);
  })();
}
