/**
 * What the catalogue keeps of a product beside its card, every change of its prices, and which column
 * of a table was taken for what, by the table's headings.
 *
 * A price has a row of its whole ladder from `changed_ts` on (wall time). What stood when this history
 * began has no time: nothing says since when.
 */
export const catalogue = `
ALTER TABLE products ADD COLUMN details TEXT NOT NULL DEFAULT '{}';

CREATE TABLE product_prices (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES products(id),
  changed_ts INTEGER,
  cause TEXT NOT NULL CHECK (cause IN ('earlier', 'edit', 'import', 'undo', 'demo')),
  currency TEXT NOT NULL,
  list_price_minor INTEGER,
  price_minor INTEGER,
  member_price_minor INTEGER,
  coupon_price_minor INTEGER
) STRICT;
CREATE INDEX product_prices_by_product ON product_prices (product_id, id);
CREATE INDEX pushes_by_product ON pushes (product_id, show_id);

INSERT INTO product_prices (product_id, cause, currency, list_price_minor, price_minor, coupon_price_minor)
  SELECT id, 'earlier', json_extract(fields, '$.currency'), json_extract(fields, '$.listPriceMinor'),
    json_extract(fields, '$.priceMinor'), json_extract(fields, '$.couponPriceMinor')
  FROM products ORDER BY id;

CREATE TABLE import_layouts (
  room_id TEXT NOT NULL REFERENCES rooms(id),
  headings TEXT NOT NULL,
  columns TEXT NOT NULL,
  used_ts INTEGER NOT NULL,
  PRIMARY KEY (room_id, headings)
) STRICT, WITHOUT ROWID;
`;
