/**
 * What operators keep about a person of a room, and the way to a person's own events. A mark holds until
 * `until_ts` (wall time), until the show `until_show_id` has ended, or with neither for ever.
 *
 * The index holds what a card counts – messages, gifts, paid messages, memberships, orders – and
 * leaves out joins and likes, of which there are many times more. It is cut into stretches of the log:
 * by person alone every message of a busy room would be written into another page of a large index,
 * which halves what the store takes; so the pages written are those of the newest stretch, and a
 * person is looked up once in each. A query is served by it only when it says both as the index does.
 */
export const personCards = `
CREATE TABLE person_notes (
  room_id TEXT NOT NULL REFERENCES rooms(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  text TEXT NOT NULL,
  changed_ts INTEGER NOT NULL,
  PRIMARY KEY (room_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_marks (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  person_id INTEGER NOT NULL REFERENCES people(id),
  kind TEXT NOT NULL CHECK (kind IN ('vip', 'watch', 'careful', 'custom')),
  word TEXT NOT NULL DEFAULT '',
  made_ts INTEGER NOT NULL,
  until_ts INTEGER,
  until_show_id INTEGER REFERENCES shows(id),
  UNIQUE (room_id, person_id, kind, word)
) STRICT;

CREATE INDEX events_by_person ON events (seq / 16384, person_id, show_id, kind)
  WHERE person_id IS NOT NULL AND kind IN (1, 3, 4, 5, 17);
`;
