import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { Migration } from './migrations/list.ts';

type Refusal = ReturnType<typeof fail>;

/**
 * Brings a store to the newest version, one transaction for each step. A store that holds something
 * is copied whole (VACUUM INTO) before its first step; a newer store than this program is refused.
 */
export function migrate(
  raw: BetterSqlite.Database,
  migrations: readonly Migration[],
  dataFolder: string,
): Result<{ readonly from: number; readonly to: number }> {
  const newer = refuseNewer(raw, migrations);
  if (newer !== null) return newer;
  const from = versionOf(raw);
  const newest = migrations.at(-1)?.number ?? 0;
  const pending = migrations.filter((migration) => migration.number > from);
  if (from > 0 && pending.length > 0) backUp(raw, dataFolder, from);
  for (const migration of pending) {
    raw.transaction(() => {
      raw.exec(migration.sql);
      raw.pragma(`user_version = ${migration.number}`);
    })();
  }
  nameEventKinds(raw);
  return ok({ from, to: newest });
}

/** store_newer where a newer program has written the store; null where it can be opened. */
export function refuseNewer(
  raw: BetterSqlite.Database,
  migrations: readonly Migration[],
): Refusal | null {
  const storeVersion = versionOf(raw);
  const programVersion = migrations.at(-1)?.number ?? 0;
  return storeVersion > programVersion
    ? fail('store_newer', { storeVersion, programVersion })
    : null;
}

function versionOf(raw: BetterSqlite.Database): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

function backUp(raw: BetterSqlite.Database, dataFolder: string, version: number): void {
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder, { recursive: true });
  // Made anew under a name of its own, so that a crash half-way never passes for a backup.
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  raw.prepare('VACUUM INTO ?').run(join(folder, `before-migration-${version}-${stamp}.sqlite`));
}

/** The names of the integer kinds, so that plain SQL can read the store. */
function nameEventKinds(raw: BetterSqlite.Database): void {
  const insert = raw.prepare('INSERT OR IGNORE INTO event_kinds (code, name) VALUES (?, ?)');
  raw.transaction(() => {
    for (const [name, code] of Object.entries(EVENT_KIND_CODES)) insert.run(code, name);
  })();
}
