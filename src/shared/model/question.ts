import { z } from 'zod';

import { CueId, QuestionId, Timestamp } from './ids.ts';

/** A question counts as one of the room from so many people on. */
export const QUESTION_PEOPLE_MIN = 3;
/** And from this share of those who chatted in the last minute on. */
export const QUESTION_CHATTERS_SHARE = 0.01;
/** Open questions that are sent to a desk at most. */
export const OPEN_QUESTIONS_SENT = 30;
/** Of these, places kept for those that few ask: who asks anew after an answer is seen at once. */
export const FEW_ASK_SENT = 8;
/** Answered ones beside them, so that an answer can be taken back. */
export const ANSWERED_QUESTIONS_SENT = 8;
/** Lines of one question that an answer names as its evidence. */
export const QUESTION_LINES_NAMED = 5;

/**
 * How a question was answered: an answer was sent to the anchor's screen, the anchor was sent the
 * question and said that it is done, somebody at a desk marked it, or replied in the platform's chat.
 */
export const AnswerHow = z.enum(['sent', 'said', 'marked', 'replied']);
export type AnswerHow = z.infer<typeof AnswerHow>;

/** How often something was asked, by how many. */
const Asked = { count: z.int().min(0), people: z.int().min(0) };

/** Questions of the chat that mean the same, as one row; times are show time. */
export const Question = z.strictObject({
  /** The seq of its first line. */
  id: QuestionId,
  /** The words of that line; names of people left out. */
  text: z.string(),
  /** Since it was last answered; of an answered one, until then. */
  ...Asked,
  firstTs: Timestamp,
  lastTs: Timestamp,
  firstSeq: z.int().positive(),
  lastSeq: z.int().positive(),
  /** Where it is asked, most often first. */
  platforms: z.array(z.strictObject({ platform: z.string(), count: z.int().positive() })),
  state: z.enum(['open', 'answered']),
  /** Enough people ask: the room owes an answer. */
  isDebt: z.boolean(),
  /** Stands on the anchor's screen now. */
  cueId: CueId.nullable(),
  /** When it was last answered; null: never. */
  answer: z
    .strictObject({
      seq: z.int().positive(),
      ts: Timestamp,
      how: AnswerHow,
      ...Asked,
    })
    .nullable(),
});
export type Question = z.infer<typeof Question>;

export const QuestionsSlice = z.strictObject({
  /** False while a stored show is still being read: until then nothing is known. */
  isReady: z.boolean(),
  /** Show time from which on chat was read; null: from its first line on. */
  readFromTs: Timestamp.nullable(),
  /** Those that are owed first, each in the order in which they came to be; no row changes its place. */
  open: z.array(Question),
  /** Newest answer first. */
  answered: z.array(Question),
  /** All open ones that are owed, shown or not. */
  debt: z.int().min(0),
  /** All open ones. */
  openCount: z.int().min(0),
  /** Since when the oldest of the owed ones is asked; null: none is owed. */
  oldestDebtTs: Timestamp.nullable(),
  /** Questions nobody asked any more, dropped because there were too many. */
  forgotten: z.int().min(0),
});
export type QuestionsSlice = z.infer<typeof QuestionsSlice>;

export const NO_QUESTIONS: QuestionsSlice = {
  isReady: false,
  readFromTs: null,
  open: [],
  answered: [],
  debt: 0,
  openCount: 0,
  oldestDebtTs: null,
  forgotten: 0,
};
