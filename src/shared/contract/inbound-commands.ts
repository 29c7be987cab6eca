import { z } from 'zod';

import { BRIDGE_NAME, BridgeSetUp } from '../model/inbound.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The part of the contract about the room's endpoint for bridges (docs/bridge.md). */
export const inboundCommands = {
  /**
   * Switches the endpoint on, or gives it a new token; the one before is void at once, and what is
   * connected with it is cut. Answered with the token, which is kept as a hash and never given again.
   * Refused: address_unavailable, store_full, store_unwritable.
   */
  'inbound.makeToken': {
    input: BridgeSetUp.extend({ name: z.string().regex(BRIDGE_NAME) }),
    output: z.strictObject({ token: z.string() }),
    callers: desk,
  },
  /** Where it answers from now on, under the same token; what is connected is cut. Refused: inbound_off. */
  'inbound.setUp': { input: BridgeSetUp, output: none, callers: desk },
  /** Withdraws the token: nothing answers any more. Refused: inbound_off. */
  'inbound.close': { input: none, output: none, callers: desk },
} as const;
