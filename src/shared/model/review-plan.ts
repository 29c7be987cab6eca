import { z } from 'zod';

import { CheckLine } from './checklist.ts';
import { BlockId, Timestamp } from './ids.ts';

/** One block of a show, as it was planned and as it went; times are show time. */
export const ReviewBlock = z.strictObject({
  blockId: BlockId,
  title: z.string(),
  round: z.int().min(1),
  /** By the plan as the show went on air; null where that did not foresee it. */
  plannedStartTs: Timestamp.nullable(),
  plannedMs: z.int().min(0).nullable(),
  /** When it first began; null where it never did. */
  startedTs: Timestamp.nullable(),
  /** How long it ran in all, holds included; null where it never did. */
  tookMs: z.int().min(0).nullable(),
  heldMs: z.int().min(0),
  extendedMs: z.int(),
  isSkipped: z.boolean(),
});
export type ReviewBlock = z.infer<typeof ReviewBlock>;

/** Red checks that somebody took on themselves, and why. */
export const ReviewOverruled = z.strictObject({
  seq: z.int().positive(),
  ts: Timestamp,
  reason: z.string(),
  checks: z.array(CheckLine),
});
export type ReviewOverruled = z.infer<typeof ReviewOverruled>;
