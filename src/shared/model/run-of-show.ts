import { z } from 'zod';

import { BlockId, ProductId, Timestamp } from './ids.ts';

/** Most blocks of one show. */
export const BLOCKS_MAX = 200;
/** Most products that one block is about. */
export const BLOCK_PRODUCTS_MAX = 20;
/** All parts of a script together, in characters (UTF-16 units). */
export const SCRIPT_MAX = 10_000;
/** The longest a block can be planned, ms. */
export const BLOCK_LONGEST_MS = 12 * 3_600_000;

/** What a block is for: the trade's order of a show, a part of the programme, and a rest. */
export const BlockRole = z.enum([
  'warmup',
  'traffic',
  'benefit',
  'hero',
  'margin',
  'giveaway',
  'questions',
  'close',
  'encore',
  'preview',
  'content',
  'break',
]);
export type BlockRole = z.infer<typeof BlockRole>;

/**
 * What becomes of a block when what was before it took longer: `push` keeps its length and begins
 * later, `squeeze` gives up time so that what follows is as planned, `fixed` keeps its planned start.
 */
export const BlockRule = z.enum(['push', 'squeeze', 'fixed']);
export type BlockRule = z.infer<typeof BlockRule>;

export const SCRIPT_PARTS = ['hook', 'look', 'story', 'value', 'callToAction'] as const;
export type ScriptPart = (typeof SCRIPT_PARTS)[number];
type ScriptParts = Readonly<Record<ScriptPart, string>>;

/** What the anchor says in a block; each part may hold line breaks and may be empty. */
export const BlockScript = z
  .strictObject({
    hook: z.string(),
    look: z.string(),
    story: z.string(),
    value: z.string(),
    callToAction: z.string(),
  })
  .refine((script: ScriptParts) => scriptLength(script) <= SCRIPT_MAX);
export type BlockScript = z.infer<typeof BlockScript>;

export const NO_SCRIPT: BlockScript = {
  hook: '',
  look: '',
  story: '',
  value: '',
  callToAction: '',
};

/** Characters of all its parts together. */
export function scriptLength(script: ScriptParts): number {
  return SCRIPT_PARTS.reduce((sum, part) => sum + script[part].length, 0);
}

/** What somebody plans of a block; its place is its place in the list. */
export const blockPlanFields = {
  role: BlockRole,
  title: z.string().max(120),
  plannedMs: z.int().min(0).max(BLOCK_LONGEST_MS),
  /** In the order in which they are shown; the first is the one that is armed and compared. */
  productIds: z.array(ProductId).max(BLOCK_PRODUCTS_MAX),
  /** Who answers for it. */
  owner: z.string().max(60),
  script: BlockScript,
  /** What the room is asked to do at this point (互动节点). */
  node: z.string().max(200),
  giveaway: z.string().max(200),
  /** What is said when it does not go as planned (兜底话术). */
  fallback: z.string().max(500),
  rule: BlockRule,
  /** Name of the group it is in, empty for none: neighbours of one name are one group. */
  group: z.string().max(40),
};
export const BlockPlan = z.strictObject(blockPlanFields);
export type BlockPlan = z.infer<typeof BlockPlan>;

/** One block of the run of show (流程). Times are show time. */
export const Block = z.strictObject({
  ...blockPlanFields,
  // What a store holds is shown however long it is: only what is planned anew is measured.
  title: z.string(),
  owner: z.string(),
  node: z.string(),
  giveaway: z.string(),
  fallback: z.string(),
  group: z.string(),
  id: BlockId,
  position: z.int().min(1),
  /** The first of its products; null for a block without one. */
  productId: ProductId.nullable(),
  /** Null where it is not told: screens get the scripts of the current and the next block alone. */
  script: BlockScript.nullable(),
  startedTs: Timestamp.nullable(),
  endedTs: Timestamp.nullable(),
  /** Milliseconds that were added to it (or taken off) while it ran. */
  extendedMs: z.int(),
  /** Milliseconds its clock stood still so far; the hold that goes on is not in it. */
  heldMs: z.int().min(0),
  /** Since when its clock stands; null while it runs. */
  heldSinceTs: Timestamp.nullable(),
  /** When it was passed over; null where it was not. */
  skippedTs: Timestamp.nullable(),
  /** Which round of its group's loop this is. */
  round: z.int().min(1),
});
export type Block = z.infer<typeof Block>;

/** A minute of the room's day, 0 for midnight. */
export const DayMinute = z.int().min(0).max(1439);

/** How often a group is gone through: so many times, or until a time of day. */
export const BlockLoop = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('times'), times: z.int().min(2).max(50) }),
  z.strictObject({ kind: z.literal('until'), minute: DayMinute }),
]);
export type BlockLoop = z.infer<typeof BlockLoop>;

/** A group that is a loop. */
export const LoopedGroup = z.strictObject({ name: z.string().min(1).max(40), loop: BlockLoop });
export type LoopedGroup = z.infer<typeof LoopedGroup>;

/** Which of the two moves the other: nothing, a pin starts its block, a block arms its product. */
export const PlanFollow = z.enum(['off', 'shelf', 'block']);
export type PlanFollow = z.infer<typeof PlanFollow>;

/** What holds for the whole run of show. */
export const PlanTerms = z.strictObject({
  /** When the show is to end; null where nobody said. */
  endMinute: DayMinute.nullable(),
  follow: PlanFollow,
});
export type PlanTerms = z.infer<typeof PlanTerms>;
export const NO_TERMS: PlanTerms = { endMinute: null, follow: 'off' };
