import { z } from 'zod';

import { ProductId, PromiseId, Timestamp } from './ids.ts';

/**
 * What viewers were told they would get (承诺): only so many pieces (限量), pieces again (补货), a price
 * that opens (开价), or anything else in words.
 */
export const PROMISE_KINDS = ['limited', 'restock', 'priceOpen', 'other'] as const;
export const PromiseKind = z.enum(PROMISE_KINDS);
export type PromiseKind = z.infer<typeof PromiseKind>;

/** `withdrawn`: it was taken back, or made by mistake, and counts for nothing. */
export const PromiseOutcome = z.enum(['kept', 'broken', 'withdrawn']);
export type PromiseOutcome = z.infer<typeof PromiseOutcome>;

/** Promises of a show that are open at a time. */
export const OPEN_PROMISES_MAX = 12;
/** Settled ones that a desk is sent, so that a wrong press can be taken back. */
export const SETTLED_PROMISES_SENT = 4;
export const PROMISE_MAX_MS = 12 * 3_600_000;

/** What is said when a promise is made. */
export const promiseFields = {
  promiseKind: PromiseKind,
  /** Of which product of the shelf; null only where it is of none. */
  productId: ProductId.nullable(),
  /** `limited`: pieces there are for this promise. */
  units: z.int().min(1).max(1_000_000).nullable(),
  /** `priceOpen`: what the product costs from then on, minor units; null: what it costs already. */
  priceMinor: z.int().min(0).nullable(),
  text: z.string().max(120),
} as const;

/** A promise as it stands. */
export const ShowPromise = z.strictObject({
  id: PromiseId,
  ...promiseFields,
  /** Show time at which it was made. */
  madeTs: Timestamp,
  /** Wall time by which it is to be kept; null: whenever. */
  dueTs: Timestamp.nullable(),
  /** `limited`: pieces not yet paid for since; null where no order of this show is known. */
  left: z.int().min(0).nullable(),
  /** Pieces paid for beyond what was promised. */
  over: z.int().min(0),
});
export type ShowPromise = z.infer<typeof ShowPromise>;

export const SettledPromise = z.strictObject({
  ...ShowPromise.shape,
  outcome: PromiseOutcome,
  settledTs: Timestamp,
  /** Nobody had to say so: the pieces were sold, or are there again. */
  isByItself: z.boolean(),
});
export type SettledPromise = z.infer<typeof SettledPromise>;

export const PromisesSlice = z.strictObject({
  /** The one that is due first stands first; those without a time last. */
  open: z.array(ShowPromise),
  /** Newest first, the last few. */
  settled: z.array(SettledPromise),
  kept: z.int().min(0),
  broken: z.int().min(0),
});
export type PromisesSlice = z.infer<typeof PromisesSlice>;

export const NO_PROMISES: PromisesSlice = { open: [], settled: [], kept: 0, broken: 0 };
