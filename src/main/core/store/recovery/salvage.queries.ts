import type BetterSqlite from 'better-sqlite3';

import { isDamage } from '../engine.ts';

type Row = readonly unknown[];
/** False for bytes that are no row of ours: they are left out. */
type Put = (row: Row) => boolean;

/** A stretch of keys that could not be read: after `after`, up to but without `until`. */
export type Hole = { readonly after: bigint; readonly until: bigint | null };

/** The damaged store, attached to the one that is filled. */
export const DAMAGED = 'damaged';

export type Salvage = {
  /** The store that is filled; the damaged one is attached to it. */
  readonly db: BetterSqlite.Database;
  /** The damaged store alone: rows are read from it one by one while others are written. */
  readonly damaged: BetterSqlite.Database;
};

/** Names of a table's columns in one of the attached stores; empty where it has no such table. */
export function columnsOf(db: BetterSqlite.Database, schema: string, table: string): string[] {
  const rows = db.prepare(`SELECT name FROM pragma_table_info(?, ?)`).pluck().all(table, schema);
  return rows as string[];
}

/** Tables of the new store; those of roll-ups are worked out again and not salvaged. */
export function tablesToSalvage(db: BetterSqlite.Database): readonly string[] {
  const rows = db
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'minute_%' AND name NOT IN ('event_kinds', 'show_chatters', 'chat_tens', 'events')
       ORDER BY name`,
    )
    .pluck()
    .all();
  return rows as string[];
}

/**
 * Copies one table out of the damaged store: as it was where all of it can be read, otherwise what
 * can be read over what is there. Returns how many stretches could not be read.
 */
export function salvageTable({ db, damaged }: Salvage, table: string): number {
  const held = new Set(columnsOf(db, DAMAGED, table));
  const columns = columnsOf(db, 'main', table).filter((name) => held.has(name));
  if (columns.length === 0) return 0;
  const names = columns.join(', ');
  try {
    db.transaction(() => {
      db.exec(`DELETE FROM main.${table}`);
      db.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM ${DAMAGED}.${table}`);
    })();
    return 0;
  } catch (error) {
    if (!isUnusable(error)) throw error;
  }
  const put = putter(db, table, columns);
  return isWithoutRowid(db, table)
    ? salvageFromBothEnds(damaged, table, names, put)
    : salvageByRowid(damaged, { table, key: 'rowid', names, after: -1n, until: null }, put).length;
}

/** Rows in order of an integer key, stepping over what cannot be read. Returns the holes. */
export function salvageByRowid(
  damaged: BetterSqlite.Database,
  from: {
    readonly table: string;
    readonly key: string;
    readonly names: string;
    /** Keys behind it, up to and with `until`. */
    readonly after: bigint;
    readonly until: bigint | null;
  },
  put: Put,
): readonly Hole[] {
  const select = `SELECT ${from.key}, ${from.names} FROM ${from.table} WHERE ${from.key}`;
  const run = damaged.prepare(`${select} > ? AND ${from.key} <= ? ORDER BY ${from.key}`);
  const probe = damaged.prepare(`${select} >= ? ORDER BY ${from.key} LIMIT 1`);
  for (const statement of [run, probe]) statement.raw().safeIntegers();
  const until = from.until ?? LAST_KEY;
  const holes: Hole[] = [];
  let at = from.after;
  for (;;) {
    const reached = readRun(run, at, until, put, holes);
    if (reached.isEnd) return holes;
    const next = nextReadable(probe, reached.last, until);
    if (next === null || next.key > reached.last + 1n) {
      holes.push({ after: reached.last, until: next?.key ?? null });
    }
    if (next === null) return holes;
    if (!put(next.row)) holes.push({ after: next.key - 1n, until: next.key + 1n });
    at = next.key;
  }
}

const LAST_KEY = 2n ** 62n;

function readRun(
  run: BetterSqlite.Statement,
  after: bigint,
  until: bigint,
  put: Put,
  holes: Hole[],
): { readonly last: bigint; readonly isEnd: boolean } {
  let last = after;
  try {
    for (const row of run.iterate(after, until) as IterableIterator<Row>) {
      const key = BigInt(row[0] as bigint);
      // Pages that lead back to each other give the same rows for ever.
      if (key <= last) return { last, isEnd: false };
      if (!put(row.slice(1))) holes.push({ after: key - 1n, until: key + 1n });
      last = key;
    }
    return { last, isEnd: true };
  } catch (error) {
    if (!isUnusable(error)) throw error;
    return { last, isEnd: false };
  }
}

type Found = { readonly key: bigint; readonly row: Row };

/** The first row behind `after` that can be read again: doubling steps, then halving. */
function nextReadable(probe: BetterSqlite.Statement, after: bigint, until: bigint): Found | null {
  const seek = (key: bigint): Found | null | 'damaged' => {
    try {
      const row = probe.get(key) as Row | undefined;
      if (row === undefined) return null;
      const found = BigInt(row[0] as bigint);
      return found < key ? 'damaged' : { key: found, row: row.slice(1) };
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return 'damaged';
    }
  };
  let bad = after;
  let step = 1n;
  while (seek(after + step) === 'damaged') {
    bad = after + step;
    step *= 2n;
    if (bad >= until) return null;
  }
  let good = after + step;
  while (good - bad > 1n) {
    const middle = (good + bad) / 2n;
    if (seek(middle) === 'damaged') bad = middle;
    else good = middle;
  }
  const found = seek(good);
  return found === 'damaged' || found === null || found.key > until ? null : found;
}

/** Tables without a rowid: from the first key on and from the last key back, until it breaks. */
function salvageFromBothEnds(
  damaged: BetterSqlite.Database,
  table: string,
  names: string,
  put: Put,
): number {
  const keys = damaged.prepare(`SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk`);
  const key = keys.pluck().all(table) as string[];
  for (const direction of ['ASC', 'DESC']) {
    const order = key.map((name) => `${name} ${direction}`).join(', ');
    const rows = damaged.prepare(`SELECT ${names} FROM ${table} ORDER BY ${order}`);
    rows.raw().safeIntegers();
    try {
      for (const row of untilRepeated(rows.iterate() as IterableIterator<Row>)) put(row);
    } catch (error) {
      if (!isUnusable(error)) throw error;
    }
  }
  return 1;
}

/** Pages that lead back to each other give the same rows for ever (Brent's finding of a cycle). */
function* untilRepeated(rows: Iterable<Row>): Generator<Row, void> {
  let [count, markAt, mark] = [0, 1, ''];
  for (const row of rows) {
    const text = row.map(String).join('\0');
    if (text === mark) return;
    count += 1;
    if (count === markAt) [markAt, mark] = [markAt * 2, text];
    yield row;
  }
}

/** Rows of the damaged store are the newer ones. */
export function putter(db: BetterSqlite.Database, table: string, columns: readonly string[]): Put {
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(
    `INSERT OR REPLACE INTO main.${table} (${columns.join(', ')}) VALUES (${places})`,
  );
  return (row) => {
    try {
      insert.run(...row);
      return true;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return false;
    }
  };
}

function isWithoutRowid(db: BetterSqlite.Database, table: string): boolean {
  const query = `SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`;
  return db.prepare(query).pluck().get(table) === 1;
}

/** Damaged, or made of bytes that are no row of ours. */
export function isUnusable(error: unknown): boolean {
  if (isDamage(error)) return true;
  if (!(error instanceof Error) || !('code' in error)) return false;
  // Indexes over fields of the body read it as JSON.
  if (error.message === 'malformed JSON') return true;
  return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|IOERR)/.test(String(error.code));
}
