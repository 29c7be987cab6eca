import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { Database, type ReadableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { lastSeq } from '../room/room.queries.ts';
import { isDamage, type Engine } from '../store/engine.ts';
import { markOf } from './search-events.queries.ts';
import {
  createIndex,
  INDEX_FORMAT,
  indexState,
  putIndexState,
  type IndexState,
} from './search-file.queries.ts';

const FILE_NAME = 'search.sqlite';
/** Grown only by searching and filling. */
const CACHE_KIB = 8_000;

/** Of the data folder; it can be worked out again from the store at any time. */
export function searchFilePath(dataFolder: string): string {
  return join(dataFolder, FILE_NAME);
}

/** Where another store is to take the old one's place, its index goes before. */
export function removeSearchFile(dataFolder: string): void {
  for (const end of ['', '-wal', '-shm']) {
    rmSync(`${searchFilePath(dataFolder)}${end}`, { force: true });
  }
}

export type SearchFileDeps = {
  readonly dataFolder: string;
  readonly engine: Engine;
  readonly store: ReadableDatabase;
  readonly ports: Pick<Ports, 'clock' | 'logger'>;
};

/**
 * The search index, in a file of its own beside the store: it is in no backup and no export, needs
 * no migration, and where it is damaged or of another store it is made anew.
 */
export class SearchFile {
  readonly #deps: SearchFileDeps;
  #db: Database | null = null;
  #state: IndexState = { low: 1, high: 0, lowMark: '', highMark: '' };

  constructor(deps: SearchFileDeps) {
    this.#deps = deps;
  }

  /** Throws SqliteError and file errors where it can be neither read nor made anew. */
  open(): void {
    try {
      this.#openExisting();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#deps.ports.logger.log('warn', 'search_index_damaged', { error: String(error) });
      this.startOver();
    }
  }

  startOver(): void {
    this.remove();
    this.#openExisting();
  }

  /** Forgets every word, also the bytes; the index is closed then. */
  remove(): void {
    this.close();
    removeSearchFile(this.#deps.dataFolder);
  }

  /** Null while it could not be opened. */
  get db(): Database | null {
    return this.#db;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** Inside a transaction of this file; to be called last. */
  putState(low: number, high: number): void {
    const { store } = this.#deps;
    if (this.#db === null) return;
    const marks = { lowMark: markOf(store, low) ?? '', highMark: markOf(store, high) ?? '' };
    putIndexState(this.#db, { low, high, ...marks });
  }

  /** After a transaction of this file, whether it was kept or not. */
  readState(): void {
    this.#state = (this.#db === null ? undefined : indexState(this.#db)) ?? this.#state;
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
    this.#state = { low: 1, high: 0, lowMark: '', highMark: '' };
  }

  #openExisting(): void {
    const { dataFolder, engine, ports } = this.#deps;
    const path = searchFilePath(dataFolder);
    const raw = engine(path);
    const openReader = () => engine(path, { readonly: true });
    const db = new Database(raw, openReader, ports.logger, () => ports.clock.monotonicNow());
    this.#db = db;
    try {
      raw.pragma('journal_mode = WAL');
      raw.pragma('synchronous = NORMAL');
      raw.pragma('wal_autocheckpoint = 300');
      raw.pragma('journal_size_limit = 4000000');
      raw.pragma(`cache_size = -${CACHE_KIB}`);
      const format = Number(raw.pragma('user_version', { simple: true }));
      if (format === 0) this.#makeNew(db);
      else if (format !== INDEX_FORMAT) return this.startOver();
      const state = indexState(db);
      if (state === undefined || !this.#isOfThisStore(state)) return this.startOver();
      this.#state = state;
      if (state.low > state.high) this.#beginAtEnd(db);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #makeNew(db: Database): void {
    db.transaction(() => {
      createIndex(db);
      this.putState(1, 0);
      db.raw.pragma(`user_version = ${INDEX_FORMAT}`);
    });
  }

  /** What is newest is looked for most: an index that holds nothing yet grows from there. */
  #beginAtEnd(db: Database): void {
    const high = lastSeq(this.#deps.store);
    db.transaction(() => this.putState(high + 1, high));
    this.readState();
  }

  #isOfThisStore(state: IndexState): boolean {
    const { store } = this.#deps;
    const { low, high } = state;
    return (
      (markOf(store, high) ?? '') === state.highMark &&
      (low > high || (markOf(store, low) ?? '') === state.lowMark)
    );
  }
}
