import { nextTurn } from '#shared/rules/run-of-show/next-block.ts';

import { choice, type ActionChoice, type ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import type { ActionSight } from './action-sight.ts';
import type { DeskAction } from './desk-action.ts';
import { blockChoices, isRunning } from './room-choices.ts';

type BlockActionType =
  | 'nextBlock'
  | 'previousBlock'
  | 'startBlock'
  | 'skipNextBlock'
  | 'skipBlock'
  | 'extendBlock'
  | 'extendBlockMore'
  | 'holdBlock';

const hasBlocks = (sight: ActionSight): boolean => isRunning(sight) && sight.blocks.length > 0;
const hasCurrent = (sight: ActionSight): boolean =>
  isRunning(sight) && sight.currentBlockId !== null;

/** The part of the table about the run of show on air. */
export const BLOCK_ACTIONS: {
  readonly [T in BlockActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  nextBlock: {
    ...keyed('block', 'keys.nextBlock', IN_ROOM),
    choices: ({ isLive, blocks }) =>
      when(isLive && blocks.length > 0, { type: 'nextBlock' }, 'palette.nextBlock'),
  },
  previousBlock: {
    ...keyed('block', 'keys.previousBlock', IN_ROOM),
    choices: (sight) => when(hasCurrent(sight), { type: 'previousBlock' }, 'blocks.previous'),
  },
  extendBlock: {
    ...keyed('block', 'keys.extendBlock', IN_ROOM),
    choices: (sight) => when(hasCurrent(sight), { type: 'extendBlock' }, 'blocks.extend'),
  },
  extendBlockMore: {
    ...keyed('block', 'keys.extendBlockMore', IN_ROOM),
    choices: (sight) => when(hasCurrent(sight), { type: 'extendBlockMore' }, 'blocks.extendMore'),
  },
  holdBlock: {
    ...keyed('block', 'keys.holdBlock', IN_ROOM),
    choices: (sight) => when(hasCurrent(sight), { type: 'holdBlock' }, 'blocks.holdOrGo'),
  },
  skipNextBlock: {
    ...keyed('block', 'keys.skipNextBlock', IN_ROOM),
    choices: (sight) => {
      const next = hasBlocks(sight) ? comingBlock(sight) : null;
      if (next === null) return [];
      return [choice({ type: 'skipNextBlock' }, 'blocks.skipNext', { title: next.title })];
    },
  },
  startBlock: { ...plain('block'), choices: blockChoices },
  skipBlock: { ...plain('block'), choices: skipChoices },
};

function comingBlock({
  blocks,
  currentBlockId,
}: ActionSight): ActionSight['blocks'][number] | null {
  const current = blocks.find(({ id }) => id === currentBlockId) ?? null;
  return nextTurn(blocks, [], current, 0)?.block ?? null;
}

/** The running block is broken off; what is ahead is passed over, or is not any more. */
function skipChoices(
  sight: ActionSight,
): readonly ActionChoice<Extract<DeskAction, { type: 'skipBlock' }>>[] {
  if (!hasBlocks(sight)) return [];
  const position = sight.blocks.find(({ id }) => id === sight.currentBlockId)?.position ?? 0;
  return sight.blocks
    .filter((block) => block.position >= position)
    .map(({ id, title, skippedTs }) => {
      const isSkipped = id === sight.currentBlockId || skippedTs === null;
      const words = isSkipped ? 'blocks.skip' : 'blocks.unskip';
      return choice({ type: 'skipBlock', blockId: id, isSkipped }, words, { title });
    });
}

/** Whether it works the run of show on air. */
export function isBlockAction(
  action: DeskAction,
): action is Extract<DeskAction, { type: BlockActionType }> {
  return Object.hasOwn(BLOCK_ACTIONS, action.type);
}
