import { z } from 'zod';

import { measuredFields } from '../model/output-health.ts';
import { deskEnvelope } from './event-envelope.ts';

/** Facts about the streams that OBS sends out. */
export const outputFacts = {
  /** How the stream of an OBS went out in a minute on air, or in the part of it that was read. */
  'health.measured': z.strictObject({
    ...deskEnvelope,
    kind: z.literal('health.measured'),
    ...measuredFields,
  }),
} as const;
