import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

export type FactsRoom = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
};

export function factsRoom(db: ReadableDatabase, roomId: RoomId): FactsRoom | undefined {
  return db.get<FactsRoom>(sql`
    SELECT id, name, time_zone AS timeZone, currency FROM rooms WHERE id = ${roomId}`);
}

/** Between which places of the log the events of a show lie; null where it has none. */
export function eventRange(
  db: ReadableDatabase,
  showId: ShowId,
): { readonly first: number; readonly last: number } | null {
  const row = db.get<{ first: number | null; last: number | null }>(sql`
    SELECT min(seq) AS first, max(seq) AS last FROM events INDEXED BY events_once
    WHERE show_id = ${showId}`);
  if (row === undefined || row.first === null || row.last === null) return null;
  return { first: row.first, last: row.last };
}

/** Events of a show from place to place of the log, which bounds what one call reads. */
export function eventsBetween(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: ShowId,
  fromSeq: number,
  toSeq: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(
      sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events NOT INDEXED
      WHERE seq >= ${fromSeq} AND seq <= ${toSeq} AND show_id = ${showId} ORDER BY seq`,
    )
    .map((row) => eventOf(row, roomId));
}
