import { z } from 'zod';

import { ProductId } from '../model/ids.ts';
import { outletCommands } from './outlet-commands.ts';
import { promiseCommands } from './promise-commands.ts';
import { rotationCommands } from './rotation-commands.ts';

/** The part of the contract about how a push goes out. */
export const pushCommands = {
  /**
   * What stops the armed product is seen and does not hold for this push; GO writes it down. Refused:
   * nothing_armed, armed_product_changed.
   */
  'shelf.overrule': {
    input: z.strictObject({ productId: ProductId }),
    output: z.strictObject({}),
    callers: ['desk'],
  },
  ...promiseCommands,
  ...outletCommands,
  ...rotationCommands,
} as const;
