import type BetterSqlite from 'better-sqlite3';

/**
 * After a salvage some rows refer to rows that were lost. What such a row says is kept: it loses the
 * reference where it may be without, gets a stand-in for its show or source, and only what means
 * nothing alone is left out. Returns how many were left out.
 */
export function mendReferences(db: BetterSqlite.Database): number {
  db.exec(STAND_INS);
  let dropped = 0;
  // What is left out may itself be referred to.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const broken = db.pragma('foreign_key_check') as readonly Violation[];
    if (broken.length === 0) break;
    for (const violation of broken) dropped += mend(db, violation);
  }
  return dropped;
}

type Violation = {
  readonly table: string;
  /** Null in a table without one. */
  readonly rowid: number | null;
  readonly parent: string;
  readonly fkid: number;
};

const MOST_ROUNDS = 8;

const STAND_INS = `
INSERT OR IGNORE INTO main.rooms (id, name, time_zone, currency, created_ts)
  SELECT DISTINCT room_id, '', 'UTC', 'CNY', created_ts FROM main.shows;
INSERT INTO main.shows (id, room_id, title, origin, state, currency, created_ts, started_ts, ended_ts)
  SELECT show_id, coalesce((SELECT id FROM main.rooms ORDER BY created_ts LIMIT 1), 'main'), '?',
    'live', 'ended', 'CNY', min(event_ts), min(event_ts), max(event_ts)
  FROM main.events WHERE show_id NOT IN (SELECT id FROM main.shows) GROUP BY show_id;
INSERT OR IGNORE INTO main.rooms (id, name, time_zone, currency, created_ts)
  SELECT DISTINCT room_id, '', 'UTC', 'CNY', created_ts FROM main.shows;
INSERT INTO main.sources (id, room_id, connector, platform, channel, options, is_enabled, removed_ts)
  SELECT source_id, (SELECT id FROM main.rooms LIMIT 1), 'bridge', min(platform), '?', '{}', 0, 0
  FROM main.source_rooms WHERE source_id NOT IN (SELECT id FROM main.sources) GROUP BY source_id;
INSERT INTO main.sources (id, room_id, connector, platform, channel, options, is_enabled, removed_ts)
  SELECT coalesce((SELECT max(id) FROM main.sources), 0) + 1, (SELECT id FROM main.rooms LIMIT 1),
    'bridge', 'twitch', '?', '{}', 0, 0
  WHERE EXISTS (SELECT 1 FROM main.events WHERE source_room_id IS NOT NULL
    AND source_room_id NOT IN (SELECT id FROM main.source_rooms));
INSERT INTO main.source_rooms (id, source_id, platform, platform_room_id)
  SELECT DISTINCT source_room_id, (SELECT max(id) FROM main.sources), 'twitch', 'lost-' || source_room_id
  FROM main.events WHERE source_room_id IS NOT NULL
    AND source_room_id NOT IN (SELECT id FROM main.source_rooms);
`;

function mend(db: BetterSqlite.Database, { table, rowid, parent, fkid }: Violation): number {
  const keys = db.prepare(
    'SELECT id, "from" AS name, "to" AS target FROM pragma_foreign_key_list(?)',
  );
  const key = (keys.all(table) as { id: number; name: string; target: string | null }[]).find(
    ({ id }) => id === fkid,
  );
  if (key === undefined) return 0;
  const isFree = db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND "notnull" = 0');
  const target = key.target ?? 'id';
  const isLost = `${key.name} IS NOT NULL AND ${key.name} NOT IN (SELECT ${target} FROM main.${parent})`;
  const where = rowid === null ? isLost : `rowid = ${rowid} AND ${isLost}`;
  if (isFree.get(table, key.name) !== undefined) {
    db.exec(`UPDATE main.${table} SET ${key.name} = NULL WHERE ${where}`);
    return 0;
  }
  return db.prepare(`DELETE FROM main.${table} WHERE ${where}`).run().changes;
}
