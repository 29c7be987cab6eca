/**
 * The first store. All times are UTC milliseconds (show time where the column ends in `_ts` of a
 * show's own table), money is integer minor units, platform ids are TEXT and referred to by local
 * INTEGER keys. `events` is the one log that orders everything; `minute_*` are roll-ups of it.
 */
export const firstStore = `
CREATE TABLE rooms (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  current_show_id INTEGER REFERENCES shows(id),
  created_ts INTEGER NOT NULL
) STRICT;

CREATE TABLE shows (
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
) STRICT;

CREATE TABLE sources (
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
) STRICT;

CREATE TABLE source_rooms (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  platform TEXT NOT NULL,
  platform_room_id TEXT NOT NULL,
  UNIQUE (source_id, platform, platform_room_id)
) STRICT;

-- Seen in live shows only: whoever was met in a demo, replay or rehearsal has no sights.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  platform_user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  first_seen_ts INTEGER,
  last_seen_ts INTEGER,
  UNIQUE (platform, platform_user_id)
) STRICT;

CREATE TABLE event_kinds (
  code INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  source_room_id INTEGER REFERENCES source_rooms(id),
  kind INTEGER NOT NULL REFERENCES event_kinds(code),
  person_id INTEGER REFERENCES people(id),
  platform_ts INTEGER,
  received_ts INTEGER NOT NULL,
  event_ts INTEGER NOT NULL,
  dedupe_key TEXT NOT NULL,
  text TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_once ON events (show_id, source_room_id, dedupe_key);
CREATE INDEX events_by_minute ON events (show_id, event_ts);
-- Facts of the desk, raids (10), viewer figures (14), orders (17) and links (20): few rows, read by kind.
-- A query is served by it only when it names the kind as a literal.
CREATE INDEX events_few ON events (show_id, kind)
  WHERE kind >= 40 OR kind = 10 OR kind = 14 OR kind = 17 OR kind = 20;

CREATE TABLE gift_streaks (
  show_id INTEGER NOT NULL,
  source_room_id INTEGER NOT NULL,
  combo_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (show_id, source_room_id, combo_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE minute_counts (
  show_id INTEGER NOT NULL,
  source_room_id INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  events INTEGER NOT NULL DEFAULT 0,
  chats INTEGER NOT NULL DEFAULT 0,
  chatters INTEGER NOT NULL DEFAULT 0,
  joins INTEGER NOT NULL DEFAULT 0,
  follows INTEGER NOT NULL DEFAULT 0,
  likes INTEGER NOT NULL DEFAULT 0,
  shares INTEGER NOT NULL DEFAULT 0,
  gifts INTEGER NOT NULL DEFAULT 0,
  memberships INTEGER NOT NULL DEFAULT 0,
  orders_placed INTEGER NOT NULL DEFAULT 0,
  orders_paid INTEGER NOT NULL DEFAULT 0,
  units_paid INTEGER NOT NULL DEFAULT 0,
  viewers_last INTEGER,
  viewers_last_ts INTEGER,
  viewers_max INTEGER,
  views_total INTEGER,
  PRIMARY KEY (show_id, source_room_id, minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE minute_money (
  show_id INTEGER NOT NULL,
  source_room_id INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('order_placed', 'order_paid', 'tip')),
  currency TEXT NOT NULL,
  exponent INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (show_id, source_room_id, minute, what, currency, exponent)
) STRICT, WITHOUT ROWID;

CREATE TABLE minute_virtual (
  show_id INTEGER NOT NULL,
  source_room_id INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (show_id, source_room_id, minute, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE show_chatters (
  show_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people(id),
  PRIMARY KEY (show_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE raw_frames (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL,
  received_ts INTEGER NOT NULL,
  is_bad INTEGER NOT NULL,
  reason TEXT,
  frame BLOB NOT NULL
) STRICT;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  code TEXT NOT NULL,
  fields TEXT NOT NULL,
  created_ts INTEGER NOT NULL,
  UNIQUE (room_id, code)
) STRICT;

CREATE TABLE shelf_items (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  product_id INTEGER NOT NULL REFERENCES products(id),
  link_number INTEGER NOT NULL,
  is_sold_out INTEGER NOT NULL DEFAULT 0,
  stock INTEGER,
  stock_units INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (show_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pushes (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  product_id INTEGER NOT NULL REFERENCES products(id),
  link_number INTEGER NOT NULL,
  cue_id INTEGER REFERENCES cues(id),
  go_ts INTEGER NOT NULL,
  go_wall_ts INTEGER NOT NULL,
  end_ts INTEGER,
  state TEXT NOT NULL CHECK (state IN ('on_shelf', 'replaced', 'taken_down', 'undone')),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE push_targets (
  push_id INTEGER NOT NULL REFERENCES pushes(id),
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  delay_ms INTEGER,
  PRIMARY KEY (push_id, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE cue_cards (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  show_id INTEGER REFERENCES shows(id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  pinned_slot INTEGER,
  product_id INTEGER REFERENCES products(id),
  position INTEGER NOT NULL,
  removed_ts INTEGER
) STRICT;

CREATE TABLE cues (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  sent_ts INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'shown', 'done', 'help', 'withdrawn')),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE cue_answers (
  id INTEGER PRIMARY KEY,
  cue_id INTEGER NOT NULL REFERENCES cues(id),
  answer TEXT NOT NULL CHECK (answer IN ('shown', 'done', 'help', 'withdrawn')),
  screen_id INTEGER,
  answered_ts INTEGER NOT NULL,
  delay_ms INTEGER,
  seq INTEGER NOT NULL,
  UNIQUE (cue_id, answer)
) STRICT;

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  planned_ms INTEGER NOT NULL,
  product_id INTEGER REFERENCES products(id),
  started_ts INTEGER,
  ended_ts INTEGER,
  UNIQUE (show_id, position)
) STRICT;

CREATE TABLE gaps (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  source_id INTEGER REFERENCES sources(id),
  from_ts INTEGER NOT NULL,
  to_ts INTEGER NOT NULL,
  cause TEXT NOT NULL,
  lost INTEGER,
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE commands (
  command_id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL,
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  done_ts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE screens (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  paired_ts INTEGER NOT NULL,
  last_seen_ts INTEGER NOT NULL,
  revoked_ts INTEGER
) STRICT;

CREATE TABLE erased_people (
  platform TEXT NOT NULL,
  platform_user_id TEXT NOT NULL,
  erased_ts INTEGER NOT NULL,
  PRIMARY KEY (platform, platform_user_id)
) STRICT, WITHOUT ROWID;
`;
