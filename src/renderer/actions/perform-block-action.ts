import { assertNever } from '#shared/lib/assert-never.ts';
import { nextTurn } from '#shared/rules/run-of-show/next-block.ts';

import type { BLOCK_ACTIONS } from './block-actions.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';

type BlockAction = Extract<DeskAction, { type: keyof typeof BLOCK_ACTIONS }>;

const MINUTE_MS = 60_000;
/** What one press adds to the running block, ms. */
const EXTEND_MS = MINUTE_MS;
const EXTEND_MORE_MS = 5 * MINUTE_MS;

/** Works the run of show on air; refusals are said beside it. */
export async function performBlockAction(
  action: BlockAction,
  around: ActionSurroundings,
): Promise<void> {
  const { runInArea, seen } = around;
  const { blocks, currentId } = seen().blocks;
  const current = blocks.find(({ id }) => id === currentId) ?? null;
  switch (action.type) {
    case 'startBlock':
      await runInArea('blocks', 'block.start', { blockId: action.blockId });
      return;
    case 'nextBlock': {
      const result = await runInArea('blocks', 'block.next', {});
      return result.ok ? sayInPart('blocks', 'part.nextBlock', {}, around) : undefined;
    }
    case 'previousBlock':
      await runInArea('blocks', 'block.previous', {});
      return;
    case 'extendBlock':
      await runInArea('blocks', 'block.extend', { byMs: EXTEND_MS });
      return;
    case 'extendBlockMore':
      await runInArea('blocks', 'block.extend', { byMs: EXTEND_MORE_MS });
      return;
    case 'holdBlock':
      await runInArea('blocks', 'block.hold', { isHeld: (current?.heldSinceTs ?? null) === null });
      return;
    case 'skipNextBlock': {
      const next = nextTurn(blocks, [], current, 0);
      if (next === null) return;
      await runInArea('blocks', 'block.skip', { blockId: next.block.id, isSkipped: true });
      return;
    }
    case 'skipBlock': {
      const { blockId, isSkipped } = action;
      await runInArea('blocks', 'block.skip', { blockId, isSkipped });
      return;
    }
    default:
      return assertNever(action);
  }
}
