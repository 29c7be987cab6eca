import type { RoomEvent } from '#shared/contract/room-event.ts';
import { ChecklistItem } from '#shared/model/checklist.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** Items of a show's list, in order. */
export function itemsOf(db: ReadableDatabase, showId: number): readonly ChecklistItem[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT id, text, state, origin FROM checklist_items
      WHERE show_id = ${showId} ORDER BY place, id`)
    .map((row) => ChecklistItem.parse(row));
}

/** Returns its id; it comes last. */
export function insertItem(
  db: WritableDatabase,
  showId: number,
  item: Omit<ChecklistItem, 'id'> & { readonly carriedFrom: number | null },
): number {
  const { lastId } = db.run(sql`
    INSERT INTO checklist_items (show_id, place, text, state, origin, carried_from)
    SELECT ${showId}, coalesce(max(place), 0) + 1, ${item.text}, ${item.state}, ${item.origin},
      ${item.carriedFrom}
    FROM checklist_items WHERE show_id = ${showId}`);
  return lastId;
}

/** False where the show has no such item. */
export function updateItem(
  db: WritableDatabase,
  showId: number,
  { id, text, state }: Pick<ChecklistItem, 'id' | 'text' | 'state'>,
): boolean {
  const done = db.run(sql`UPDATE checklist_items SET text = ${text}, state = ${state}
    WHERE id = ${id} AND show_id = ${showId}`);
  return done.changes > 0;
}

export function deleteItem(db: WritableDatabase, showId: number, id: number): void {
  db.run(sql`UPDATE checklist_items SET carried_from = NULL WHERE carried_from = ${id}`);
  db.run(sql`DELETE FROM checklist_items WHERE id = ${id} AND show_id = ${showId}`);
}

export type CarriableItem = { readonly id: number; readonly text: string };

/**
 * What was left open in the last live show of the room that is over and has a list, and was not
 * carried into this show's list yet, nor stands in it in the same words.
 */
export function carriableItems(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly CarriableItem[] {
  return db.all<CarriableItem>(sql`
    SELECT i.id, i.text FROM checklist_items i
    WHERE i.state = 'open'
      AND i.show_id = (
        SELECT max(s.id) FROM shows s
        WHERE s.room_id = ${roomId} AND s.id < ${showId} AND s.origin = 'live' AND s.state = 'ended'
          AND EXISTS (SELECT 1 FROM checklist_items o WHERE o.show_id = s.id))
      AND NOT EXISTS (SELECT 1 FROM checklist_items own
        WHERE own.show_id = ${showId} AND (own.carried_from = i.id OR own.text = i.text))
    ORDER BY i.place, i.id`);
}

/** What was overruled before or during a show (86), in the order of the log. */
export function overruledFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few
      WHERE show_id = ${showId} AND kind = 86 AND kind >= 40 ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
