import type { WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** `extendedMs`: all that is added to its plan. */
export function extendBlock(db: WritableDatabase, blockId: number, extendedMs: number): void {
  db.run(sql`UPDATE blocks SET extended_ms = ${extendedMs} WHERE id = ${blockId}`);
}

/** `heldMs`: how long its clock stood before `sinceTs`, from when it stands; null: it goes on. */
export function holdBlock(
  db: WritableDatabase,
  blockId: number,
  heldMs: number,
  sinceTs: number | null,
): void {
  db.run(sql`UPDATE blocks SET held_ms = ${heldMs}, held_since_ts = ${sinceTs}
    WHERE id = ${blockId}`);
}

export function skipBlock(db: WritableDatabase, blockId: number, skippedTs: number | null): void {
  db.run(sql`UPDATE blocks SET skipped_ts = ${skippedTs} WHERE id = ${blockId}`);
}
