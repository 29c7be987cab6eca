import type BetterSqlite from 'better-sqlite3';

import type { ShowStretch } from '#shared/model/store.ts';
import {
  columnsOf,
  DAMAGED,
  isUnusable,
  putter,
  salvageByRowid,
  type Hole,
  type Salvage,
} from './salvage.queries.ts';

/** Rows copied by one statement; where it fails, each half of them by one of its own. */
const CHUNK = 50_000n;
/** Down to so few, which are read one by one. */
const READ_ONE_BY_ONE = 200n;
/** From here on, where more is added than is there, it is quicker to make the indexes anew than to keep them. */
const MANY_EVENTS = 100_000n;

/** The newest event of the store that is being filled. */
export function lastSeqOf(db: BetterSqlite.Database): bigint {
  return db
    .prepare('SELECT coalesce(max(seq), 0) FROM main.events')
    .pluck()
    .safeIntegers()
    .get() as bigint;
}

/** Copies every event behind `afterSeq` out of the damaged store. Returns what could not be read. */
export function salvageEvents(salvage: Salvage, afterSeq: bigint): readonly Hole[] {
  const { db } = salvage;
  const held = new Set(columnsOf(db, DAMAGED, 'events'));
  const columns = columnsOf(db, 'main', 'events').filter((name) => held.has(name));
  if (columns.length === 0) return [{ after: afterSeq, until: null }];
  const lastSeq = lastSeqOfDamaged(db);
  const work = (): readonly Hole[] => copyInChunks(salvage, columns, afterSeq, lastSeq);
  const isMost =
    lastSeq === null || (lastSeq - afterSeq > MANY_EVENTS && lastSeq - afterSeq > afterSeq);
  return isMost ? withoutIndexes(db, work) : work();
}

function copyInChunks(
  { db, damaged }: Salvage,
  columns: readonly string[],
  afterSeq: bigint,
  lastSeq: bigint | null,
): readonly Hole[] {
  const names = columns.join(', ');
  const put = putter(db, 'events', columns);
  const readOneByOne = (after: bigint, until: bigint | null): readonly Hole[] =>
    salvageByRowid(damaged, { table: 'events', key: 'seq', names, after, until }, put);
  if (lastSeq === null) return readOneByOne(afterSeq, null);
  const copy = db.prepare(
    `INSERT OR REPLACE INTO main.events (${names}) SELECT ${names} FROM ${DAMAGED}.events
     WHERE seq > :after AND seq <= :until LIMIT :until - :after`,
  );
  const copied = db
    .prepare('SELECT count(*) FROM main.events WHERE seq > :after AND seq <= :until')
    .pluck();
  const holes: Hole[] = [];
  const copyStretch = (after: bigint, until: bigint): void => {
    try {
      const { changes } = copy.run({ after, until });
      // Pages that lead back to each other give the same rows again and again, and not all others.
      if (copied.get({ after, until }) === changes) return;
    } catch (error) {
      if (!isUnusable(error)) throw error;
    }
    if (until - after > READ_ONE_BY_ONE) {
      const middle = (after + until) / 2n;
      copyStretch(after, middle);
      copyStretch(middle, until);
      return;
    }
    for (const hole of readOneByOne(after, until)) {
      holes.push({ ...hole, until: hole.until ?? until + 1n });
    }
  };
  for (let at = afterSeq; at < lastSeq; at += CHUNK) {
    copyStretch(at, at + CHUNK < lastSeq ? at + CHUNK : lastSeq);
  }
  return holes;
}

/** The highest seq the damaged store ever gave; null when that cannot be read. */
export function lastSeqOfDamaged(db: BetterSqlite.Database): bigint | null {
  const queries = [
    `SELECT seq FROM ${DAMAGED}.sqlite_sequence WHERE name = 'events'`,
    `SELECT max(seq) FROM ${DAMAGED}.events`,
  ];
  for (const query of queries) {
    try {
      const seq = db.prepare(query).pluck().safeIntegers().get();
      if (typeof seq === 'bigint' && isPlausible(db, seq)) return seq;
    } catch (error) {
      if (!isUnusable(error)) throw error;
    }
  }
  return null;
}

/** A number that was garbled would have stretches read that nobody ever wrote. */
function isPlausible(db: BetterSqlite.Database, seq: bigint): boolean {
  const pages = db.pragma(`${DAMAGED}.page_count`, { simple: true });
  const pageBytes = db.pragma(`${DAMAGED}.page_size`, { simple: true });
  return seq >= 0n && seq - lastSeqOf(db) <= BigInt(Number(pages) * Number(pageBytes));
}

