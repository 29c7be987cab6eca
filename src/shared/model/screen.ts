import { z } from 'zod';

import { Trade } from './assistant.ts';
import { RoomId, ScreenId, ScreenRequestId, Timestamp } from './ids.ts';

export const ScreenRole = z.enum(['desk', 'anchor', 'overlay', 'assistant', 'team', 'cli']);
export type ScreenRole = z.infer<typeof ScreenRole>;

/** What the desk pairs by a code and the operator's yes. */
export const SecondScreenRole = z.enum(['anchor', 'overlay', 'assistant']);
export type SecondScreenRole = z.infer<typeof SecondScreenRole>;

/** What an assistant's phone is for; null for every other screen. */
const trade = Trade.nullable().default(null);

/** A paired device. */
export const Screen = z.strictObject({
  id: ScreenId,
  role: ScreenRole,
  trade,
  name: z.string(),
  isConnected: z.boolean(),
  /** Wall time it was last seen. */
  lastSeenTs: Timestamp,
  pairedTs: Timestamp,
});
export type Screen = z.infer<typeof Screen>;

/** A running offer to pair a device. */
export const PairingOffer = z.strictObject({
  role: SecondScreenRole,
  trade,
  /** The room the device will belong to. */
  roomId: RoomId,
  /** Link with the single-use 128-bit code in its fragment. */
  url: z.string(),
  /** Address without a code, for typing. */
  typedUrl: z.string(),
  /** Six digits for typing, five tries. */
  digits: z.string().regex(/^\d{6}$/),
  expiresTs: Timestamp,
});
export type PairingOffer = z.infer<typeof PairingOffer>;

/** An offer that ended by itself: too old, or five wrong digits were typed. */
export const PairingOfferEnd = z.strictObject({
  role: SecondScreenRole,
  trade,
  why: z.enum(['expired', 'locked']),
});
export type PairingOfferEnd = z.infer<typeof PairingOfferEnd>;

/** Four digits that the desk and the waiting device both show. */
export const CheckNumber = z.string().regex(/^\d{4}$/);

/** A device that gave a right code and waits for the operator's yes. */
export const ScreenRequest = z.strictObject({
  id: ScreenRequestId,
  role: ScreenRole,
  trade,
  name: z.string(),
  /** Network address it asks from. */
  address: z.string(),
  /** The same on the device's own screen: only then is it the one that is meant. */
  check: CheckNumber,
  sinceTs: Timestamp,
  expiresTs: Timestamp,
});
export type ScreenRequest = z.infer<typeof ScreenRequest>;

export const ScreensSlice = z.strictObject({
  screens: z.array(Screen),
  /** Where second screens reach this desk; null while off. */
  listen: z
    .strictObject({
      address: z.string(),
      port: z.int(),
      /** The port at which paired screens look for the desk, when another program holds it; else null. */
      takenPort: z.int().nullable(),
      /** The machine does not have this address any more (another network, cable out). */
      isGone: z.boolean(),
    })
    .nullable(),
  /** Addresses of this machine that can be chosen. */
  addresses: z.array(z.string()),
  offer: PairingOffer.nullable(),
  /** How the last offer ended, until there is another; null when it was used or taken back. */
  offerEnded: PairingOfferEnd.nullable(),
  /** Devices that wait to be let in, oldest first. */
  requests: z.array(ScreenRequest),
});
