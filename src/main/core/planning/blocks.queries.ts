import { Block } from '#shared/model/run-of-show.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export function blocksOf(db: ReadableDatabase, showId: number): readonly Block[] {
  return db
    .all<Record<string, unknown>>(sql`
      SELECT id, position, role, title, planned_ms AS plannedMs, product_id AS productId,
        started_ts AS startedTs, ended_ts AS endedTs
      FROM blocks WHERE show_id = ${showId} ORDER BY position`)
    .map((row) => Block.parse(row));
}

export function insertBlock(
  db: WritableDatabase,
  showId: number,
  block: {
    readonly position: number;
    readonly role: string;
    readonly title: string;
    readonly plannedMs: number;
    readonly productId: number | null;
  },
): void {
  db.run(sql`INSERT INTO blocks (show_id, position, role, title, planned_ms, product_id)
    VALUES (${showId}, ${block.position}, ${block.role}, ${block.title}, ${block.plannedMs},
      ${block.productId})`);
}

export function copyBlocks(db: WritableDatabase, fromShowId: number, toShowId: number): void {
  db.run(sql`INSERT INTO blocks (show_id, position, role, title, planned_ms, product_id)
    SELECT ${toShowId}, position, role, title, planned_ms, product_id
    FROM blocks WHERE show_id = ${fromShowId}`);
}

/** Starting a block ends the one that runs; a block started again begins anew. */
export function startBlock(
  db: WritableDatabase,
  showId: number,
  blockId: number,
  nowTs: number,
): void {
  endRunningBlock(db, showId, nowTs);
  db.run(sql`UPDATE blocks SET started_ts = ${nowTs}, ended_ts = NULL WHERE id = ${blockId}`);
}

export function endRunningBlock(db: WritableDatabase, showId: number, nowTs: number): void {
  db.run(sql`UPDATE blocks SET ended_ts = ${nowTs}
    WHERE show_id = ${showId} AND started_ts IS NOT NULL AND ended_ts IS NULL`);
}
