import { Block, BlockScript, type BlockPlan } from '#shared/model/run-of-show.ts';
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

/** Returns its id. The place must be free. */
export function insertBlock(
  db: WritableDatabase,
  showId: number,
  position: number,
  block: BlockPlan,
): number {
  const { lastId } = db.run(sql`INSERT INTO blocks
    (show_id, position, role, title, planned_ms, owner, script, node, giveaway, fallback, rule,
      group_name)
    VALUES (${showId}, ${position}, ${block.role}, ${block.title}, ${block.plannedMs},
      ${block.owner}, ${JSON.stringify(block.script)}, ${block.node}, ${block.giveaway},
      ${block.fallback}, ${block.rule}, ${block.group})`);
  putProducts(db, lastId, block.productIds);
  return lastId;
}

function putProducts(db: WritableDatabase, blockId: number, productIds: readonly number[]): void {
  db.run(sql`DELETE FROM block_products WHERE block_id = ${blockId}`);
  for (const [index, productId] of productIds.entries()) {
    db.run(sql`INSERT INTO block_products (block_id, place, product_id)
      VALUES (${blockId}, ${index + 1}, ${productId})`);
  }
}

/** The plan of one show for another, as nothing of it had been on air yet. */
export function copyBlocks(db: WritableDatabase, fromShowId: number, toShowId: number): void {
  for (const block of blocksOf(db, fromShowId)) insertBlock(db, toShowId, block.position, block);
  db.run(sql`INSERT INTO block_loops (show_id, name, times, until_minute)
    SELECT ${toShowId}, name, times, until_minute FROM block_loops WHERE show_id = ${fromShowId}`);
  db.run(sql`INSERT INTO show_plans (show_id, end_minute, follow)
    SELECT ${toShowId}, end_minute, follow FROM show_plans WHERE show_id = ${fromShowId}`);
}

/** Starting a block ends the one that runs; a block started again begins anew. */
export function startBlock(
  db: WritableDatabase,
  showId: number,
  blockId: number,
  nowTs: number,
): void {
  endRunningBlock(db, showId, nowTs);
  db.run(sql`UPDATE blocks SET started_ts = ${nowTs}, ended_ts = NULL, extended_ms = 0, held_ms = 0,
      held_since_ts = NULL, skipped_ts = NULL
    WHERE id = ${blockId}`);
}

export function endRunningBlock(db: WritableDatabase, showId: number, nowTs: number): void {
  db.run(sql`UPDATE blocks SET ended_ts = ${nowTs},
      held_ms = held_ms + coalesce(${nowTs} - held_since_ts, 0), held_since_ts = NULL
    WHERE show_id = ${showId} AND started_ts IS NOT NULL AND ended_ts IS NULL`);
}
