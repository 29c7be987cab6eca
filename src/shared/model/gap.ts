import { z } from 'zod';

/** Why data is missing for a stretch of show time. */
export const GapCause = z.enum([
  /** Cuedesk itself was closed in an orderly way. */
  'desk_stopped',
  'core_crashed',
  /** The machine slept. */
  'slept',
  /** The link to the platform was down. */
  'source_lost',
  /** The operator had switched the source off. */
  'switched_off',
  /** More came than could be kept while the store took nothing. */
  'overload',
]);
export type GapCause = z.infer<typeof GapCause>;
