import type BetterSqlite from 'better-sqlite3';

import { COLUMN_TYPES, type ColumnType, type ExportTable } from './export-format.ts';

/**
 * Tables that stay on the machine: `screens` and `inbound_endpoints` (tokens of devices and bridges),
 * `commands` (answers for screens of this desk), `erasures` (requests that are carried out here),
 * `event_kinds` (made by the program itself).
 */
export const TABLES_LEFT_OUT: ReadonlySet<string> = new Set([
  'screens',
  'inbound_endpoints',
  'commands',
  'erasures',
  'event_kinds',
]);

/** Every other table with its columns, in the order of their names; rows are counted if asked for. */
export function exportTables(
  raw: BetterSqlite.Database,
  isCounted: boolean,
): readonly ExportTable[] {
  const names = raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as readonly string[];
  return names
    .filter((name) => !TABLES_LEFT_OUT.has(name))
    .map((name) => ({
      name,
      columns: columnsOf(raw, name).map(({ name: column, type }) => ({ name: column, type })),
      rows: isCounted ? Number(raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()) : 0,
    }));
}

type Column = { readonly name: string; readonly type: ColumnType; readonly pk: number };

function columnsOf(raw: BetterSqlite.Database, table: string): readonly Column[] {
  const rows = raw.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as {
    readonly name: string;
    readonly type: string;
    readonly pk: number;
  }[];
  return rows.map(({ name, type, pk }) => {
    const known = COLUMN_TYPES.find((each) => each === type);
    if (known === undefined) throw new Error(`column ${table}.${name} is ${type}`);
    return { name, type: known, pk };
  });
}

/** Rows in the order of their key, as arrays, integers exact. */
export function tableRows(
  raw: BetterSqlite.Database,
  table: ExportTable,
): IterableIterator<unknown> {
  const key = columnsOf(raw, table.name)
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk);
  const order = (key.length > 0 ? key.map(({ name }) => `"${name}"`) : ['rowid']).join(', ');
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
  return raw
    .prepare(`SELECT ${columns} FROM "${table.name}" ORDER BY ${order}`)
    .raw()
    .safeIntegers()
    .iterate();
}

export function insertOf(raw: BetterSqlite.Database, table: ExportTable): BetterSqlite.Statement {
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
  const places = table.columns.map(() => '?').join(', ');
  return raw.prepare(`INSERT INTO "${table.name}" (${columns}) VALUES (${places})`);
}

/** Of the tables that never give an id twice. */
export function sequencesOf(raw: BetterSqlite.Database): Readonly<Record<string, number>> {
  const rows = raw.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all() as {
    readonly name: string;
    readonly seq: number;
  }[];
  return Object.fromEntries(
    rows.filter(({ name }) => !TABLES_LEFT_OUT.has(name)).map(({ name, seq }) => [name, seq]),
  );
}

export function setSequences(
  raw: BetterSqlite.Database,
  sequences: Readonly<Record<string, number>>,
): void {
  const remove = raw.prepare('DELETE FROM sqlite_sequence WHERE name = ?');
  const put = raw.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, CAST(? AS INTEGER))');
  for (const [name, seq] of Object.entries(sequences)) {
    remove.run(name);
    put.run(name, seq);
  }
}

/** Rows that refer to something that is not there, by table. */
export function brokenReferences(raw: BetterSqlite.Database): ReadonlyMap<string, number> {
  const rows = raw.pragma('foreign_key_check') as { readonly table: string }[];
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
}
