/** Outlets may be of a platform of their own: `kind` is checked by the program alone from here on. */
export const shopeeOutlets = `
CREATE TABLE outlets_10 (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  config TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1,
  removed_ts INTEGER
) STRICT;
CREATE TABLE outlet_products_10 (
  outlet_id INTEGER NOT NULL REFERENCES outlets_10(id),
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  is_on INTEGER NOT NULL,
  PRIMARY KEY (outlet_id, product_id)
) STRICT, WITHOUT ROWID;
INSERT INTO outlets_10 (id, room_id, kind, name, config, is_on, removed_ts)
  SELECT id, room_id, kind, name, config, is_on, removed_ts FROM outlets;
INSERT INTO outlet_products_10 (outlet_id, product_id, is_on)
  SELECT outlet_id, product_id, is_on FROM outlet_products;
DROP TABLE outlet_products;
DROP TABLE outlets;
ALTER TABLE outlets_10 RENAME TO outlets;
ALTER TABLE outlet_products_10 RENAME TO outlet_products;
`;
