import { z } from 'zod';

import { CheckNumber } from '../model/screen.ts';

/**
 * What a device hears about its request to be let in, as the JSON body of `POST /pair` (status 202)
 * and of `POST /pair-wait` (status 200).
 */
export const PairState = z.discriminatedUnion('state', [
  /** The operator has not answered yet; the request ends by itself after `leftMs`. */
  z.strictObject({ state: z.literal('waiting'), check: CheckNumber, leftMs: z.int().min(0) }),
  /** Let in: the cookie came with this answer. */
  z.strictObject({ state: z.literal('in') }),
  z.strictObject({ state: z.literal('refused') }),
  z.strictObject({ state: z.literal('expired') }),
  /** The desk knows of no request of this device (any more). */
  z.strictObject({ state: z.literal('none') }),
]);
export type PairState = z.infer<typeof PairState>;
