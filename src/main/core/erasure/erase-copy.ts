import { rmSync, statSync } from 'node:fs';

import type { PersonToErase } from '#shared/model/erasure.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Backup } from '#shared/model/store.ts';
import type { Ports } from '../ports.ts';
import { readJson } from '../screens/private-file.ts';
import { verify } from '../store/backup.ts';
import { moveDurably, syncFile, writeDurably } from '../store/durable-files.ts';
import type { Engine } from '../store/engine.ts';
import { entriesMissingIn, hashPerson, hasErasedList } from './erased-people.ts';
import { highestSeq, hasTable } from './erase-rows.queries.ts';
import { becomeStandIn, eraseSteps, type EraseOrder } from './erase-steps.ts';
import { forgetOrder, listErased } from './erasure-rows.queries.ts';

export type CopyOrder = Omit<EraseOrder, 'untilSeq'>;

/**
 * Erases a person from a copy of the store (a backup, a quarantined file) in short steps of one
 * transaction, then writes the copy anew so that no freed page keeps a trace. The copy is whole at
 * every moment; cut off, it is as it was.
 * Throws SqliteError where the copy is damaged.
 */
export function* eraseCopy(
  engine: Engine,
  path: string,
  order: CopyOrder,
  ports: Pick<Ports, 'clock' | 'logger'>,
): Generator<number> {
  const bytesBefore = statSync(path).size;
  const raw = engine(path);
  const anew = `${path}.erasing`;
  try {
    // Also takes in what a write-ahead log beside it still holds.
    raw.pragma('journal_mode = DELETE');
    raw.pragma('secure_delete = ON');
    const openReader = () => engine(path, { readonly: true });
    const db = new Database(raw, openReader, ports.logger, () => ports.clock.monotonicNow());
    if (!hasTable(db, 'events') || !hasTable(db, 'people')) return;
    if (isTreated(db, order.salt)) return;
    db.run(sql`BEGIN IMMEDIATE`);
    const person = withNamesOf(db, order);
    const untilSeq = untilSeqOf(db, order.salt) ?? highestSeq(db);
    const steps = eraseSteps(db, { ...order, person, untilSeq }, () => undefined);
    for (const { fraction } of steps) yield fraction;
    markTreated(db, order, ports.clock.wallNow());
    db.run(sql`COMMIT`);
    rmSync(anew, { force: true });
    db.run(sql`VACUUM INTO ${anew}`);
  } finally {
    raw.close();
  }
  syncFile(anew);
  if (verify(engine, anew) === null) throw new Error('the copy written anew is damaged');
  moveDurably(anew, path);
  describeAnew(path, bytesBefore);
}

/** A backup is known by its size: what is said of it stays true. */
function describeAnew(path: string, bytesBefore: number): void {
  const described = readJson(`${path}.json`, Backup);
  if (described === null || described.bytes !== bytesBefore) return;
  writeDurably(`${path}.json`, JSON.stringify({ ...described, bytes: statSync(path).size }));
}

function withNamesOf(db: Database, { person, salt }: CopyOrder): PersonToErase {
  const known = becomeStandIn(db, person.platform, person.platformUserId, salt);
  return { ...person, names: [...new Set([...person.names, ...known])] };
}

/** A copy that was made while the erasure ran may hold what came after the request. */
function untilSeqOf(db: Database, salt: Buffer): number | null {
  if (!hasErasedList(db)) return null;
  const query = sql`SELECT until_seq FROM erasures WHERE salt = ${salt}`;
  return db.get<{ until_seq: number }>(query)?.until_seq ?? null;
}

/** Its own list knows of the erasure and no request of it is open: the copy was made afterwards. */
function isTreated(db: Database, salt: Buffer): boolean {
  if (!hasErasedList(db)) return false;
  const idHash = Buffer.alloc(32);
  if (entriesMissingIn(db, [{ salt, idHash, erasedTs: 0 }]).length > 0) return false;
  return (
    db.get(sql`SELECT 1 AS held FROM erasures WHERE salt = ${salt} AND stage <> 'done'`) ===
    undefined
  );
}

/** A copy of an earlier shape has no place for it and is looked through again each time. */
function markTreated(db: Database, order: CopyOrder, nowTs: number): void {
  if (!hasErasedList(db)) return;
  const { platform, platformUserId } = order.person;
  const idHash = hashPerson(order.salt, platform, platformUserId);
  listErased(db, { salt: order.salt, idHash, erasedTs: nowTs });
  forgetOrder(db, order.salt, nowTs);
}
