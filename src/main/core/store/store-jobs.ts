import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { randomFillSync } from 'node:crypto';

import { z } from 'zod';

import { AppError } from '#shared/contract/app-error.ts';
import { PersonToErase } from '#shared/model/erasure.ts';
import { Timestamp } from '#shared/model/ids.ts';
import { Backup, BackupReason } from '#shared/model/store.ts';
import { eraseCopy } from '../erasure/erase-copy.ts';
import { mergeShows, splitShow } from '../shows/merge/merge-shows.queries.ts';
import { systemClock } from '../system-ports.ts';
import { makeBackup, noSteps } from './backup.ts';
import { firstDamage } from './backup.queries.ts';
import { dataFiles } from './data-files.ts';
import { engineOf, isDamage } from './engine.ts';

const MIB = 1024 * 1024;
const JOIN_CACHE_KIB = 256 * 1024;

const common = { dataFolder: z.string(), sqliteBinding: z.string().nullable() };

/** Work on the store that takes seconds and must not hold up the core: each runs in a thread of its own. */
export const StoreJob = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('check'), ...common }),
  z.strictObject({
    type: z.literal('backup'),
    reason: BackupReason,
    nowTs: Timestamp,
    ...common,
  }),
  /** Erases a person from a copy of the store; `salt` in hex. */
  z.strictObject({
    type: z.literal('erase_copy'),
    path: z.string(),
    person: PersonToErase,
    salt: z.string(),
    ...common,
  }),
  /** Writes the store anew and empties its log; nobody else may write meanwhile. */
  z.strictObject({ type: z.literal('compact'), ...common }),
  z.strictObject({ type: z.literal('reserve'), bytes: z.int().positive(), ...common }),
  /** Makes one show of two, or takes one apart; nobody else may write meanwhile. */
  z.strictObject({
    type: z.literal('merge_shows'),
    firstId: z.int(),
    secondId: z.int(),
    nowTs: Timestamp,
    ...common,
  }),
  z.strictObject({ type: z.literal('split_show'), showId: z.int(), ...common }),
]);
export type StoreJob = z.infer<typeof StoreJob>;

export const StoreJobResult = z.discriminatedUnion('type', [
  /** `damage`: the first thing that was found; null for a whole store. */
  z.strictObject({ type: z.literal('checked'), damage: z.string().nullable() }),
  z.strictObject({ type: z.literal('backed_up'), backup: Backup }),
  z.strictObject({ type: z.literal('reserved') }),
  z.strictObject({ type: z.literal('shows_joined') }),
  z.strictObject({ type: z.literal('copy_erased') }),
  /** `isLogEmpty`: false when somebody still reads the old state. */
  z.strictObject({ type: z.literal('compacted'), isLogEmpty: z.boolean() }),
  z.strictObject({ type: z.literal('refused'), error: AppError }),
  /** Code of an error of SQLite or of the file system. */
  z.strictObject({ type: z.literal('failed'), code: z.string() }),
]);
export type StoreJobResult = z.infer<typeof StoreJobResult>;

/** How far a job is, 0 to 1; sent before its result. */
export const StoreJobProgress = z.strictObject({
  type: z.literal('progress'),
  fraction: z.number(),
});
export type StoreJobProgress = z.infer<typeof StoreJobProgress>;

/** Runs a job to its end, in the calling thread. */
export function runStoreJob(
  job: StoreJob,
  onFraction: (fraction: number) => void = () => undefined,
): StoreJobResult {
  try {
    switch (job.type) {
      case 'check':
        return { type: 'checked', damage: check(job) };
      case 'backup':
        return backUp(job);
      case 'erase_copy':
        eraseFrom(job, onFraction);
        return { type: 'copy_erased' };
      case 'compact':
        return { type: 'compacted', isLogEmpty: compact(job) };
      case 'merge_shows':
      case 'split_show':
        joinShows(job, onFraction);
        return { type: 'shows_joined' };
      case 'reserve':
        makeReserve(job.dataFolder, job.bytes);
        return { type: 'reserved' };
      default:
        return job satisfies never;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return { type: 'failed', code: String(error.code) };
    throw error;
  }
}

function check(job: StoreJob): string | null {
  const store = engineOf(job.sqliteBinding)(dataFiles(job.dataFolder).store, { readonly: true });
  try {
    return firstDamage(store);
  } catch (error) {
    if (isDamage(error)) return String(error);
    throw error;
  } finally {
    store.close();
  }
}

function backUp(job: Extract<StoreJob, { type: 'backup' }>): StoreJobResult {
  const engine = engineOf(job.sqliteBinding);
  const store = engine(dataFiles(job.dataFolder).store, { readonly: true });
  try {
    const made = makeBackup(engine, store, job, noSteps);
    return made.ok
      ? { type: 'backed_up', backup: made.value }
      : { type: 'refused', error: made.error };
  } finally {
    store.close();
  }
}

function eraseFrom(
  job: Extract<StoreJob, { type: 'erase_copy' }>,
  onFraction: (fraction: number) => void,
): void {
  const order = { person: job.person, salt: Buffer.from(job.salt, 'hex') };
  const ports = { clock: systemClock, logger: { log: () => undefined } };
  for (const fraction of eraseCopy(engineOf(job.sqliteBinding), job.path, order, ports)) {
    onFraction(fraction);
  }
}

function compact(job: StoreJob): boolean {
  const store = engineOf(job.sqliteBinding)(dataFiles(job.dataFolder).store);
  try {
    store.exec('VACUUM');
    const [log] = store.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return log?.busy === 0;
  } finally {
    store.close();
  }
}

function joinShows(
  job: Extract<StoreJob, { type: 'merge_shows' | 'split_show' }>,
  onFraction: (fraction: number) => void,
): void {
  const store = engineOf(job.sqliteBinding)(dataFiles(job.dataFolder).store);
  try {
    // Every index of the log is written in many places: what the usual cache holds is read again and again.
    store.pragma(`cache_size = -${JOIN_CACHE_KIB}`);
    if (job.type === 'merge_shows') mergeShows(store, job, onFraction);
    else splitShow(store, job.showId, onFraction);
  } finally {
    store.close();
  }
}

/** Really takes the room: zeros would be no room at all where the file system compresses. */
function makeReserve(dataFolder: string, bytes: number): void {
  const { reserve } = dataFiles(dataFolder);
  const unfinished = `${reserve}.new`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    const block = randomFillSync(Buffer.alloc(Math.min(bytes, MIB)));
    for (let left = bytes; left > 0; left -= block.length) {
      // Blocks that differ, so that none is stored once for all.
      block.writeDoubleLE(left, 0);
      writeSync(file, block, 0, Math.min(block.length, left));
    }
    fsyncSync(file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, reserve);
}
