import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';

/**
 * One writer across both hosts: an exclusive SQLite lock on a file of its own. The operating system
 * lets go of it when the process dies, so no stale lock can keep the operator out.
 */
export function lockStore(
  open: (path: string) => BetterSqlite.Database,
  dataFolder: string,
): Result<{ release(): void }> {
  const lock = open(join(dataFolder, 'cuedesk.lock'));
  try {
    lock.pragma('busy_timeout = 0');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return fail('store_in_use', { folder: dataFolder });
    throw error;
  }
  return ok({ release: () => lock.close() });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
