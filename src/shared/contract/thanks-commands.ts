import { z } from 'zod';

import { CueId } from '../model/ids.ts';
import { Language } from '../model/settings.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
/** Id of due thanks as the desk saw them; they are gone once somebody settled them. */
const thanksId = z.int().positive();

/** Thanks that are due to viewers. */
export const thanksCommands = {
  /**
   * Sends one sentence to the anchor, in the desk's language, for everybody who is due the same by
   * then. Refused: thanks_gone, show_not_running.
   */
  'thanks.send': {
    input: z.strictObject({ thanksId, language: Language }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /** Nobody is thanked for it. Refused: thanks_gone. */
  'thanks.drop': { input: z.strictObject({ thanksId }), output: none, callers: desk },
} as const;
