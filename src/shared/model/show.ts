import { z } from 'zod';

import { ShowId, Timestamp } from './ids.ts';

/** Where a show comes from; only live shows feed baselines, people and pay. */
export const ShowOrigin = z.enum(['live', 'demo', 'replay', 'rehearsal']);
export type ShowOrigin = z.infer<typeof ShowOrigin>;

export const ShowState = z.enum(['planned', 'on_air', 'paused', 'ended']);
export type ShowState = z.infer<typeof ShowState>;

export const Show = z.strictObject({
  id: ShowId,
  title: z.string(),
  origin: ShowOrigin,
  state: ShowState,
  /** Show time (equals wall time for live shows); null before the first start. */
  startedTs: Timestamp.nullable(),
  endedTs: Timestamp.nullable(),
  createdTs: Timestamp,
  /** Milliseconds on air before the current on-air span (pauses left out). */
  onAirBeforeMs: z.int().min(0),
  /** Show time at which the current on-air span began; null while not on air. */
  onAirSinceTs: Timestamp.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Show = z.infer<typeof Show>;

/**
 * The show clock: show time now = anchorShowTs + (wall now - anchorWallTs) * speed.
 * Live shows run at speed 1; their anchors are equal unless the machine's clock was set meanwhile.
 */
export const ShowClock = z.strictObject({
  anchorShowTs: Timestamp,
  anchorWallTs: Timestamp,
  speed: z.number().positive().max(20),
});
export type ShowClock = z.infer<typeof ShowClock>;

/** Show time for a wall time, in UTC milliseconds (integer). */
export function showTimeAt(clock: ShowClock, wallTs: number): number {
  return Math.round(clock.anchorShowTs + (wallTs - clock.anchorWallTs) * clock.speed);
}

/** The same demo every time, so that two people see the same thing. */
export const DEMO_SEED = 20_251_018;
