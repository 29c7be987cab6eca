/**
 * The run of show complete: every product of a block in their order (the column for one goes), what
 * is said and by whom, what became of a block on air; loops by the name of their group, what holds
 * for the whole plan (times of day as minutes of the room's day), and the list that is gone through
 * before a show. `carried_from` names the item of an earlier show that this one goes on with.
 */
export const runOfShow = `
CREATE TABLE block_products (
  block_id INTEGER NOT NULL REFERENCES blocks(id),
  place INTEGER NOT NULL,
  product_id INTEGER NOT NULL REFERENCES products(id),
  PRIMARY KEY (block_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_products_by_product ON block_products (product_id);
INSERT INTO block_products (block_id, place, product_id)
  SELECT id, 1, product_id FROM blocks WHERE product_id IS NOT NULL;
ALTER TABLE blocks DROP COLUMN product_id;
ALTER TABLE blocks ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE blocks ADD COLUMN script TEXT NOT NULL
  DEFAULT '{"hook":"","look":"","story":"","value":"","callToAction":""}';
ALTER TABLE blocks ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE blocks ADD COLUMN giveaway TEXT NOT NULL DEFAULT '';
ALTER TABLE blocks ADD COLUMN fallback TEXT NOT NULL DEFAULT '';
ALTER TABLE blocks ADD COLUMN rule TEXT NOT NULL DEFAULT 'push';
ALTER TABLE blocks ADD COLUMN group_name TEXT NOT NULL DEFAULT '';
ALTER TABLE blocks ADD COLUMN extended_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN held_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blocks ADD COLUMN held_since_ts INTEGER;
ALTER TABLE blocks ADD COLUMN skipped_ts INTEGER;
ALTER TABLE blocks ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
CREATE TABLE block_loops (
  show_id INTEGER NOT NULL REFERENCES shows(id),
  name TEXT NOT NULL,
  times INTEGER,
  until_minute INTEGER,
  PRIMARY KEY (show_id, name),
  CHECK ((times IS NULL) <> (until_minute IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE show_plans (
  show_id INTEGER PRIMARY KEY REFERENCES shows(id),
  end_minute INTEGER,
  follow TEXT NOT NULL DEFAULT 'off'
) STRICT;
CREATE TABLE checklist_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  origin TEXT NOT NULL DEFAULT 'own',
  carried_from INTEGER REFERENCES checklist_items(id)
) STRICT;
CREATE INDEX checklist_items_by_show ON checklist_items (show_id);
`;
