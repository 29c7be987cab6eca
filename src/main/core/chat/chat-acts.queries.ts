import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** Facts of one action; a show with very many is told by its newest. */
const FACTS_READ = 400;

/** What was done in the chats of a show (58) and what came of it (59), in the order of the log. */
export function actFacts(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind IN (58, 59) AND kind >= 40
      ORDER BY seq DESC LIMIT ${FACTS_READ}`)
    .map((row) => eventOf(row, roomId))
    .reverse();
}

/** An event of a platform in this show and the source it came by; null where there is none. */
export function lineAt(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  seq: number,
): { readonly event: RoomEvent; readonly sourceId: number } | null {
  const row = db.get<EventRow & { readonly source_id: number }>(sql`
    SELECT e.seq, e.show_id, e.kind, e.platform_ts, e.received_ts, e.event_ts, e.dedupe_key, e.text,
      e.body, r.source_id
    FROM events e JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.seq = ${seq} AND e.show_id = ${showId}`);
  return row === undefined ? null : { event: eventOf(row, roomId), sourceId: row.source_id };
}

/** Seq of an event by its id on its platform; null where it has not come. */
export function seqByKey(
  db: ReadableDatabase,
  showId: number,
  sourceId: number,
  key: string,
): number | null {
  const row = db.get<{ seq: number }>(sql`
    SELECT seq FROM events INDEXED BY events_once
    WHERE show_id = ${showId} AND dedupe_key = ${key}
      AND source_room_id IN (SELECT id FROM source_rooms WHERE source_id = ${sourceId})`);
  return row?.seq ?? null;
}
