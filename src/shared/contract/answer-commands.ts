import { z } from 'zod';

import { ApprovedAnswer, PastAnswer } from '../model/approved-answer.ts';
import { QuestionId } from '../model/ids.ts';
import { ProductQuestion } from '../model/product-details.ts';

const desk = ['desk'] as const;
/** What stood there; null: nothing did. */
const before = z.strictObject({ before: ProductQuestion.nullable() });
const asked = z.strictObject(ApprovedAnswer.shape).pick({ productId: true, question: true });

/** Answers that hold on the desk, the anchor's screen and in the chat alike. */
export const answerCommands = {
  /**
   * Approves an answer: of a product, on whose card it is kept, or of the room. It replaces the one to
   * the same question. Refused: unknown_product, too_many.
   */
  'answer.put': {
    input: asked.extend({ answer: ApprovedAnswer.shape.answer.min(1) }),
    output: before,
    callers: desk,
  },
  /** Nothing happens where there is none. Refused: unknown_product. */
  'answer.remove': {
    input: asked,
    output: before,
    callers: desk,
  },
  /** What was answered to the same question before and nobody has approved. Refused: unknown_question. */
  'answer.past': {
    input: z.strictObject({ questionId: QuestionId }),
    output: z.strictObject({ answers: z.array(PastAnswer) }),
    callers: desk,
  },
} as const;
