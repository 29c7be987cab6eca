import { z } from 'zod';

import { CUE_TEXT_MAX } from '../model/cue.ts';
import { CueId, QuestionId } from '../model/ids.ts';
import { RoomEvent } from './room-event.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;

/** The part of the contract that works off what viewers ask. */
export const questionCommands = {
  /**
   * Somebody at a desk says that a question is answered: it leaves the open ones, and who asks it
   * again opens it anew. One that is answered already stays so. Refused: unknown_question.
   */
  'question.answer': {
    input: z.strictObject({ questionId: QuestionId, how: z.enum(['marked', 'said', 'sent']) }),
    output: none,
    callers: desk,
  },
  /**
   * Takes the last answer of a question back: what was asked before it is open again, together with
   * what was asked since. One that was never answered stays as it is. Refused: unknown_question.
   */
  'question.reopen': {
    input: z.strictObject({ questionId: QuestionId }),
    output: none,
    callers: desk,
  },
  /**
   * Puts a question on the anchor's screen as a cue of kind `question`; when the anchor says that it
   * is done, it is answered (`said`). `text` null sends it in the viewer's words, cut where they are
   * longer than a cue. With `isAnswer` the text is the answer itself, which closes the question at
   * once (`sent`). Refused: unknown_question, show_not_running, text_missing (an answer without words).
   */
  'question.send': {
    input: z.strictObject({
      questionId: QuestionId,
      text: z.string().min(1).max(CUE_TEXT_MAX).nullable(),
      isAnswer: z.boolean(),
    }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /**
   * The newest chat lines behind a question's figures, oldest first: of the stretch since its last
   * answer, or of an answered one until then. Refused: unknown_question.
   */
  'question.lines': {
    input: z.strictObject({ questionId: QuestionId, limit: z.int().min(1).max(50) }),
    output: z.strictObject({ lines: z.array(RoomEvent) }),
    callers: ['desk', 'team'],
  },
} as const;
