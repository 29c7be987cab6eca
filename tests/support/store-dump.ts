import type BetterSqlite from 'better-sqlite3';

/** Names and texts of everything in the schema, as two stores of one shape have them. */
export function schemaDump(db: BetterSqlite.Database): readonly string[] {
  const query = `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name`;
  return db.prepare(query).pluck().all() as string[];
}

export function tablesOf(db: BetterSqlite.Database): readonly string[] {
  const query = `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`;
  return db.prepare(query).pluck().all() as string[];
}

export function rowCounts(db: BetterSqlite.Database): Readonly<Record<string, number>> {
  return Object.fromEntries(
    tablesOf(db).map((table) => [
      table,
      Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    ]),
  );
}

/** The whole content: schema, version and every row of every table, in one order. */
export function storeDump(db: BetterSqlite.Database): string {
  const lines = [
    ...schemaDump(db),
    `version ${String(db.pragma('user_version', { simple: true }))}`,
  ];
  for (const table of tablesOf(db)) {
    const columns = db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table) as string[];
    const all = columns.map((name) => `quote("${name}")`).join(` || ',' || `);
    const rows = db.prepare(`SELECT ${all} FROM "${table}"`).pluck().all() as string[];
    lines.push(table, ...rows.toSorted());
  }
  return lines.join('\n');
}
