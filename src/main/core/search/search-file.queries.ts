import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Another number makes every index anew. */
export const INDEX_FORMAT = 1;
/** Rows of the log that share one line of `times`. */
const BLOCK_ROWS = 2_048;

/**
 * The words are in a contentless FTS5 table: of each message the grams alone (`grams.rules.ts`), and
 * tokens of its person and kind. `detail=none`: which message holds a gram, not where. FTS5's own
 * merging is off, since it comes in long strokes; `mergeSome` does it in short ones.
 */
export function createIndex(db: WritableDatabase): void {
  db.run(sql`CREATE VIRTUAL TABLE words USING fts5(
    grams, content='', columnsize=0, detail=none, tokenize='ascii')`);
  db.run(sql`INSERT INTO words (words, rank) VALUES ('automerge', 0)`);
  db.run(sql`INSERT INTO words (words, rank) VALUES ('crisismerge', 400)`);
  db.run(sql`CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    low INTEGER NOT NULL, high INTEGER NOT NULL,
    low_mark TEXT NOT NULL, high_mark TEXT NOT NULL) STRICT`);
  db.run(sql`CREATE TABLE times (
    block INTEGER PRIMARY KEY, from_ts INTEGER NOT NULL, to_ts INTEGER NOT NULL) STRICT`);
  db.run(sql`CREATE TABLE spans (
    show_id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL) STRICT`);
  // Notes of gifts that may still grow: their words may change, so each is looked at.
  db.run(sql`CREATE TABLE growing (seq INTEGER PRIMARY KEY) STRICT`);
  // What was taken away: one message, all of a person's until then, or all of a platform's.
  db.run(sql`CREATE TABLE removals (
    seq INTEGER PRIMARY KEY, show_id INTEGER NOT NULL, platform TEXT NOT NULL,
    target_seq INTEGER, person_id INTEGER) STRICT`);
  db.run(sql`CREATE INDEX removals_by_target ON removals (target_seq)`);
  db.run(sql`CREATE INDEX removals_by_person ON removals (show_id, person_id)`);
}

export type IndexState = {
  /** Every row from `low` to `high` is in it; `low` is one above `high` while it is empty. */
  readonly low: number;
  readonly high: number;
  /** What the rows at both ends are known by: of another store they would be others. */
  readonly lowMark: string;
  readonly highMark: string;
};

export function indexState(db: ReadableDatabase): IndexState | undefined {
  return db.get(sql`SELECT low, high, low_mark AS lowMark, high_mark AS highMark FROM state`);
}

export function putIndexState(db: WritableDatabase, state: IndexState): void {
  db.run(sql`INSERT INTO state (id, low, high, low_mark, high_mark)
    VALUES (1, ${state.low}, ${state.high}, ${state.lowMark}, ${state.highMark})
    ON CONFLICT (id) DO UPDATE SET low = excluded.low, high = excluded.high,
      low_mark = excluded.low_mark, high_mark = excluded.high_mark`);
}

export function addWords(db: WritableDatabase, seq: number, tokens: string): void {
  db.run(sql`INSERT INTO words (rowid, grams) VALUES (${seq}, ${tokens})`);
}

export type TimeBlock = { readonly block: number; readonly fromTs: number; readonly toTs: number };

export function blockOf(seq: number): number {
  return Math.floor(seq / BLOCK_ROWS);
}

export function addTimes(db: WritableDatabase, { block, fromTs, toTs }: TimeBlock): void {
  db.run(sql`INSERT INTO times (block, from_ts, to_ts) VALUES (${block}, ${fromTs}, ${toTs})
    ON CONFLICT (block) DO UPDATE SET from_ts = min(from_ts, excluded.from_ts),
      to_ts = max(to_ts, excluded.to_ts)`);
}

export function addSpan(db: WritableDatabase, showId: number, { first, last }: SeqBounds): void {
  db.run(sql`INSERT INTO spans (show_id, first_seq, last_seq)
    VALUES (${showId}, ${first}, ${last})
    ON CONFLICT (show_id) DO UPDATE SET first_seq = min(first_seq, excluded.first_seq),
      last_seq = max(last_seq, excluded.last_seq)`);
}

