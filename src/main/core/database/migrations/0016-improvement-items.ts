/**
 * What a review asked to be done otherwise: the problem with its evidence and cause, the change, who
 * sees to it and by when, and the figure that is to prove it as it was in that show. Null `due_ts`: by
 * the next show. `improvement_id` of an item that is gone through before a show: it came from there.
 */
export const improvementItems = `
CREATE TABLE improvement_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  show_id INTEGER NOT NULL REFERENCES shows(id),
  finding_id TEXT,
  problem TEXT NOT NULL,
  evidence TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('people', 'goods', 'place')),
  scheme TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_ts INTEGER,
  metric TEXT,
  product_id INTEGER REFERENCES products(id) ON DELETE SET NULL,
  card_id INTEGER REFERENCES cue_cards(id) ON DELETE SET NULL,
  direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
  baseline REAL,
  baseline_error REAL,
  currency TEXT,
  goal REAL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  created_ts INTEGER NOT NULL,
  changed_ts INTEGER NOT NULL
) STRICT;
CREATE INDEX improvement_items_by_room ON improvement_items (room_id, id);
CREATE UNIQUE INDEX improvement_items_by_finding ON improvement_items (show_id, finding_id)
  WHERE finding_id IS NOT NULL;
ALTER TABLE checklist_items ADD COLUMN improvement_id INTEGER REFERENCES improvement_items(id);
CREATE INDEX checklist_items_by_improvement ON checklist_items (improvement_id, show_id)
  WHERE improvement_id IS NOT NULL;
`;
