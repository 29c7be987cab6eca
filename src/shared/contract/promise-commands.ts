import { z } from 'zod';

import { PromiseId } from '../model/ids.ts';
import { PROMISE_MAX_MS, promiseFields, PromiseOutcome } from '../model/promise.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** The part of the contract about what viewers were promised (承诺). */
export const promiseCommands = {
  /**
   * Counts down what was promised on every screen. `dueInMs`: by when, from now; null: whenever. Refused:
   * show_wrong_state where the show is not on air, unknown_product, too_many_promises,
   * promise_incomplete (`what`: `product`, `units`, `due` or `text`, which this kind needs).
   */
  'promise.make': {
    input: z.strictObject({
      ...promiseFields,
      dueInMs: z.int().min(1_000).max(PROMISE_MAX_MS).nullable(),
    }),
    output: z.strictObject({ promiseId: PromiseId }),
    callers: desk,
  },
  /**
   * Says what came of it. A kept `priceOpen` opens its price: the product costs that from now on.
   * Refused: unknown_promise (never made in this show, or settled already).
   */
  'promise.settle': {
    input: z.strictObject({ promiseId: PromiseId, outcome: PromiseOutcome }),
    output: none,
    callers: desk,
  },
  /**
   * It is open again; a price that was opened is as before, unless it was changed since. Refused:
   * unknown_promise (not settled).
   */
  'promise.reopen': {
    input: z.strictObject({ promiseId: PromiseId }),
    output: none,
    callers: desk,
  },
} as const;
