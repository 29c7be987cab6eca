/**
 * What a show came to in one row, so that a list of hundreds and any comparison reads few. A show has
 * its row from its end on; what is written into it later takes the row away, and it is counted again
 * when it is next asked for. `sources` is JSON of connector and platform, `anchors` of names.
 *
 * `removed_ts` (wall time): the show lies in the bin, or (`merged_into`) is a part of another: nothing
 * but the bin and the way back knows of it. `erasing_ts`: it is being erased, there is no way back.
 *
 * `show_words`: tags, and hosts that were named by hand.
 *
 * `show_merges`: a show that was made of two. `kept_show_id` holds the roll-ups and the row of the
 * first as they were; `moved` is JSON of what of the second hangs at the first now.
 */
export const showFigures = `
ALTER TABLE shows ADD COLUMN removed_ts INTEGER;
ALTER TABLE shows ADD COLUMN merged_into INTEGER REFERENCES shows(id);
ALTER TABLE shows ADD COLUMN erasing_ts INTEGER;
CREATE INDEX shows_by_room ON shows (room_id, started_ts);

CREATE TABLE show_figures (
  show_id INTEGER PRIMARY KEY REFERENCES shows(id),
  sources TEXT NOT NULL,
  anchors TEXT NOT NULL,
  on_air_ms INTEGER NOT NULL,
  events INTEGER NOT NULL,
  chats INTEGER NOT NULL,
  chatters INTEGER NOT NULL,
  joins INTEGER NOT NULL,
  follows INTEGER NOT NULL,
  gifts INTEGER NOT NULL,
  orders_placed INTEGER NOT NULL,
  orders_paid INTEGER NOT NULL,
  units_paid INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL,
  views INTEGER,
  viewers_mean REAL,
  viewers_peak INTEGER,
  pushes INTEGER NOT NULL,
  cues_sent INTEGER NOT NULL,
  cues_done INTEGER NOT NULL,
  gap_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE show_money (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  what TEXT NOT NULL CHECK (what IN ('order_placed', 'order_paid', 'tip')),
  currency TEXT NOT NULL,
  exponent INTEGER NOT NULL,
  amount_minor INTEGER NOT NULL,
  PRIMARY KEY (show_id, what, currency, exponent)
) STRICT, WITHOUT ROWID;

CREATE TABLE show_products (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  product_id INTEGER NOT NULL,
  link_number INTEGER NOT NULL,
  currency TEXT NOT NULL,
  pushes INTEGER NOT NULL,
  airtime_ms INTEGER NOT NULL,
  orders_paid INTEGER,
  units_paid INTEGER,
  paid_minor INTEGER,
  PRIMARY KEY (show_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX show_products_by_product ON show_products (product_id, show_id);

CREATE TABLE show_words (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  kind TEXT NOT NULL CHECK (kind IN ('tag', 'anchor')),
  word TEXT NOT NULL,
  PRIMARY KEY (show_id, kind, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE show_merges (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  from_show_id INTEGER NOT NULL REFERENCES shows(id),
  kept_show_id INTEGER NOT NULL REFERENCES shows(id),
  merged_ts INTEGER NOT NULL,
  moved TEXT NOT NULL
) STRICT;
`;
