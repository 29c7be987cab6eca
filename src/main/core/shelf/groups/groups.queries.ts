import type { ReadableDatabase, WritableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type StoredGroup = {
  readonly id: number;
  readonly name: string;
  /** Its place among the groups of the show, from 1. */
  readonly place: number;
};

/** Groups of a show's shelf in their order. */
export function groupsOf(db: ReadableDatabase, showId: number): readonly StoredGroup[] {
  return db.all(sql`
    SELECT id, name, place FROM shelf_groups WHERE show_id = ${showId} ORDER BY place`);
}

export function insertGroup(db: WritableDatabase, showId: number, name: string): number {
  return db.run(sql`INSERT INTO shelf_groups (show_id, name, place)
    SELECT ${showId}, ${name}, coalesce(max(place), 0) + 1
    FROM shelf_groups WHERE show_id = ${showId}`).lastId;
}

export function renameGroup(db: WritableDatabase, groupId: number, name: string): void {
  db.run(sql`UPDATE shelf_groups SET name = ${name} WHERE id = ${groupId}`);
}

/** Its items are in none from then on. */
export function deleteGroup(db: WritableDatabase, groupId: number): void {
  db.run(sql`UPDATE shelf_items SET group_id = NULL WHERE group_id = ${groupId}`);
  db.run(sql`DELETE FROM shelf_groups WHERE id = ${groupId}`);
}

export function setGroup(
  db: WritableDatabase,
  showId: number,
  productId: number,
  groupId: number | null,
): void {
  db.run(sql`UPDATE shelf_items SET group_id = ${groupId}
    WHERE show_id = ${showId} AND product_id = ${productId}`);
}

/** The groups of a show become exactly these, under the ids they had; no item is in one. */
export function replaceGroups(
  db: WritableDatabase,
  showId: number,
  groups: readonly StoredGroup[],
): void {
  db.run(sql`UPDATE shelf_items SET group_id = NULL WHERE show_id = ${showId}`);
  db.run(sql`DELETE FROM shelf_groups WHERE show_id = ${showId}`);
  for (const { id, name, place } of groups) {
    db.run(sql`INSERT INTO shelf_groups (id, show_id, name, place)
      VALUES (${id}, ${showId}, ${name}, ${place})`);
  }
}

/** The same groups for another show that has none yet. */
export function copyGroups(db: WritableDatabase, fromShowId: number, toShowId: number): void {
  db.run(sql`INSERT INTO shelf_groups (show_id, name, place)
    SELECT ${toShowId}, name, place FROM shelf_groups WHERE show_id = ${fromShowId} ORDER BY place`);
}
