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
    const startedMs = this.#now();
    const rows = this.#prepared(query.text).all(...bound(query));
    this.#noteSlow(query, startedMs);
    return rows as Row[];
  }

  get<Row>(query: Sql): Row | undefined {
    const startedMs = this.#now();
    const row = this.#prepared(query.text).get(...bound(query));
    this.#noteSlow(query, startedMs);
    return row as Row | undefined;
  }

  each<Row>(query: Sql): IterableIterator<Row> {
    const statement = this.#raw.prepare(query.text);
    return statement.iterate(...bound(query)) as IterableIterator<Row>;
  }

  run(query: Sql): { readonly changes: number; readonly lastId: number } {
    const startedMs = this.#now();
    const result = this.#prepared(query.text).run(...bound(query));
    this.#noteSlow(query, startedMs);
    return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
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

  #prepared(text: string): BetterSqlite.Statement {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#raw.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
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
