import type BetterSqlite from 'better-sqlite3';

import type { Logger } from '../ports.ts';
import { isDamage } from '../store/engine.ts';
import { bindable, type Sql } from './sql.ts';

const SLOW_QUERY_MS = 40;

/** Reads only. Query functions take this or WritableDatabase first. */
export interface ReadableDatabase {
  /** All rows. The caller names their shape and owns that promise. */
  all<Row>(query: Sql): readonly Row[];
  /** The same, each row its columns in their order: half the time where rows are tens of thousands. */
  tuples<Row extends readonly unknown[]>(query: Sql): readonly Row[];
  /** First row or undefined. */
  get<Row>(query: Sql): Row | undefined;
  /**
   * Rows one by one, for results too large to hold, as they were when the first was asked for; writes
   * may go on meanwhile. Throws ReaderEvicted when it took so long that the log grew too large.
   */
  each<Row>(query: Sql): IterableIterator<Row>;
}

export interface WritableDatabase extends ReadableDatabase {
  /** Runs one statement; `changes` rows were touched, `lastId` is the last inserted rowid. */
  run(query: Sql): { readonly changes: number; readonly lastId: number };
  /** All or nothing, synchronous; nested calls become savepoints. */
  transaction<T>(work: () => T): T;
}

/** A long read was ended because it held the log; it can be begun again from where it was. */
export class ReaderEvicted extends Error {
  constructor() {
    super('the reader was ended: the log of the store had grown too large');
    this.name = 'ReaderEvicted';
  }
}

/** Told apart as SQLite's own word for it. */
class DamagedStore extends Error {
  readonly code = 'SQLITE_CORRUPT';

  constructor() {
    super('the store is damaged and takes nothing until it is mended');
    this.name = 'DamagedStore';
  }
}

type Reader = { evict(): void };

/** The store's connection with its prepared statements, one for each SQL text. */
export class Database implements WritableDatabase {
  readonly #raw: BetterSqlite.Database;
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #statements = new Map<string, BetterSqlite.Statement>();
  readonly #openReader: () => BetterSqlite.Database;
  readonly #readers = new Set<Reader>();
  #onDamage: (error: unknown) => void = () => undefined;
  #isDamaged = false;

  /** `openReader`: another, read-only connection to the same file. */
  constructor(
    raw: BetterSqlite.Database,
    openReader: () => BetterSqlite.Database,
    logger: Logger,
    monotonicNow: () => number,
  ) {
    this.#raw = raw;
    this.#openReader = openReader;
    this.#logger = logger;
    this.#now = monotonicNow;
  }

  all<Row>(query: Sql): readonly Row[] {
    const startedMs = this.#now();
    const rows = this.#guarded(() => this.#prepared(query.text).all(...bound(query)));
    this.#noteSlow(query, startedMs);
    return rows as Row[];
  }

  tuples<Row extends readonly unknown[]>(query: Sql): readonly Row[] {
    const startedMs = this.#now();
    const rows = this.#guarded(() => this.#preparedRaw(query.text).all(...bound(query)));
    this.#noteSlow(query, startedMs);
    return rows as Row[];
  }

  get<Row>(query: Sql): Row | undefined {
    const startedMs = this.#now();
    const row = this.#guarded(() => this.#prepared(query.text).get(...bound(query)));
    this.#noteSlow(query, startedMs);
    return row as Row | undefined;
  }

  *each<Row>(query: Sql): IterableIterator<Row> {
    const raw = this.#guarded(() => this.#openReader());
    let isEvicted = false;
    const reader = {
      evict: () => {
        isEvicted = true;
        rows.return?.();
        raw.close();
      },
    };
    const rows = this.#guarded(
      () => raw.prepare(query.text).iterate(...bound(query)) as IterableIterator<Row>,
    );
    this.#readers.add(reader);
    try {
      for (;;) {
        const next = this.#guarded(() => rows.next());
        if (next.done === true) return;
        yield next.value;
        if (isEvicted) throw new ReaderEvicted();
      }
    } finally {
      this.#readers.delete(reader);
      if (!isEvicted) reader.evict();
    }
  }

  /** Ends every read by `each` that is under way, so that the log can be brought into the store. */
  evictReaders(): number {
    const readers = [...this.#readers];
    for (const reader of readers) reader.evict();
    this.#readers.clear();
    return readers.length;
  }

  /**
   * Called whenever the file itself turns out to be damaged; the error goes on to the caller. From
   * then on reads are tried and writes refused with the same kind of error: what is written into a
   * damaged file may spoil what is still whole.
   */
  onDamage(listener: (error: unknown) => void): void {
    this.#onDamage = listener;
  }

  /** Damage that was met elsewhere: by the log's care, by a thread that reads the file. */
  noteDamage(error: unknown): void {
    this.#isDamaged = true;
    this.#onDamage(error);
  }

  run(query: Sql): { readonly changes: number; readonly lastId: number } {
    const startedMs = this.#now();
    const result = this.#writing(() => this.#prepared(query.text).run(...bound(query)));
    this.#noteSlow(query, startedMs);
    return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
  }

  transaction<T>(work: () => T): T {
    return this.#writing(() => this.#raw.transaction(work).immediate());
  }

  /** For pragmas, the migrations and the ingest's hand-bound statements only. */
  get raw(): BetterSqlite.Database {
    return this.#raw;
  }

  close(): void {
    this.evictReaders();
    this.#statements.clear();
    this.#raw.close();
  }

  #prepared(text: string): BetterSqlite.Statement {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#raw.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  /** Of its own: how rows are given is the statement's. */
  #preparedRaw(text: string): BetterSqlite.Statement {
    const key = `tuples: ${text}`;
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      statement = this.#raw.prepare(text).raw();
      this.#statements.set(key, statement);
    }
    return statement;
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) this.noteDamage(error);
      throw error;
    }
  }

  #writing<T>(work: () => T): T {
    return this.#guarded(() => {
      if (this.#isDamaged) throw new DamagedStore();
      return work();
    });
  }

  #noteSlow(query: Sql, startedMs: number): void {
    const tookMs = this.#now() - startedMs;
    if (tookMs <= SLOW_QUERY_MS) return;
    this.#logger.log('warn', 'slow_query', {
      tookMs: Math.round(tookMs),
      query: query.text.replace(/\s+/g, ' ').slice(0, 200),
    });
  }
}

function bound(query: Sql): ReturnType<typeof bindable>[] {
  const values: ReturnType<typeof bindable>[] = [];
  for (const value of query.params) values.push(bindable(value));
  return values;
}
