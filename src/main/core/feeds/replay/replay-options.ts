import { z } from 'zod';

import type { ReadStoredPage } from './stored-reader.ts';

/** Options of a replay source: an event file of this machine, or the pages of a stored show. */
export const ReplayOptions = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().min(1) }),
  z.object({
    kind: z.literal('events'),
    pages: z.custom<ReadStoredPage>((value) => typeof value === 'function'),
    /** Last event time of the stored show, for the progress; null unknown. */
    lastTs: z.number().nullable().default(null),
  }),
]);
export type ReplayOptions = z.infer<typeof ReplayOptions>;
