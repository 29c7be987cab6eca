import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** What somebody is thanked for, in the order in which it is shown. */
export const THANKS_KINDS = ['raid', 'order', 'gift', 'member'] as const;
export const ThanksKind = z.enum(THANKS_KINDS);
export type ThanksKind = z.infer<typeof ThanksKind>;

/** Show time after which nobody waits for thanks any more, milliseconds. */
export const THANKS_EXPIRE_MS = 300_000;
/** Names that are said one by one; more are folded into the first and a number. */
export const NAMES_SAID = 3;
/** Events that one thanks names as its reason. */
export const THANKS_EVENTS_MAX = 200;

/** Thanks that are due, folded over everybody who is due the same. */
export const DueThanks = z.strictObject({
  /** Seq of the first event they are due for. */
  id: z.int().positive(),
  kind: ThanksKind,
  /** The newest first, at most NAMES_SAID, made safe to be read aloud; null: one that must not be read. */
  names: z.array(z.string().nullable()),
  people: z.int().positive(),
  /** The gift, where all gave the same and it can be read aloud. */
  gift: z.string().nullable(),
  /** Show times of the first and the last event. */
  sinceTs: Timestamp,
  lastTs: Timestamp,
});
export type DueThanks = z.infer<typeof DueThanks>;

export const ThanksSlice = z.strictObject({ due: z.array(DueThanks) });
export type ThanksSlice = z.infer<typeof ThanksSlice>;
export const NO_THANKS: ThanksSlice = { due: [] };
