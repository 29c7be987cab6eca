/**
 * Where pushes go beside the desk's own screens, and what each of them answered. `push_targets.target`
 * names the desk's own by their kind and an outlet as `kind:id`; `name` is what it was called then,
 * `text` what it was sent.
 */
export const outlets = `
CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  kind TEXT NOT NULL CHECK (kind IN ('chat', 'obs', 'webhook', 'manual')),
  name TEXT NOT NULL,
  config TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1,
  removed_ts INTEGER
) STRICT;

CREATE TABLE outlet_products (
  outlet_id INTEGER NOT NULL REFERENCES outlets(id),
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  is_on INTEGER NOT NULL,
  PRIMARY KEY (outlet_id, product_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE push_targets ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE push_targets ADD COLUMN text TEXT NOT NULL DEFAULT '';
ALTER TABLE push_targets ADD COLUMN reverse_state TEXT;
ALTER TABLE push_targets ADD COLUMN reverse_reason TEXT;
ALTER TABLE push_targets ADD COLUMN reverse_delay_ms INTEGER;
`;
