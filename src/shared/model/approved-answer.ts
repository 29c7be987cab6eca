import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from './ids.ts';
import { ProductQuestion } from './product-details.ts';

/** Answers that hold for every product of a room, at most. */
export const ROOM_ANSWERS_MAX = 200;
/** Answers of the past that are offered for a question. */
export const PAST_ANSWERS_SHOWN = 3;

/** The one answer to a question (核准答案): of a product, kept on its card, or of the room. */
export const ApprovedAnswer = ProductQuestion.extend({
  /** Null: whatever product is spoken of. */
  productId: ProductId.nullable(),
});
export type ApprovedAnswer = z.infer<typeof ApprovedAnswer>;

/** What holds now: of the product that is on the shelf, and of the room. */
export const AnswersSlice = z.strictObject({
  /** On the shelf now; null while nothing is. */
  productId: ProductId.nullable(),
  answers: z.array(ApprovedAnswer),
});
export type AnswersSlice = z.infer<typeof AnswersSlice>;
export const NO_ANSWERS: AnswersSlice = { productId: null, answers: [] };

/** What was said once to the same question, and nobody has approved. */
export const PastAnswer = z.strictObject({
  text: z.string(),
  /** Show time. */
  ts: Timestamp,
  showId: ShowId,
  title: z.string(),
});
export type PastAnswer = z.infer<typeof PastAnswer>;
