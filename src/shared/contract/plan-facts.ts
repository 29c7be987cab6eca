import { z } from 'zod';

import { CheckLine } from '../model/checklist.ts';
import { BlockId, ScreenId, Timestamp } from '../model/ids.ts';
import { BlockRole, BlockRule, LoopedGroup } from '../model/run-of-show.ts';
import { deskEnvelope, StoredFields } from './event-envelope.ts';

/** Which block, in which round of its loop. */
const turn = {
  blockId: BlockId,
  position: z.int().min(1),
  title: z.string(),
  round: z.int().min(1),
};

/** Facts about the run of show: what was planned, and what became of it. */
export const planFacts = {
  /** The plan as it was when the show went on air: what it is compared to afterwards. */
  'plan.fixed': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('plan.fixed'),
    blocks: z.array(
      z.strictObject({
        blockId: BlockId,
        role: BlockRole,
        title: z.string(),
        plannedMs: z.int().min(0),
        rule: BlockRule,
        group: z.string(),
        owner: z.string(),
      }),
    ),
    loops: z.array(LoopedGroup.extend({ untilTs: Timestamp.nullable() })),
    /** When the show was to end; null where nobody said. */
    endTs: Timestamp.nullable(),
  }),
  /** `blockId`, `round` and `plannedMs` are null in facts of earlier versions. */
  'block.started': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.started'),
    position: turn.position,
    title: turn.title,
    blockId: BlockId.nullable().default(null),
    round: turn.round.nullable().default(null),
    plannedMs: z.int().min(0).nullable().default(null),
    /** `shelf`: a product of it was pinned. */
    by: z.enum(['operator', 'shelf']).default('operator'),
  }),
  'block.ended': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.ended'),
    ...turn,
    /** Show time. */
    startedTs: Timestamp,
    plannedMs: z.int().min(0),
    extendedMs: z.int(),
    /** Milliseconds its clock stood. */
    heldMs: z.int().min(0),
    /** It was broken off: the operator passed over the rest of it. */
    isSkipped: z.boolean(),
  }),
  /** A block that had not begun is passed over, or is not any more. */
  'block.skipped': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.skipped'),
    ...turn,
    isSkipped: z.boolean(),
  }),
  'block.extended': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.extended'),
    ...turn,
    byMs: z.int(),
    /** All that was added to it by now. */
    extendedMs: z.int(),
  }),
  'block.held': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('block.held'),
    ...turn,
    isHeld: z.boolean(),
  }),
  /** The show was started, or is to be, although these checks were red; why. */
  'checks.overruled': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('checks.overruled'),
    checks: z.array(CheckLine).min(1),
    reason: z.string(),
    screenId: ScreenId.nullable(),
  }),
} as const;

/** As they are read back and sent, one by one. */
export const storedPlanFacts = [
  planFacts['plan.fixed'].extend(StoredFields.shape),
  planFacts['block.started'].extend(StoredFields.shape),
  planFacts['block.ended'].extend(StoredFields.shape),
  planFacts['block.skipped'].extend(StoredFields.shape),
  planFacts['block.extended'].extend(StoredFields.shape),
  planFacts['block.held'].extend(StoredFields.shape),
  planFacts['checks.overruled'].extend(StoredFields.shape),
] as const;