function withoutIndexes<T>(db: BetterSqlite.Database, work: () => T): T {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM main.sqlite_schema
       WHERE type = 'index' AND tbl_name = 'events' AND sql IS NOT NULL`,
    )
    .all() as { readonly name: string; readonly sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX main.${name}`);
  const result = work();
  for (const { sql } of indexes) makeIndex(db, sql);
  return result;
}

/** Bytes that are no event of ours may repeat a key; the first of each then stands. */
function makeIndex(db: BetterSqlite.Database, sql: string): void {
  try {
    db.exec(sql);
  } catch (error) {
    if (!isUnusable(error)) throw error;
    db.exec(`DELETE FROM main.events WHERE source_room_id IS NOT NULL AND seq NOT IN (
      SELECT min(seq) FROM main.events WHERE source_room_id IS NOT NULL
      GROUP BY show_id, source_room_id, dedupe_key)`);
    db.exec(sql);
  }
}

/**
 * Gifts of the backup that went on growing after it: their rows as the damaged store has them.
 * Returns their shows.
 */
export function renewGrownStreaks(
  db: BetterSqlite.Database,
  before: ReadonlyMap<bigint, bigint>,
  lastSeqOfBackup: bigint,
): readonly number[] {
  const showIds = new Set<number>();
  const streaks = db
    .prepare('SELECT seq, count, show_id AS showId FROM main.gift_streaks WHERE seq <= ?')
    .safeIntegers()
    .all(lastSeqOfBackup) as Record<'seq' | 'count' | 'showId', bigint>[];
  const renew = db.prepare(
    `UPDATE main.events SET (text, body) = (SELECT text, body FROM ${DAMAGED}.events WHERE seq = :seq)
     WHERE seq = :seq AND EXISTS (SELECT 1 FROM ${DAMAGED}.events WHERE seq = :seq)`,
  );
  for (const { seq, count, showId } of streaks) {
    if (before.get(seq) === count) continue;
    try {
      renew.run({ seq });
      showIds.add(Number(showId));
    } catch (error) {
      if (!isUnusable(error)) throw error;
    }
  }
  return [...showIds];
}

export function streakCounts(db: BetterSqlite.Database): ReadonlyMap<bigint, bigint> {
  const rows = db.prepare('SELECT seq, count FROM main.gift_streaks').safeIntegers().raw().all();
  return new Map(rows as [bigint, bigint][]);
}

/** Removes events that cannot be read back. Returns how many. */
export function dropUnreadableEvents(db: BetterSqlite.Database, afterSeq: bigint): number {
  return db
    .prepare(
      `DELETE FROM main.events WHERE seq > ? AND (json_valid(body) = 0
         OR kind NOT IN (SELECT code FROM main.event_kinds))`,
    )
    .run(afterSeq).changes;
}

/** What is behind `afterSeq`, show by show. */
export function stretchesAfter(
  db: BetterSqlite.Database,
  afterSeq: bigint,
): readonly ShowStretch[] {
  return db
    .prepare(
      `SELECT s.title, count(*) AS events, min(e.event_ts) AS fromTs, max(e.event_ts) AS toTs
       FROM main.events e JOIN main.shows s ON s.id = e.show_id WHERE e.seq > ?
       GROUP BY e.show_id ORDER BY e.show_id`,
    )
    .all(afterSeq) as ShowStretch[];
}

/** Between which readable events a hole lies. */
export function edgesOf(
  db: BetterSqlite.Database,
  hole: Hole,
): { readonly title: string | null; readonly fromTs: number | null; readonly toTs: number | null } {
  const edge = `SELECT s.title, e.event_ts AS ts FROM main.events e JOIN main.shows s ON s.id = e.show_id`;
  type Edge = { readonly title: string; readonly ts: number } | undefined;
  const before = db
    .prepare(`${edge} WHERE e.seq <= ? ORDER BY e.seq DESC LIMIT 1`)
    .get(hole.after) as Edge;
  const after = (
    hole.until === null
      ? undefined
      : db.prepare(`${edge} WHERE e.seq >= ? ORDER BY e.seq LIMIT 1`).get(hole.until)
  ) as Edge;
  const title = (after ?? before)?.title ?? null;
  return { title, fromTs: before?.ts ?? null, toTs: after?.ts ?? null };
}
