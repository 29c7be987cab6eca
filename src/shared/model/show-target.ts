import { z } from 'zod';

import { ScreenId, ShowId, Timestamp } from './ids.ts';
import { TileId } from './metric-tile.ts';

/**
 * What a target can be set for: any figure of a tile, and the peak of concurrent viewers. One for
 * `onAir` is how long the show is planned to be on air.
 */
export const TargetName = z.enum(['viewersPeak', ...TileId.options]);
export type TargetName = z.infer<typeof TargetName>;

/**
 * A figure and what it shall come to, in the unit of its tile: a count, a share of 1, minor units,
 * times, seconds, milliseconds for a delay. Null: no target any more.
 */
export const TargetValue = z.strictObject({
  name: TargetName,
  value: z.number().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
});
export type TargetValue = z.infer<typeof TargetValue>;

/** Targets that were set together; each figure is named once. */
export const TargetValues = z
  .array(TargetValue)
  .min(1)
  .max(TargetName.options.length)
  .refine((values) => new Set(values.map(({ name }) => name)).size === values.length);

/** How targets came to be set; `carried`: as they were in another show. */
export const TargetHow = z.enum(['typed', 'pasted', 'carried']);
export type TargetHow = z.infer<typeof TargetHow>;

/** What the log's fact holds. */
export const targetFields = {
  targets: TargetValues,
  /** ISO 4217, of the sums of money among them; the show's own. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  how: TargetHow,
  /** The show they were carried over from; null where they were not. */
  fromShowId: ShowId.nullable(),
  /** The paired device they were set at; null: the desk of this machine. */
  screenId: ScreenId.nullable(),
};

/** A target that holds now: the newest of its figure that was not withdrawn. */
export const HeldTarget = z.strictObject({
  name: TargetName,
  value: z.number().positive(),
  currency: z.string(),
  how: TargetHow,
  /** Seq of the fact, by which it is withdrawn. */
  seq: z.int().positive(),
  /** Wall time at which it was set. */
  setTs: Timestamp,
});
export type HeldTarget = z.infer<typeof HeldTarget>;

/** Targets of the current show, in the order in which figures are offered. */
export const TargetsSlice = z.strictObject({ targets: z.array(HeldTarget) });
export type TargetsSlice = z.infer<typeof TargetsSlice>;
export const NO_TARGETS: TargetsSlice = { targets: [] };
