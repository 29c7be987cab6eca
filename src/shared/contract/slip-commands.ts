import { z } from 'zod';

import { CUE_TEXT_MAX } from '../model/cue.ts';
import { CueId } from '../model/ids.ts';
import { slipFields } from '../model/slip.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const which = z.strictObject({ slipSeq: z.int().positive() });

/** The part of the contract about what an anchor said and should not have (口误). */
export const slipCommands = {
  /** Just now; what was said may be added later. Refused: show_not_running, too_many. */
  'slip.log': {
    input: z.strictObject(slipFields),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: ['desk', 'assistant'],
  },
  /** What was said, and what is wrong with it. Refused: nothing_to_undo where it does not stand. */
  'slip.describe': { input: which.extend(slipFields), output: none, callers: desk },
  /**
   * Sends the anchor the line that puts it right, a cue of kind `correction`. Refused:
   * show_not_running, nothing_to_undo.
   */
  'slip.correct': {
    input: which.extend({ text: z.string().trim().min(1).max(CUE_TEXT_MAX) }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /** It was none. Refused: nothing_to_undo where it does not stand. */
  'slip.withdraw': { input: which, output: none, callers: desk },
} as const;
