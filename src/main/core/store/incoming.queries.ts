import type BetterSqlite from 'better-sqlite3';

/** Adds the erased people of one store to another; a store older than that table has none. */
export function carryErasedPeople(from: BetterSqlite.Database, to: BetterSqlite.Database): void {
  const hasTable = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'erased_people'`;
  if (from.prepare(hasTable).get() === undefined || to.prepare(hasTable).get() === undefined)
    return;
  const rows = from
    .prepare('SELECT platform, platform_user_id, erased_ts FROM erased_people')
    .safeIntegers()
    .raw()
    .all();
  const put = to.prepare(
    `INSERT INTO erased_people (platform, platform_user_id, erased_ts) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  to.transaction(() => {
    for (const row of rows) put.run(...(row as unknown[]));
  })();
}
