import BetterSqlite from 'better-sqlite3';

export type StoredFacts = {
  readonly events: number;
  /** Rows beyond the first of one (show, source, key). */
  readonly doubled: number;
  readonly integrity: string;
  readonly lastSeq: number;
};

/** Read by SQL alone; the store may be in use. */
export function storedFacts(storePath: string): StoredFacts {
  const db = new BetterSqlite(storePath, { readonly: true });
  const one = (query: string): number => Number(db.prepare(query).pluck().get());
  const facts = {
    events: one('SELECT count(*) FROM events'),
    doubled: one(
      'SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT show_id, source_room_id, dedupe_key FROM events)) FROM events',
    ),
    integrity: String(db.pragma('integrity_check', { simple: true })),
    lastSeq: one('SELECT coalesce(max(seq), 0) FROM events'),
  };
  db.close();
  return facts;
}

/** Sequence numbers up to `lastSeq` that the store does not hold: acknowledged ones are never gone. */
export function missingUpTo(storePath: string, seqs: readonly number[]): number {
  const db = new BetterSqlite(storePath, { readonly: true });
  const find = db.prepare('SELECT 1 FROM events WHERE seq = ?').pluck();
  const missing = seqs.filter((seq) => find.get(seq) === undefined).length;
  db.close();
  return missing;
}

/** Every sequence number that the store holds now. */
export function storedSeqs(storePath: string): readonly number[] {
  const db = new BetterSqlite(storePath, { readonly: true });
  const seqs = db.prepare('SELECT seq FROM events').pluck().all() as number[];
  db.close();
  return seqs;
}

/** One number of the store, by SQL. */
export function countRows(storePath: string, query: string): number {
  const db = new BetterSqlite(storePath, { readonly: true });
  const count = Number(db.prepare(query).pluck().get());
  db.close();
  return count;
}
