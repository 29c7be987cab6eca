import { existsSync, rmSync } from 'node:fs';

import type BetterSqlite from 'better-sqlite3';

import type { TransferProblem } from '#shared/model/transfer.ts';
import { migrate, newestVersion } from '../database/migrate.ts';
import { migrations } from '../database/migrations/list.ts';
import { isStoredEvent } from '../room/event-row.ts';
import { noSteps } from '../store/backup.ts';
import { syncFile } from '../store/durable-files.ts';
import type { Engine } from '../store/engine.ts';
import {
  fromJsonValue,
  type ExportHeader,
  type ExportTable,
  type StoredValue,
} from './export-format.ts';
import { readExport, type Problem } from './read-export.ts';
import type { TransferCourse } from './export-store.ts';
import { brokenReferences, exportTables, insertOf, setSequences } from './store-tables.queries.ts';

export type ImportOrder = {
  readonly path: string;
  /** Where the new store is built; it must not be there yet and stays only when all is well. */
  readonly target: string;
  /** Of the store that will be replaced; the migrations' surroundings. */
  readonly dataFolder: string;
  readonly nowTs: number;
};

export type ImportResult = {
  readonly isCancelled: boolean;
  readonly problems: readonly TransferProblem[];
  readonly problemCount: number;
  readonly rows: number;
};

/**
 * Builds a new store from an export file while checking every line of it. Nothing else is touched:
 * with a single problem, or when cancelled, the new store is gone again. Throws the file system's
 * errors and SqliteError (a full disk).
 */
export async function importFile(
  engine: Engine,
  order: ImportOrder,
  course: TransferCourse,
): Promise<ImportResult> {
  removeStore(order.target);
  let isKept = false;
  const builder = new StoreBuilder(engine, order);
  try {
    const read = await readExport(order.path, {
      onHeader: (header) => builder.begin(header),
      onRow: (table, values) => builder.put(table, values),
      onRows: (rows) => {
        builder.flush();
        course.onRows('verifying', rows, builder.rowsTotal());
      },
      isCancelled: () => course.isCancelled(),
    });
    const isRight = read.problemCount === 0 && !read.isCancelled;
    const broken = isRight ? builder.finish() : [];
    isKept = isRight && broken.length === 0;
    return {
      ...read,
      problems: [...read.problems, ...broken],
      problemCount: read.problemCount + broken.length,
    };
  } finally {
    builder.close();
    if (isKept) syncFile(order.target);
    else removeStore(order.target);
  }
}

export function removeStore(path: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) {
    if (existsSync(`${path}${end}`)) rmSync(`${path}${end}`);
  }
}

class StoreBuilder {
  readonly #raw: BetterSqlite.Database;
  readonly #engine: Engine;
  readonly #order: ImportOrder;
  readonly #inserts = new Map<string, BetterSqlite.Statement>();
  #header: ExportHeader | null = null;
  #rowsTotal: number | null = null;

  constructor(engine: Engine, order: ImportOrder) {
    this.#engine = engine;
    this.#order = order;
    this.#raw = engine(order.target);
  }

  rowsTotal(): number | null {
    return this.#rowsTotal;
  }

  /** Makes the tables of the version the file was written by; later ones come when it is opened. */
  begin(header: ExportHeader): Problem | null {
    const readable = newestVersion(migrations);
    if (header.storeVersion > readable) {
      return { code: 'newer_store', params: { storeVersion: header.storeVersion, readable } };
    }
    this.#raw.pragma('journal_mode = OFF');
    this.#raw.pragma('synchronous = OFF');
    const { dataFolder, nowTs } = this.#order;
    const until = migrations.filter(({ number }) => number <= header.storeVersion);
    const made = migrate(this.#raw, until, { engine: this.#engine, dataFolder, nowTs }, noSteps);
    if (!made.ok) throw new Error(`an empty store refused its migrations: ${made.error.code}`);
    this.#raw.pragma('foreign_keys = OFF');
    this.#header = header;
    this.#rowsTotal = header.tables.reduce((sum, { rows }) => sum + rows, 0);
    this.#raw.exec('BEGIN');
    return this.#compareTables(header);
  }

  put(table: ExportTable, json: readonly unknown[]): Problem | null {
    const values: StoredValue[] = [];
    for (const [index, column] of table.columns.entries()) {
      const value = fromJsonValue(json[index], column.type);
      if (value === undefined) {
        return { code: 'bad_row', params: { table: table.name, column: column.name } };
      }
      values.push(value);
    }
    if (table.name === 'events' && !isStoredEvent(namedValues(table, values))) {
      return { code: 'bad_event', params: { table: table.name } };
    }
    return this.#insert(table, values);
  }

  /** Rows until here are in the file. */
  flush(): void {
    this.#raw.exec('COMMIT; BEGIN');
  }

  /** References and sequences; the store is whole afterwards where nothing is returned. */
  finish(): readonly TransferProblem[] {
    if (this.#header === null) throw new Error('an export without a header was taken for right');
    setSequences(this.#raw, this.#header.sequences);
    this.#raw.exec('COMMIT');
    return [...brokenReferences(this.#raw)].map(([table, count]) => ({
      line: null,
      code: 'broken_reference',
      params: { table, count },
    }));
  }

  close(): void {
    this.#raw.close();
  }

  #compareTables(header: ExportHeader): Problem | null {
    const own = new Map(exportTables(this.#raw, false).map((table) => [table.name, table]));
    for (const table of header.tables) {
      const held = own.get(table.name);
      if (held === undefined) return { code: 'unknown_table', params: { table: table.name } };
      if (columnList(held) !== columnList(table)) {
        return { code: 'columns_differ', params: { table: table.name } };
      }
      own.delete(table.name);
    }
    const [missing] = own.keys();
    return missing === undefined ? null : { code: 'unknown_table', params: { table: missing } };
  }

  #insert(table: ExportTable, values: readonly StoredValue[]): Problem | null {
    let insert = this.#inserts.get(table.name);
    if (insert === undefined) {
      insert = insertOf(this.#raw, table);
      this.#inserts.set(table.name, insert);
    }
    try {
      insert.run(...values);
      return null;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const params = { table: table.name, column: '' };
      if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)/.test(code)) {
        return { code: 'double_row', params: { table: table.name } };
      }
      if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH') {
        return { code: 'bad_row', params };
      }
      throw error;
    }
  }
}

function columnList({ columns }: ExportTable): string {
  return columns.map(({ name, type }) => `${name} ${type}`).join(',');
}

function namedValues(table: ExportTable, values: readonly StoredValue[]) {
  const at = (name: string): StoredValue =>
    values[table.columns.findIndex((column) => column.name === name)] ?? null;
  return {
    kind: Number(at('kind')),
    platform_ts: at('platform_ts') === null ? null : Number(at('platform_ts')),
    received_ts: Number(at('received_ts')),
    dedupe_key: String(at('dedupe_key')),
    text: at('text') === null ? null : String(at('text')),
    body: String(at('body')),
  };
}
