/**
 * What a card of the deck is written in and how it is to be said; the hosts of a room and which cards
 * are their favourites; from which card a cue was sent, and of which product it spoke. `asks` says
 * that a cue's text is a question in a viewer's words.
 *
 * `room_answers` are answers that hold whatever product is spoken of; those of a product are on its card.
 */
export const cueLibrary = `
CREATE TABLE anchors (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  name TEXT NOT NULL,
  removed_ts INTEGER
) STRICT;

ALTER TABLE cue_cards ADD COLUMN language TEXT NOT NULL DEFAULT 'any' CHECK (language IN ('any', 'zh', 'en'));
ALTER TABLE cue_cards ADD COLUMN tone TEXT NOT NULL DEFAULT 'plain';

CREATE TABLE card_favourites (
  card_id INTEGER NOT NULL REFERENCES cue_cards(id),
  anchor_id INTEGER NOT NULL REFERENCES anchors(id),
  PRIMARY KEY (card_id, anchor_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE cues ADD COLUMN card_id INTEGER REFERENCES cue_cards(id);
ALTER TABLE cues ADD COLUMN product_id INTEGER REFERENCES products(id);
ALTER TABLE cues ADD COLUMN asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));
CREATE INDEX cues_by_card ON cues (card_id) WHERE card_id IS NOT NULL;

CREATE TABLE room_answers (
  id INTEGER PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES rooms(id),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  changed_ts INTEGER NOT NULL
) STRICT;
CREATE INDEX room_answers_by_room ON room_answers (room_id, id);
`;
