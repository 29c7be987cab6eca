import type BetterSqlite from 'better-sqlite3';

/** A table of the store that has rows of shows. */
export type ShowTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Its rows have an id of their own and are handed over; the others are of a show by their key. */
  readonly hasId: boolean;
};

/** Handled by themselves: the log, and what says how shows hang together. */
const APART = new Set(['events', 'show_merges']);

/** From the schema itself, so that no table that comes later is forgotten. */
export function showTables(db: BetterSqlite.Database): readonly ShowTable[] {
  const names = db
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'show_id'
        WHERE m.type = 'table' ORDER BY m.name`,
    )
    .pluck()
    .all() as readonly string[];
  const columnsOf = db.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  return names
    .filter((name) => !APART.has(name))
    .map((name) => {
      const columns = columnsOf.all(name) as readonly string[];
      return { name, columns, hasId: columns.includes('id') };
    });
}

/** Adds a show's rows to another; a row whose key is there already is left. */
export function copyRows(
  db: BetterSqlite.Database,
  { name, columns }: ShowTable,
  fromId: number,
  toId: number,
): void {
  const others = columns.filter((column) => column !== 'show_id').map((column) => `"${column}"`);
  const list = ['show_id', ...others].join(', ');
  db.prepare(
    `INSERT OR IGNORE INTO "${name}" (${list}) SELECT ${['?', ...others].join(', ')}
      FROM "${name}" WHERE show_id = ?`,
  ).run(BigInt(toId), BigInt(fromId));
}

export function deleteRows(db: BetterSqlite.Database, { name }: ShowTable, showId: number): void {
  db.prepare(`DELETE FROM "${name}" WHERE show_id = ?`).run(BigInt(showId));
}

/** Places of a show are numbered once: those that join it come after its own. */
const PLACED: Readonly<Record<string, string>> = { blocks: 'position', shelf_groups: 'place' };

export type HandedOver = {
  readonly ids: readonly number[];
  /** By how much their places were moved. */
  readonly offset: number;
};

/** Hands a show's rows over to another; one that the other has already stays where it is. */
export function handOver(
  db: BetterSqlite.Database,
  { name }: ShowTable,
  fromId: number,
  toId: number,
): HandedOver {
  const place = PLACED[name];
  const offset =
    place === undefined
      ? 0
      : Number(
          db
            .prepare(`SELECT coalesce(max("${place}"), 0) + 1 FROM "${name}" WHERE show_id = ?`)
            .pluck()
            .get(BigInt(toId)),
        );
  const set = place === undefined ? '' : `, "${place}" = "${place}" + ${offset}`;
  const ids = db
    .prepare(`UPDATE OR IGNORE "${name}" SET show_id = ?${set} WHERE show_id = ? RETURNING id`)
    .pluck()
    .all(BigInt(toId), BigInt(fromId)) as readonly number[];
  return { ids, offset };
}

export function handBack(
  db: BetterSqlite.Database,
  table: string,
  { ids, offset }: HandedOver,
  toId: number,
): void {
  const place = PLACED[table];
  const set = place === undefined ? '' : `, "${place}" = "${place}" - ${offset}`;
  db.prepare(
    `UPDATE "${table}" SET show_id = ?${set}
      WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(BigInt(toId), JSON.stringify(ids));
}
