/**
 * Tables of platforms' exports that were taken in after a show, with every figure of them, and what a
 * show gave away.
 *
 * `imported_figures`: minute is floor(UTC ms / 60000) of a table of minutes, `product_id` of a table of
 * products, both null of a show's totals; money in minor units of `platform_imports.currency`, times in
 * seconds. An import that was taken out keeps its figures, so that it can come back; `replaced_id` is
 * the one it took the place of.
 *
 * `benefits`: money in minor units, `origin` is what told of it (`cue:7`, `block:3`), null where somebody
 * wrote it; null figures are not known.
 */
export const commerce = `
CREATE TABLE platform_imports (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  platform TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('minutes', 'products', 'totals')),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  currency TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  imported_ts INTEGER NOT NULL,
  removed_ts INTEGER,
  replaced_id INTEGER REFERENCES platform_imports(id)
) STRICT;
CREATE INDEX platform_imports_by_show ON platform_imports (show_id);

CREATE TABLE imported_figures (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES platform_imports(id),
  minute INTEGER,
  product_id INTEGER REFERENCES products(id),
  figure TEXT NOT NULL,
  value INTEGER NOT NULL,
  is_rounded INTEGER NOT NULL DEFAULT 0 CHECK (is_rounded IN (0, 1))
) STRICT;
CREATE INDEX imported_figures_by_import ON imported_figures (import_id);
CREATE INDEX imported_figures_by_product ON imported_figures (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE benefits (
  id INTEGER PRIMARY KEY,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  product_id INTEGER REFERENCES products(id),
  given_ts INTEGER,
  currency TEXT NOT NULL,
  cost_minor INTEGER,
  quantity INTEGER,
  claimed INTEGER,
  redeemed INTEGER,
  origin TEXT,
  changed_ts INTEGER NOT NULL,
  removed_ts INTEGER
) STRICT;
CREATE INDEX benefits_by_show ON benefits (show_id);
CREATE INDEX benefits_by_product ON benefits (product_id) WHERE product_id IS NOT NULL;
`;
