import { z } from 'zod';

import { ScreenId, Timestamp } from './ids.ts';

export const ScreenRole = z.enum(['desk', 'anchor', 'overlay', 'team', 'cli']);
export type ScreenRole = z.infer<typeof ScreenRole>;

/** A paired device. */
export const Screen = z.strictObject({
  id: ScreenId,
  role: ScreenRole,
  name: z.string(),
  isConnected: z.boolean(),
  /** Wall time it was last seen. */
  lastSeenTs: Timestamp,
  pairedTs: Timestamp,
});
export type Screen = z.infer<typeof Screen>;

/** A running offer to pair a device. */
export const PairingOffer = z.strictObject({
  role: ScreenRole,
  /** Link with the single-use 128-bit code in its fragment. */
  url: z.string(),
  /** Address without a code, for typing. */
  typedUrl: z.string(),
  /** Six digits for typing, five tries. */
  digits: z.string().regex(/^\d{6}$/),
  expiresTs: Timestamp,
});
export type PairingOffer = z.infer<typeof PairingOffer>;
