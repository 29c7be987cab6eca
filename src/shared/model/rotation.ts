import { z } from 'zod';

import { GroupId, ProductId, Timestamp } from './ids.ts';

/** What is pushed one after the other, and how often. */
export const RotationPlan = z.strictObject({
  /** Empty where it is a group. */
  items: z
    .array(z.strictObject({ productId: ProductId, repeats: z.int().min(1).max(20) }))
    .max(200),
  /**
   * A group of the shelf, each of its products once, in the order of their link numbers: as the group
   * is when a round through it begins. Null: `items`.
   */
  groupId: GroupId.nullable().default(null),
  /** From one push to the next. */
  everyMs: z.int().min(15_000).max(3_600_000),
  /** Begins anew when everything was pushed. */
  isEndless: z.boolean(),
});
export type RotationPlan = z.infer<typeof RotationPlan>;

/** A rotation as it stands. */
export const Rotation = z.strictObject({
  /** `paused` by a push of the operator or their wish; `held` until what forbids it is over. */
  state: z.enum(['running', 'held', 'paused']),
  /** What holds it: a giveaway, questions or the close; something that is armed; the paused show. */
  heldBy: z.enum(['block', 'armed', 'show']).nullable(),
  nextProductId: ProductId,
  /** Wall time of the next push; null while it does not run. */
  nextTs: Timestamp.nullable(),
  /** Pushes that are left of this round through the list. */
  left: z.int().min(0),
  everyMs: z.int().min(0),
  /** The group that is its list; null where the list was typed. */
  groupId: GroupId.nullable().default(null),
  /** What was left out because a guard stopped it; the last twenty. */
  skipped: z.array(z.strictObject({ productId: ProductId, reason: z.string() })),
});
export type Rotation = z.infer<typeof Rotation>;
