import { z } from 'zod';

import { AppError } from '../contract/app-error.ts';
import { Timestamp } from './ids.ts';

/** Why a backup was made: before a migration, after a show that ended, or because somebody asked. */
export const BackupReason = z.enum(['migration', 'show', 'request']);
export type BackupReason = z.infer<typeof BackupReason>;

/** A whole copy of the store in the data folder's `backups`. */
export const Backup = z.strictObject({
  /** File name, by which it is asked for. */
  name: z.string().min(1).max(200),
  madeTs: Timestamp,
  /** Null for a copy that an older program made. */
  reason: BackupReason.nullable(),
  bytes: z.int().min(0),
  /** Version of the store's tables; null where nobody has looked into the copy. */
  version: z.int().min(0).nullable(),
  shows: z.int().min(0).nullable(),
  events: z.int().min(0).nullable(),
  /** Was it opened, checked and compared with the store it was taken from? */
  isVerified: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** A stretch of one show, in show time. */
export const ShowStretch = z.strictObject({
  title: z.string(),
  events: z.int().min(0),
  fromTs: Timestamp.nullable(),
  toTs: Timestamp.nullable(),
});
export type ShowStretch = z.infer<typeof ShowStretch>;

/** What became of the store when it was replaced: shown until somebody has read it. */
export const StoreReport = z.strictObject({
  reportTs: Timestamp,
  kind: z.enum(['restored', 'imported', 'recovered', 'failed']),
  /** What was found that made a recovery necessary; null when somebody asked for the replacement. */
  found: z.enum(['at_open', 'by_check', 'while_running']).nullable(),
  /** Why it could not be done; the store is then as it was. */
  error: AppError.nullable(),
  /** The backup that was put in place; null when everything was taken from the damaged file. */
  backup: z
    .strictObject({
      name: z.string(),
      madeTs: Timestamp,
      shows: z.int().min(0),
      events: z.int().min(0),
    })
    .nullable(),
  /** Where the replaced files are kept, relative to the data folder. */
  quarantine: z.string().nullable(),
  /** Newer than the backup and read from the damaged file. */
  salvaged: z.strictObject({ events: z.int().min(0), shows: z.array(ShowStretch) }),
  lost: z.strictObject({
    /** Events that were there and could not be read; null when nobody can know how many. */
    events: z.int().min(0).nullable(),
    /** From when to when something is missing, in the time of the events. */
    fromTs: Timestamp.nullable(),
    toTs: Timestamp.nullable(),
    shows: z.array(ShowStretch),
    /** Rows of other tables that could not be read. */
    otherRows: z.int().min(0),
  }),
  tookMs: z.int().min(0),
});
export type StoreReport = z.infer<typeof StoreReport>;

/** How the store is looked after while the desk runs. */
export const StoreKeeping = z.strictObject({
  /** The last look through the whole file; `none`: nobody has looked since it was last put in order. */
  check: z.strictObject({
    state: z.enum(['none', 'running', 'whole', 'damaged', 'failed']),
    checkedTs: Timestamp.nullable(),
  }),
  backup: z.strictObject({
    isRunning: z.boolean(),
    /** The newest that is verified; null when there is none. */
    last: Backup.nullable(),
    /** Why the last one could not be made. */
    error: AppError.nullable(),
  }),
  space: z.strictObject({
    /** Bytes that may still be written; null where the system does not say. */
    freeBytes: z.int().min(0).nullable(),
    /** Free some: a long show may not fit. */
    isLow: z.boolean(),
    /** Is room held back that a full disk is given in need? */
    hasReserve: z.boolean(),
  }),
  wal: z.strictObject({
    bytes: z.int().min(0),
    /** Another program reads the store and keeps its log from shrinking. */
    isPinned: z.boolean(),
  }),
  /** What became of the store when it was replaced, until somebody has read it. */
  report: StoreReport.nullable(),
});
export type StoreKeeping = z.infer<typeof StoreKeeping>;
