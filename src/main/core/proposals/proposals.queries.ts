import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { factsOf } from '../room/facts.queries.ts';

/** Proposals (87), what came of them (88), modes (89) and resets (90) of a show, in their order. */
export function proposalFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, [
    'cue.proposed',
    'cue.proposal_settled',
    'triggers.mode',
    'triggers.reset',
  ]);
}

/** IANA name of the zone the room's clock runs in. */
export function timeZoneOf(db: ReadableDatabase, roomId: string): string {
  const row = db.get<{ zone: string }>(
    sql`SELECT time_zone AS zone FROM rooms WHERE id = ${roomId}`,
  );
  return row?.zone ?? 'UTC';
}

export type StoredLine = {
  readonly ts: number;
  readonly text: string;
  readonly platform: string;
  readonly person: string | null;
};

/** Chat (1) of a show in its order; at most `limit`. */
export function storedLines(
  db: ReadableDatabase,
  showId: number,
  limit: number,
): readonly StoredLine[] {
  return db.all(sql`
    SELECT event_ts AS ts, coalesce(text, '') AS text, json_extract(body, '$.platform') AS platform,
      json_extract(body, '$.actor.platformUserId') AS person
    FROM events WHERE seq IN (
      SELECT seq FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND kind = 1 ORDER BY seq LIMIT ${limit})
    ORDER BY seq`);
}
