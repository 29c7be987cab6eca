/**
 * Groups of a show's shelf. An item is in one at most; `place` is the order in which they are listed,
 * and once in a show. An id is never given twice: an old screen's word never meets another group.
 */
export const shelfGroups = `
CREATE TABLE shelf_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  show_id INTEGER NOT NULL REFERENCES shows(id),
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  UNIQUE (show_id, place)
) STRICT;
ALTER TABLE shelf_items ADD COLUMN group_id INTEGER REFERENCES shelf_groups(id);
`;
