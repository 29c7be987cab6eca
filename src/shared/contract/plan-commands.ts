import { z } from 'zod';

import { CHECKLIST_MAX, CheckLine, ChecklistItem, ChecklistItemId } from '../model/checklist.ts';
import { BlockId } from '../model/ids.ts';
import { Language } from '../model/settings.ts';
import {
  Block,
  BLOCKS_MAX,
  BlockLoop,
  BlockPlan,
  BlockScript,
  LoopedGroup,
  PlanTerms,
} from '../model/run-of-show.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const revised = z.strictObject({ revision: z.int().min(0) });

/** One change of the plan. `beforeId` null: at the end. */
export const PlanEdit = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('insert'), beforeId: BlockId.nullable(), block: BlockPlan }),
  z.strictObject({ op: z.literal('change'), blockId: BlockId, change: BlockPlan.partial() }),
  z.strictObject({
    op: z.literal('move'),
    blockIds: z.array(BlockId).min(1).max(BLOCKS_MAX),
    beforeId: BlockId.nullable(),
  }),
  z.strictObject({ op: z.literal('remove'), blockIds: z.array(BlockId).min(1).max(BLOCKS_MAX) }),
  /** All blocks that were not on air yet. */
  z.strictObject({ op: z.literal('clear') }),
  z.strictObject({
    op: z.literal('loop'),
    group: LoopedGroup.shape.name,
    loop: BlockLoop.nullable(),
  }),
  z.strictObject({ op: z.literal('terms'), terms: PlanTerms.partial() }),
]);
export type PlanEdit = z.infer<typeof PlanEdit>;

/** The part of the contract about what is planned of a show (流程) and gone through before it. */
export const planCommands = {
  /** The whole plan of the current show, with every script. Refused: show_not_running. */
  'plan.get': {
    input: none,
    output: z.strictObject({
      blocks: z.array(Block.extend({ script: BlockScript })),
      loops: z.array(LoopedGroup),
      terms: PlanTerms,
      canUndo: z.boolean(),
      canRedo: z.boolean(),
      revision: z.int().min(0),
    }),
    callers: desk,
  },
  /**
   * Changes the plan, all of it or nothing, as one step that can be taken back. `insertedIds`: of what
   * was inserted, in order. Refused: show_not_running, show_wrong_state (ended), unknown_block,
   * unknown_product, block_on_air (what is or was on air stays), too_many.
   */
  'plan.edit': {
    input: z.strictObject({
      edits: z
        .array(PlanEdit)
        .min(1)
        .max(2 * BLOCKS_MAX),
    }),
    output: revised.extend({ insertedIds: z.array(BlockId) }),
    callers: desk,
  },
  /** Takes back the last step, of whatever desk. Refused: nothing_to_undo, block_on_air, unknown_product. */
  'plan.undo': { input: none, output: revised, callers: desk },
  /** Does again what was taken back. Refused: nothing_to_undo, block_on_air, unknown_product. */
  'plan.redo': { input: none, output: revised, callers: desk },
  /** The plan as a file of the data folder's `exports`, which an import reads back as it was. */
  'plan.export': {
    input: z.strictObject({ format: z.enum(['xlsx', 'csv']), language: Language }),
    output: z.strictObject({ path: z.string(), blocks: z.int().min(0) }),
    callers: desk,
  },

  /**
   * What is gone through before the current show, in order; `carriable`: what reviews of the room's
   * earlier live shows asked for and is open, and what was left open in the last of their lists, where
   * it is not in this one. Refused: show_not_running.
   */
  'checklist.get': {
    input: none,
    output: z.strictObject({
      items: z.array(ChecklistItem),
      carriable: z.int().min(0),
      /** What was overruled for this show, newest first. */
      overruled: z.array(
        z.strictObject({ checks: z.array(CheckLine), reason: z.string(), ts: z.int() }),
      ),
    }),
    callers: desk,
  },
  /** Adds an item (`id` null) or changes one. Refused: show_not_running, unknown_item, too_many. */
  'checklist.put': {
    input: z.strictObject({
      id: ChecklistItemId.nullable(),
      text: z.string().trim().min(1).max(300),
      state: ChecklistItem.shape.state,
    }),
    output: z.strictObject({ id: ChecklistItemId }),
    callers: desk,
  },
  'checklist.remove': {
    input: z.strictObject({ ids: z.array(ChecklistItemId).min(1).max(CHECKLIST_MAX) }),
    output: none,
    callers: desk,
  },
  /** Takes over all that is `carriable`. Refused: show_not_running, nothing_to_carry. */
  'checklist.carry': {
    input: none,
    output: z.strictObject({ ids: z.array(ChecklistItemId) }),
    callers: desk,
  },
  /** The show may start although these are red; kept with the reason. Refused: show_not_running. */
  'checks.overrule': {
    input: z.strictObject({
      checks: z.array(CheckLine).min(1).max(20),
      reason: z.string().trim().min(1).max(300),
    }),
    output: none,
    callers: desk,
  },
} as const;
