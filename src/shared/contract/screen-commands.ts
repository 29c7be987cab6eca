import { z } from 'zod';

import { ScreenId, ScreenRequestId } from '../model/ids.ts';
import { Trade } from '../model/assistant.ts';
import { PairingOffer } from '../model/screen.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The part of the contract that opens the desk to second screens and says who may come in. */
export const screenCommands = {
  /**
   * Opens the address for second screens; `address` one of the screens slice's `addresses`. For the
   * address that is open: back to the port at which screens look for the desk. Refused:
   * address_unavailable, port_taken.
   */
  'screens.listen': {
    input: z.strictObject({ address: z.string().max(64) }),
    output: none,
    callers: desk,
  },
  'screens.close': { input: none, output: none, callers: desk },
  /** Makes a single-use code for a screen of this room, for 120 s; the one before it is void. */
  'screens.offer': {
    input: z.discriminatedUnion('role', [
      z.strictObject({ role: z.literal('anchor') }),
      z.strictObject({ role: z.literal('overlay') }),
      z.strictObject({ role: z.literal('assistant'), trade: Trade }),
    ]),
    output: PairingOffer,
    callers: desk,
  },
  'screens.cancelOffer': { input: none, output: none, callers: desk },
  /** Lets a waiting device in; it gets its token only now. Refused: unknown_screen_request. */
  'screens.approve': {
    input: z.strictObject({ requestId: ScreenRequestId }),
    output: none,
    callers: desk,
  },
  /** Sends a waiting device away; its code is used up. Refused: unknown_screen_request. */
  'screens.refuse': {
    input: z.strictObject({ requestId: ScreenRequestId }),
    output: none,
    callers: desk,
  },
  'screens.revoke': { input: z.strictObject({ screenId: ScreenId }), output: none, callers: desk },
} as const;
