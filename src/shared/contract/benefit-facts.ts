import { z } from 'zod';

import { BenefitId, BenefitKind } from '../model/benefit.ts';
import { ScreenId } from '../model/ids.ts';
import { deskEnvelope } from './event-envelope.ts';

/** That something was given to viewers on air. Their show time is that of the giving. */
export const benefitFacts = {
  'benefit.given': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('benefit.given'),
    benefitId: BenefitId,
    benefitKind: BenefitKind,
    name: z.string(),
    /** It was written down by this; false: it had been before, to be given. */
    isNew: z.boolean(),
    screenId: ScreenId.nullable(),
  }),
  /** It was not given after all. */
  'benefit.withdrawn': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('benefit.withdrawn'),
    givenSeq: z.int().positive(),
    screenId: ScreenId.nullable(),
  }),
} as const;
