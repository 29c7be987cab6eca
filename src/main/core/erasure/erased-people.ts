import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';

import { z } from 'zod';

import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { readJson, writePrivateJson } from '../screens/private-file.ts';

/** One erased person: enough to know them again in an old copy, too little to say who it was. */
export type ErasedEntry = {
  /** 16 random bytes of this erasure alone; its hex also names the stand-in. */
  readonly salt: Buffer;
  readonly idHash: Buffer;
  readonly erasedTs: number;
};

/** HMAC-SHA-256 of (platform, platform id) under the erasure's own salt. */
export function hashPerson(salt: Uint8Array, platform: string, platformUserId: string): Buffer {
  return createHmac('sha256', salt).update(`${platform}\n${platformUserId}`).digest();
}

export function isErased(entry: ErasedEntry, platform: string, platformUserId: string): boolean {
  return timingSafeEqual(entry.idHash, hashPerson(entry.salt, platform, platformUserId));
}

/** The list of a store of today; empty for a store whose list is of an earlier shape. */
export function erasedEntries(db: ReadableDatabase): readonly ErasedEntry[] {
  if (!hasErasedList(db)) return [];
  return db
    .all<{ salt: Buffer; id_hash: Buffer; erased_ts: number }>(
      sql`SELECT salt, id_hash, erased_ts FROM erased_people ORDER BY erased_ts, salt`,
    )
    .map((row) => ({ salt: row.salt, idHash: row.id_hash, erasedTs: row.erased_ts }));
}

export function hasErasedList(db: ReadableDatabase): boolean {
  const column = db.get(sql`SELECT 1 AS held FROM pragma_table_info('erased_people')
    WHERE name = 'salt'`);
  return column !== undefined;
}

/** Of `known`, the erasures that this store has not heard of: it is older than they are. */
export function entriesMissingIn(
  db: ReadableDatabase,
  known: readonly ErasedEntry[],
): readonly ErasedEntry[] {
  const held = new Set(erasedEntries(db).map(({ salt }) => salt.toString('hex')));
  return known.filter(({ salt }) => !held.has(salt.toString('hex')));
}

const ListFile = z.strictObject({
  entries: z.array(
    z.strictObject({
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      idHash: z.string().regex(/^[0-9a-f]{64}$/),
      erasedTs: z.int().min(0),
    }),
  ),
});

function listPath(dataFolder: string): string {
  return join(dataFolder, 'erased-people.json');
}

/**
 * The list beside the store: it outlives the store being put back to an older copy, by whatever
 * means, so that nobody who was erased comes back with it.
 */
export function readErasedFile(dataFolder: string): readonly ErasedEntry[] {
  const list = readJson(listPath(dataFolder), ListFile);
  return (list?.entries ?? []).map(({ salt, idHash, erasedTs }) => ({
    salt: Buffer.from(salt, 'hex'),
    idHash: Buffer.from(idHash, 'hex'),
    erasedTs,
  }));
}

/** Adds to the list beside the store; what it holds already stays. */
export function addToErasedFile(dataFolder: string, entries: readonly ErasedEntry[]): void {
  const bySalt = new Map(
    [...readErasedFile(dataFolder), ...entries].map((entry) => [entry.salt.toString('hex'), entry]),
  );
  writePrivateJson(listPath(dataFolder), {
    entries: [...bySalt].map(([salt, { idHash, erasedTs }]) => ({
      salt,
      idHash: idHash.toString('hex'),
      erasedTs,
    })),
  });
}
