/**
 * Erasing a person: the list of erased people keeps salted hashes instead of ids, and a request is
 * kept until it is carried out. A person named by the list of before is asked to be erased anew.
 */
export const erasures = `
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  salt BLOB NOT NULL UNIQUE,
  stage TEXT NOT NULL CHECK (stage IN ('rows', 'files', 'compacting', 'done')),
  -- The three say whom; they are gone as soon as nothing needs them any more.
  platform TEXT,
  platform_user_id TEXT,
  names TEXT,
  until_seq INTEGER NOT NULL,
  own_events INTEGER NOT NULL DEFAULT 0,
  other_events INTEGER NOT NULL DEFAULT 0,
  files_treated INTEGER NOT NULL DEFAULT 0,
  files_failed TEXT NOT NULL DEFAULT '[]',
  requested_ts INTEGER NOT NULL,
  done_ts INTEGER
) STRICT;

INSERT INTO erasures (salt, stage, platform, platform_user_id, names, until_seq, requested_ts)
  SELECT randomblob(16), 'rows', platform, platform_user_id, '[]',
    (SELECT coalesce(max(seq), 0) FROM events), erased_ts
  FROM erased_people;
DROP TABLE erased_people;

CREATE TABLE erased_people (
  salt BLOB PRIMARY KEY,
  id_hash BLOB NOT NULL,
  erased_ts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
