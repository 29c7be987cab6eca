import type { RoomEvent } from '#shared/contract/room-event.ts';
import { ChecklistItem } from '#shared/model/checklist.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { factsOf } from '../room/facts.queries.ts';
import { itemsIn } from './improvements.queries.ts';

type ItemRow = {
  readonly id: number;
  readonly text: string;
  readonly state: string;
  readonly origin: string;
  readonly improvementId: number | null;
};

/** Items of a show's list, in order. */
export function itemsOf(db: ReadableDatabase, showId: number): readonly ChecklistItem[] {
  const rows = db.all<ItemRow>(sql`
    SELECT id, text, state, origin, improvement_id AS improvementId FROM checklist_items
    WHERE show_id = ${showId} ORDER BY place, id`);
  const asked = itemsIn(
    db,
    rows.flatMap(({ improvementId }) => improvementId ?? []),
  );
  return rows.map(({ improvementId, ...row }) => {
    const of = asked.find(({ id }) => id === improvementId);
    if (of === undefined) return ChecklistItem.parse(row);
    const { id, problem, owner, dueTs, proving, subject, currency } = of;
    const improvement = { id, problem, owner, dueTs, proving, subject, currency };
    return ChecklistItem.parse({ ...row, improvement });
  });
}

type NewItem = Pick<ChecklistItem, 'text' | 'state' | 'origin'> & {
  /** The item of an earlier show that it goes on with. */
  readonly carriedFrom: number | null;
  readonly improvementId: number | null;
};

/** Returns its id; it comes last. */
export function insertItem(db: WritableDatabase, showId: number, item: NewItem): number {
  const { lastId } = db.run(sql`
    INSERT INTO checklist_items (show_id, place, text, state, origin, carried_from, improvement_id)
    SELECT ${showId}, coalesce(max(place), 0) + 1, ${item.text}, ${item.state}, ${item.origin},
      ${item.carriedFrom}, ${item.improvementId}
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

/** Something to take over; exactly one of the two ids says from where. */
export type CarriableItem = {
  readonly text: string;
  readonly carriedFrom: number | null;
  readonly improvementId: number | null;
};

/**
 * What this show's list could take over: items that reviews of the room's earlier real shows asked for
 * and that are open still, then what was left open in the last of those shows that is over and has a
 * list. Nothing that was taken over already, or stands in the list in the same words.
 */
export function carriableItems(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly CarriableItem[] {
  return db.all<CarriableItem>(sql`
    SELECT text, carriedFrom, improvementId FROM (
      SELECT 1 AS part, i.id AS place, i.scheme AS text, NULL AS carriedFrom, i.id AS improvementId
      FROM improvement_items i JOIN shows s ON s.id = i.show_id
      WHERE i.room_id = ${roomId} AND i.state = 'open' AND s.id < ${showId} AND s.origin = 'live'
        AND s.removed_ts IS NULL AND NOT EXISTS (SELECT 1 FROM checklist_items own
          WHERE own.show_id = ${showId} AND own.improvement_id = i.id)
      UNION ALL
      SELECT 2, i.place, i.text, i.id, NULL FROM checklist_items i
      WHERE i.state = 'open' AND i.improvement_id IS NULL
        AND i.show_id = (
          SELECT max(s.id) FROM shows s
          WHERE s.room_id = ${roomId} AND s.id < ${showId} AND s.origin = 'live' AND s.state = 'ended'
            AND s.removed_ts IS NULL
            AND EXISTS (SELECT 1 FROM checklist_items o WHERE o.show_id = s.id))
        AND NOT EXISTS (SELECT 1 FROM checklist_items own
          WHERE own.show_id = ${showId} AND (own.carried_from = i.id OR own.text = i.text)))
    ORDER BY part, place, carriedFrom`);
}

/** What was overruled before or during a show (86), in the order of the log. */
export function overruledFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['checks.overruled']);
}