export function addGrowing(db: WritableDatabase, seq: number): void {
  db.run(sql`INSERT INTO growing (seq) VALUES (${seq}) ON CONFLICT DO NOTHING`);
}

export type Removal = {
  readonly seq: number;
  readonly showId: number;
  readonly platform: string;
  /** The message; null: all of the person's, or of everybody's where that is null too. */
  readonly targetSeq: number | null;
  readonly personId: number | null;
};

export function addRemoval(db: WritableDatabase, removal: Removal): void {
  const { seq, showId, platform, targetSeq, personId } = removal;
  db.run(sql`INSERT INTO removals (seq, show_id, platform, target_seq, person_id)
    VALUES (${seq}, ${showId}, ${platform}, ${targetSeq}, ${personId}) ON CONFLICT DO NOTHING`);
}

/** Merges a few pages of the index, so that it stays quick to ask; cheap when nothing is due. */
export function mergeSome(db: WritableDatabase): void {
  db.run(sql`INSERT INTO words (words, rank) VALUES ('merge', 32)`);
}

/** Seqs that hold all tokens, newest first, `before` and below `from` not among them. */
export function matches(
  db: ReadableDatabase,
  match: string,
  from: number,
  before: number,
  limit: number,
): readonly number[] {
  return db
    .all<{ seq: number }>(sql`SELECT rowid AS seq FROM words WHERE words MATCH ${match}
      AND rowid >= ${from} AND rowid < ${before} ORDER BY rowid DESC LIMIT ${limit}`)
    .map(({ seq }) => seq);
}

export function growingSeqs(db: ReadableDatabase, from: number, before: number): readonly number[] {
  return db
    .all<{ seq: number }>(sql`SELECT seq FROM growing WHERE seq >= ${from} AND seq < ${before}
      ORDER BY seq DESC`)
    .map(({ seq }) => seq);
}

export type SeqBounds = { readonly first: number; readonly last: number };

/** Between which indexed rows a show lies; undefined where the index knows none of it. */
export function boundsOfShow(db: ReadableDatabase, showId: number): SeqBounds | undefined {
  return db.get(sql`SELECT first_seq AS first, last_seq AS last FROM spans
    WHERE show_id = ${showId}`);
}

/** Between which indexed rows a stretch of time lies. */
export function boundsOfTime(
  db: ReadableDatabase,
  fromTs: number,
  toTs: number,
): SeqBounds | undefined {
  const row = db.get<{ first: number | null; last: number }>(sql`
    SELECT min(block) * ${BLOCK_ROWS} AS first, (max(block) + 1) * ${BLOCK_ROWS} - 1 AS last
    FROM times WHERE to_ts >= ${fromTs} AND from_ts < ${toTs}`);
  return row === undefined || row.first === null ? undefined : { ...row, first: row.first };
}

/** What of a message decides whether it was taken away. */
export type RemovableRow = {
  readonly seq: number;
  readonly showId: number;
  readonly platform: string;
  readonly personId: number | null;
};

/** Which of these messages were taken away by what the index has seen. */
export function removedAmong(
  db: ReadableDatabase,
  rows: readonly RemovableRow[],
): ReadonlySet<number> {
  const found = db.all<{ seq: number }>(sql`
    SELECT m.value ->> 'seq' AS seq FROM json_each(${JSON.stringify(rows)}) m
    WHERE EXISTS (SELECT 1 FROM removals r WHERE r.target_seq = m.value ->> 'seq')
      OR EXISTS (SELECT 1 FROM removals r WHERE r.show_id = m.value ->> 'showId'
        AND r.platform = m.value ->> 'platform' AND r.target_seq IS NULL
        AND r.seq > m.value ->> 'seq'
        AND (r.person_id IS NULL OR r.person_id = m.value ->> 'personId'))`);
  return new Set(found.map(({ seq }) => seq));
}
