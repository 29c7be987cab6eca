import type BetterSqlite from 'better-sqlite3';

/** Tables that only grow while the desk runs, so that a copy can be compared with a live store. */
const COUNTED = ['rooms', 'shows', 'people', 'products', 'pushes', 'cues', 'events'] as const;

export type StoreFacts = {
  readonly version: number;
  /** Rows by table; a table that an older store lacks is left out. */
  readonly rows: ReadonlyMap<string, number>;
};

export function factsOf(raw: BetterSqlite.Database): StoreFacts {
  const rows = new Map<string, number>();
  for (const table of COUNTED) {
    if (!hasTable(raw, table)) continue;
    rows.set(table, Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()));
  }
  return { version: versionOf(raw), rows };
}

export function versionOf(raw: BetterSqlite.Database): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

/** Null when the file is whole; otherwise the first thing that was found. */
export function firstDamage(raw: BetterSqlite.Database): string | null {
  const found = String(raw.pragma('quick_check(1)', { simple: true }));
  return found === 'ok' ? null : found;
}

function hasTable(raw: BetterSqlite.Database, name: string): boolean {
  const query = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`;
  return raw.prepare(query).get(name) !== undefined;
}
