import { z } from 'zod';

import { CueId, ScreenId } from '../model/ids.ts';
import { slipFields } from '../model/slip.ts';
import { deskEnvelope } from './event-envelope.ts';

const seqOfSlip = { slipSeq: z.int().positive(), screenId: ScreenId.nullable() };

/** Facts about what an anchor said and should not have (口误). */
export const slipFacts = {
  'slip.logged': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('slip.logged'),
    ...slipFields,
    /** The assistant who heard it; empty where a desk did. */
    by: z.string(),
    screenId: ScreenId.nullable(),
  }),
  /** It was none. */
  'slip.withdrawn': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('slip.withdrawn'),
    ...seqOfSlip,
  }),
  /** What is known of it now, in the place of what was. */
  'slip.described': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('slip.described'),
    ...seqOfSlip,
    ...slipFields,
    /** The cue that asks to put it right; null: none was sent. */
    cueId: CueId.nullable(),
  }),
} as const;
