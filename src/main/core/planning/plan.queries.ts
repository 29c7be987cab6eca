import type { BlockPlan } from '#shared/model/run-of-show.ts';
import type { WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { blocksOf } from './blocks.queries.ts';

/**
 * Returns its id: the one that is wanted, if it is above zero and free. The place must be free.
 */
export function insertBlock(
  db: WritableDatabase,
  {
    showId,
    position,
    id,
    block,
  }: {
    readonly showId: number;
    readonly position: number;
    readonly id: number;
    readonly block: BlockPlan;
  },
): number {
  const wanted = id > 0 && !isTaken(db, id) ? id : null;
  const { lastId } = db.run(sql`INSERT INTO blocks
    (id, show_id, position, role, title, planned_ms, owner, script, node, giveaway, fallback, rule,
      group_name)
    VALUES (${wanted}, ${showId}, ${position}, ${block.role}, ${block.title}, ${block.plannedMs},
      ${block.owner}, ${JSON.stringify(block.script)}, ${block.node}, ${block.giveaway},
      ${block.fallback}, ${block.rule}, ${block.group})`);
  putProducts(db, lastId, block.productIds);
  return lastId;
}

function isTaken(db: WritableDatabase, id: number): boolean {
  return db.get(sql`SELECT 1 FROM blocks WHERE id = ${id}`) !== undefined;
}

export function updateBlock(
  db: WritableDatabase,
  id: number,
  position: number,
  block: BlockPlan,
): void {
  db.run(sql`UPDATE blocks SET position = ${position}, role = ${block.role},
      title = ${block.title}, planned_ms = ${block.plannedMs}, owner = ${block.owner},
      script = ${JSON.stringify(block.script)}, node = ${block.node},
      giveaway = ${block.giveaway}, fallback = ${block.fallback}, rule = ${block.rule},
      group_name = ${block.group}
    WHERE id = ${id}`);
  putProducts(db, id, block.productIds);
}

/** Out of the way, so that every place is free: each gets its place anew. */
export function movePlan(db: WritableDatabase, showId: number): void {
  db.run(sql`UPDATE blocks SET position = -position WHERE show_id = ${showId}`);
}

export function deleteBlock(db: WritableDatabase, id: number): void {
  db.run(sql`DELETE FROM block_products WHERE block_id = ${id}`);
  db.run(sql`DELETE FROM blocks WHERE id = ${id}`);
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
  for (const block of blocksOf(db, fromShowId)) {
    insertBlock(db, { showId: toShowId, position: block.position, id: 0, block });
  }
  db.run(sql`INSERT INTO block_loops (show_id, name, times, until_minute)
    SELECT ${toShowId}, name, times, until_minute FROM block_loops WHERE show_id = ${fromShowId}`);
  db.run(sql`INSERT INTO show_plans (show_id, end_minute, follow)
    SELECT ${toShowId}, end_minute, follow FROM show_plans WHERE show_id = ${fromShowId}`);
}
