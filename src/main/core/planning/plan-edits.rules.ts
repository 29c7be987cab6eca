import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import { BLOCKS_MAX, type BlockPlan } from '#shared/model/run-of-show.ts';
import type { PlanStanding } from './plan-history.ts';

/** A block of a standing; a new one has a number below zero until it is stored. */
type Row = PlanStanding['blocks'][number];

type Edited = Result<PlanStanding>;

/**
 * What the plan is after changes, all of them or nothing. `wasOnAir`: ids of blocks that are on air or
 * were, which stay. Refused: unknown_block, block_on_air, too_many.
 */
export function editPlan(
  standing: PlanStanding,
  edits: readonly PlanEdit[],
  wasOnAir: ReadonlySet<number>,
): Edited {
  let now = standing;
  for (const [index, edit] of edits.entries()) {
    const next = editOnce(now, edit, wasOnAir, -1 - index);
    if (!next.ok) return next;
    now = next.value;
  }
  const { length } = now.blocks;
  return length > BLOCKS_MAX
    ? fail('too_many', { what: 'blocks', max: BLOCKS_MAX, given: length })
    : ok(now);
}

function editOnce(
  now: PlanStanding,
  edit: PlanEdit,
  wasOnAir: ReadonlySet<number>,
  newId: number,
): Edited {
  const { blocks } = now;
  switch (edit.op) {
    case 'insert':
      return insertBefore(now, blocks, [{ id: newId, plan: edit.block }], edit.beforeId);
    case 'change': {
      if (!blocks.some(({ id }) => id === edit.blockId)) return unknown(edit.blockId);
      const changed = blocks.map((row) =>
        row.id === edit.blockId ? withChange(row, edit.change) : row,
      );
      return ok({ ...now, blocks: changed });
    }
    case 'move': {
      const moved = blocks.filter(({ id }) => holds(edit.blockIds, id));
      const missing = edit.blockIds.find((wanted) => !blocks.some(({ id }) => id === wanted));
      if (missing !== undefined) return unknown(missing);
      const rest = blocks.filter(({ id }) => !holds(edit.blockIds, id));
      return insertBefore(now, rest, moved, placeAmong(blocks, rest, edit.beforeId));
    }
    case 'remove': {
      for (const id of edit.blockIds) {
        const row = blocks.find((each) => each.id === id);
        if (row === undefined) return unknown(id);
        if (wasOnAir.has(id)) return fail('block_on_air', { title: row.plan.title });
      }
      return ok({ ...now, blocks: blocks.filter(({ id }) => !holds(edit.blockIds, id)) });
    }
    case 'clear':
      return ok({ ...now, blocks: blocks.filter(({ id }) => wasOnAir.has(id)) });
    case 'loop': {
      const others = now.loops.filter(({ name }) => name !== edit.group);
      const own = edit.loop === null ? [] : [{ name: edit.group, loop: edit.loop }];
      return ok({ ...now, loops: [...others, ...own] });
    }
    case 'terms':
      return ok({ ...now, terms: { ...now.terms, ...edit.terms } });
  }
}

function withChange(row: Row, change: Partial<BlockPlan>): Row {
  return { ...row, plan: { ...row.plan, ...change } };
}

/** Where a moved block was itself named, the first after it that stays. */
function placeAmong(
  all: readonly Row[],
  rest: readonly Row[],
  beforeId: number | null,
): number | null {
  if (beforeId === null || rest.some(({ id }) => id === beforeId)) return beforeId;
  const from = all.findIndex(({ id }) => id === beforeId);
  if (from === -1) return beforeId;
  return all.slice(from).find(({ id }) => rest.some((row) => row.id === id))?.id ?? null;
}

function insertBefore(
  now: PlanStanding,
  blocks: readonly Row[],
  rows: readonly Row[],
  beforeId: number | null,
): Edited {
  const at = beforeId === null ? blocks.length : blocks.findIndex(({ id }) => id === beforeId);
  if (at === -1) return unknown(beforeId ?? 0);
  return ok({ ...now, blocks: [...blocks.slice(0, at), ...rows, ...blocks.slice(at)] });
}

function holds(ids: readonly number[], id: number): boolean {
  return ids.includes(id);
}

function unknown(blockId: number) {
  return fail('unknown_block', { blockId });
}
