import type BetterSqlite from 'better-sqlite3';

/**
 * Stores that were made before the first release say version 1 in six shapes. This brings each of
 * them to one: tables that differ are made anew and filled from what the store has, columns of which
 * nothing is left are dropped, and what can be worked out from the log is.
 */
export function oneShape(raw: BetterSqlite.Database): readonly string[] {
  const columnsOf = (table: string): ReadonlyMap<string, Column> => {
    const rows = raw.prepare('SELECT name, "notnull" AS isRequired FROM pragma_table_info(?)');
    return new Map((rows.all(table) as Column[]).map((column) => [column.name, column]));
  };
  const anew = (table: string, columns: string): readonly string[] => {
    const held = columnsOf(table);
    const kept = namesOf(columns).filter((name) => held.has(name));
    const names = kept.join(', ');
    return [
      `CREATE TABLE ${table}_anew (${columns}) STRICT${WITHOUT_ROWID.has(table) ? ', WITHOUT ROWID' : ''}`,
      `INSERT INTO ${table}_anew (${names}) SELECT ${names} FROM ${table}`,
      `DROP TABLE ${table}`,
      `ALTER TABLE ${table}_anew RENAME TO ${table}`,
    ];
  };
  const hadSightsOfAll = columnsOf('people').get('first_seen_ts')?.isRequired === 1;
  const hadStockUnits = columnsOf('shelf_items').has('stock_units');
  return [
    ...anew('shows', SHOWS),
    ...anew('sources', SOURCES),
    ...anew('people', PEOPLE),
    ...(hadSightsOfAll ? [FORGET_SIGHTS_BEYOND_LIVE] : []),
    ...anew('gift_streaks', GIFT_STREAKS),
    ...anew('shelf_items', SHELF_ITEMS),
    ...(hadStockUnits ? [] : [COUNT_STOCK_UNITS]),
    'DROP INDEX IF EXISTS events_few',
    EVENTS_FEW,
    'DROP TABLE IF EXISTS show_chatters',
    SHOW_CHATTERS,
    FILL_SHOW_CHATTERS,
  ];
}

type Column = { readonly name: string; readonly isRequired: number };

const WITHOUT_ROWID = new Set(['gift_streaks', 'shelf_items']);

/** The first word of each line that declares a column. */
function namesOf(columns: string): readonly string[] {
  return [...columns.matchAll(/^ {2}([a-z_]+) /gm)].map((match) => match[1] ?? '');
}

const SHOWS = `
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  title TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('live', 'demo', 'replay', 'rehearsal')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'on_air', 'paused', 'ended')),
  currency TEXT NOT NULL,
  created_ts INTEGER NOT NULL,
  started_ts INTEGER,
  ended_ts INTEGER,
  on_air_before_ms INTEGER NOT NULL DEFAULT 0,
  on_air_since_ts INTEGER,
  clock_show_ts INTEGER,
  clock_wall_ts INTEGER,
  clock_speed REAL NOT NULL DEFAULT 1,
  playback TEXT,
  alive_ts INTEGER,
  is_clean_stop INTEGER NOT NULL DEFAULT 0
`;

const SOURCES = `
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  show_id INTEGER REFERENCES shows(id),
  connector TEXT NOT NULL,
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  address TEXT,
  options TEXT NOT NULL,
  parent_id INTEGER REFERENCES sources(id),
  is_enabled INTEGER NOT NULL,
  removed_ts INTEGER
`;

const PEOPLE = `
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  platform_user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  first_seen_ts INTEGER,
  last_seen_ts INTEGER,
  UNIQUE (platform, platform_user_id)
`;

/** Sights are of live shows; an earlier shape kept those of demos and replays too. */
const FORGET_SIGHTS_BEYOND_LIVE = `
UPDATE people SET first_seen_ts = NULL, last_seen_ts = NULL WHERE id NOT IN (
  SELECT person_id FROM events WHERE person_id IS NOT NULL
    AND show_id IN (SELECT id FROM shows WHERE origin = 'live'))`;

const GIFT_STREAKS = `
  show_id INTEGER NOT NULL,
  source_room_id INTEGER NOT NULL,
  combo_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (show_id, source_room_id, combo_id)
`;

const SHELF_ITEMS = `
  show_id INTEGER NOT NULL REFERENCES shows(id),
  product_id INTEGER NOT NULL REFERENCES products(id),
  link_number INTEGER NOT NULL,
  is_sold_out INTEGER NOT NULL DEFAULT 0,
  stock INTEGER,
  stock_units INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (show_id, product_id)
`;

/** An earlier shape took a told stock for what is there now: what was paid until then is in it. */
const COUNT_STOCK_UNITS = `
UPDATE shelf_items SET stock_units = (
  SELECT coalesce(sum(json_extract(e.body, '$.qty')), 0) FROM events e
  WHERE e.show_id = shelf_items.show_id AND e.kind = 17
    AND json_extract(e.body, '$.status') = 'paid'
    AND json_extract(e.body, '$.productId') =
      (SELECT code FROM products WHERE id = shelf_items.product_id))`;

const EVENTS_FEW = `
CREATE INDEX events_few ON events (show_id, kind)
  WHERE kind >= 40 OR kind = 10 OR kind = 14 OR kind = 17 OR kind = 20`;

const SHOW_CHATTERS = `
CREATE TABLE show_chatters (
  show_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  PRIMARY KEY (show_id, person_id)
) STRICT, WITHOUT ROWID`;

const FILL_SHOW_CHATTERS = `
INSERT INTO show_chatters (show_id, person_id)
  SELECT DISTINCT show_id, person_id FROM events WHERE kind = 1 AND person_id IS NOT NULL`;
