import { z } from 'zod';

import { Language } from '../model/settings.ts';

/** The part of the contract about phrases that should not be said; the list itself is a setting. */
export const riskCommands = {
  /**
   * The operator's own entries and exceptions as a CSV file of the data folder's `exports`, which an
   * import reads back as it was. Refused: folder_unwritable.
   */
  'risk.export': {
    input: z.strictObject({ language: Language }),
    output: z.strictObject({ path: z.string() }),
    callers: ['desk'],
  },
} as const;
