import { z } from 'zod';

import { CardLanguage, CUE_TEXT_MAX, CueKind, CueTone } from '../model/cue.ts';
import { CueCardId, CueId, ProductId } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** What goes to the anchor and what comes back; the deck of prepared cues. */
export const cueCommands = {
  /** Sends a line to the anchor; it replaces the current one. */
  'cue.send': {
    input: z.strictObject({ kind: CueKind, text: z.string().min(1).max(CUE_TEXT_MAX) }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  'cue.withdraw': { input: z.strictObject({ cueId: CueId }), output: none, callers: desk },
  /** Adds or changes a card. Refused: unknown_cue, too_many. */
  'cue.putCard': {
    input: z.strictObject({
      cardId: CueCardId.nullable(),
      kind: CueKind,
      text: z.string().min(1).max(CUE_TEXT_MAX),
      pinnedSlot: z.int().min(1).max(8).nullable(),
      productId: ProductId.nullable(),
      /** Left out: as they were, or the first ones for a new card. */
      language: CardLanguage.optional(),
      tone: CueTone.optional(),
    }),
    output: z.strictObject({ cardId: CueCardId }),
    callers: desk,
  },
  'cue.removeCard': { input: z.strictObject({ cardId: CueCardId }), output: none, callers: desk },
  /** From the anchor's screen: shown (automatic), done, help. Repeats keep the first time. */
  'cue.answer': {
    input: z.strictObject({ cueId: CueId, answer: z.enum(['shown', 'done', 'help']) }),
    output: none,
    callers: ['anchor'],
  },
} as const;
