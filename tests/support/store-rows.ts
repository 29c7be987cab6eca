import BetterSqlite from 'better-sqlite3';

/** Tables whose rows belong to one machine and are not taken elsewhere. */
const OF_THE_MACHINE = ['screens', 'inbound_endpoints', 'commands', 'erasures'];

/** Every row of every table that is taken elsewhere, exact, and the ids given last. */
export function rowsOf(path: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new BetterSqlite(path, { readonly: true });
  try {
    const names = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      names
        .filter((name) => !OF_THE_MACHINE.includes(name))
        .map((name) => [name, rowsOfTable(db, name)]),
    );
  } finally {
    db.close();
  }
}

function rowsOfTable(db: BetterSqlite.Database, name: string): readonly unknown[] {
  const where = name === 'sqlite_sequence' ? `WHERE name NOT IN ('erasures')` : '';
  const rows = db.prepare(`SELECT * FROM "${name}" ${where}`).raw().safeIntegers().all();
  return rows.map((row) =>
    (row as unknown[]).map((value) =>
      Buffer.isBuffer(value)
        ? `blob ${value.toString('hex')}`
        : typeof value === 'bigint'
          ? `${value}n`
          : value,
    ),
  );
}
