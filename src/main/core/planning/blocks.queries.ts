import { Block, BlockScript } from '#shared/model/run-of-show.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** A block with its whole script. */
export type StoredBlock = Block & { readonly script: BlockScript };

export function blocksOf(db: ReadableDatabase, showId: number): readonly StoredBlock[] {
  const products = productsOf(db, showId);
  return db
    .all<Record<string, unknown> & { readonly id: number; readonly script: string }>(sql`
      SELECT id, position, role, title, planned_ms AS plannedMs, owner, script, node, giveaway,
        fallback, rule, group_name AS "group", started_ts AS startedTs, ended_ts AS endedTs,
        extended_ms AS extendedMs, held_ms AS heldMs, held_since_ts AS heldSinceTs,
        skipped_ts AS skippedTs, round
      FROM blocks WHERE show_id = ${showId} ORDER BY position`)
    .map((row) => {
      const productIds = products.get(row.id) ?? [];
      const script = BlockScript.parse(JSON.parse(row.script));
      const block = Block.parse({ ...row, script, productIds, productId: productIds[0] ?? null });
      return { ...block, script };
    });
}

function productsOf(db: ReadableDatabase, showId: number): ReadonlyMap<number, number[]> {
  const rows = db.all<{ readonly blockId: number; readonly productId: number }>(sql`
    SELECT p.block_id AS blockId, p.product_id AS productId
    FROM block_products p JOIN blocks b ON b.id = p.block_id
    WHERE b.show_id = ${showId} ORDER BY p.block_id, p.place`);
  const held = new Map<number, number[]>();
  for (const { blockId, productId } of rows) {
    held.set(blockId, [...(held.get(blockId) ?? []), productId]);
  }
  return held;
}

/** A block started again begins anew. */
export function startBlock(
  db: WritableDatabase,
  blockId: number,
  round: number,
  nowTs: number,
): void {
  db.run(sql`UPDATE blocks SET started_ts = ${nowTs}, ended_ts = NULL, extended_ms = 0, held_ms = 0,
      held_since_ts = NULL, skipped_ts = NULL, round = ${round}
    WHERE id = ${blockId}`);
}

/** Another round of a loop: what was passed over in the last one comes again. */
export function freshRound(db: WritableDatabase, showId: number, group: string): void {
  db.run(sql`UPDATE blocks SET skipped_ts = NULL
    WHERE show_id = ${showId} AND group_name = ${group}`);
}

export function endRunningBlock(db: WritableDatabase, showId: number, nowTs: number): void {
  db.run(sql`UPDATE blocks SET ended_ts = ${nowTs},
      held_ms = held_ms + coalesce(${nowTs} - held_since_ts, 0), held_since_ts = NULL
    WHERE show_id = ${showId} AND started_ts IS NOT NULL AND ended_ts IS NULL`);
}
