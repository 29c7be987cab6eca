/**
 * The endpoint by which a bridge reports a room's events, where it is on. A token is kept as its
 * SHA-256; `origins` is a JSON list.
 */
export const inboundEndpoints = `
CREATE TABLE inbound_endpoints (
  room_id TEXT PRIMARY KEY REFERENCES rooms(id),
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL,
  is_on_network INTEGER NOT NULL,
  origins TEXT NOT NULL,
  made_ts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
