import type BetterSqlite from 'better-sqlite3';

import type { Logger } from '../ports.ts';
import { bindable, type Sql } from './sql.ts';

const SLOW_QUERY_MS = 40;

/** Reads only. Query functions take this or WritableDatabase first. */
export interface ReadableDatabase {
  /** All rows. The caller names their shape and owns that promise. */
  all<Row>(query: Sql): readonly Row[];
  /** First row or undefined. */
  get<Row>(query: Sql): Row | undefined;
  /** Rows one by one, for results too large to hold. No write may happen meanwhile. */
  each<Row>(query: Sql): IterableIterator<Row>;
}

export interface WritableDatabase extends ReadableDatabase {
  /** Runs one statement; `changes` rows were touched, `lastId` is the last inserted rowid. */
  run(query: Sql): { readonly changes: number; readonly lastId: number };
  /** All or nothing, synchronous; nested calls become savepoints. */
  transaction<T>(work: () => T): T;
}

/** The store's connection with its prepared statements, one for each SQL text. */
export class Database implements WritableDatabase {
  readonly #raw: BetterSqlite.Database;
  readonly #logger: Logger;
  readonly #now: () => number;
  readonly #statements = new Map<string, BetterSqlite.Statement>();

  constructor(raw: BetterSqlite.Database, logger: Logger, monotonicNow: () => number) {
    this.#raw = raw;
    this.#logger = logger;
    this.#now = monotonicNow;
  }

  all<Row>(query: Sql): readonly Row[] {
    return this.#timed(query, (statement, params) => statement.all(...params) as Row[]);
  }

  get<Row>(query: Sql): Row | undefined {
    return this.#timed(query, (statement, params) => statement.get(...params) as Row | undefined);
  }

  each<Row>(query: Sql): IterableIterator<Row> {
    const statement = this.#raw.prepare(query.text);
    return statement.iterate(...query.params.map(bindable)) as IterableIterator<Row>;
  }

  run(query: Sql): { readonly changes: number; readonly lastId: number } {
    return this.#timed(query, (statement, params) => {
      const result = statement.run(...params);
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    });
  }

  transaction<T>(work: () => T): T {
    return this.#raw.transaction(work).immediate();
  }

  /** For pragmas, the migrations and the ingest's hand-bound statements only. */
  get raw(): BetterSqlite.Database {
    return this.#raw;
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }

  #timed<T>(
    query: Sql,
    work: (statement: BetterSqlite.Statement, params: readonly unknown[]) => T,
  ): T {
    let statement = this.#statements.get(query.text);
    if (statement === undefined) {
      statement = this.#raw.prepare(query.text);
      this.#statements.set(query.text, statement);
    }
    const startedMs = this.#now();
    const result = work(statement, query.params.map(bindable));
    const tookMs = this.#now() - startedMs;
    if (tookMs > SLOW_QUERY_MS) {
      this.#logger.log('warn', 'slow_query', {
        tookMs: Math.round(tookMs),
        query: query.text.replace(/\s+/g, ' ').slice(0, 200),
      });
    }
    return result;
  }
}
