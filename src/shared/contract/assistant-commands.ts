import { z } from 'zod';

import {
  AnswerKind,
  DUTY_NAME_MAX,
  PROBLEM_TEXT_MAX,
  STOCK_ADDED_MAX,
  Trade,
} from '../model/assistant.ts';
import { ProductId } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const assistant = ['assistant'] as const;
const which = z.strictObject({ answerSeq: z.int().positive() });

/** The part of the contract about assistants (助理) on paired phones, and what the desk does with it. */
export const assistantCommands = {
  /** Who this phone is to the desk. Refused: unknown_screen. */
  'assist.self': {
    input: none,
    output: z.strictObject({ name: z.string(), trade: Trade }),
    callers: assistant,
  },
  /**
   * One tap. `productId` is the product it was tapped at; `units` only with `stock_added`, `text` only
   * with `problem`. Refused: show_not_running, unknown_product (not on this shelf), bad_request.
   */
  'assist.answer': {
    input: z.strictObject({
      answer: AnswerKind,
      productId: ProductId.nullable(),
      units: z.int().min(1).max(STOCK_ADDED_MAX).nullable(),
      text: z.string().max(PROBLEM_TEXT_MAX),
    }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: assistant,
  },
  /** Within TAKE_BACK_MS, by the phone that gave it. Refused: nothing_to_undo, undo_too_late. */
  'assist.takeBack': { input: which, output: none, callers: assistant },
  /** A desk shows every answer up to this one; what was seen stays so. */
  'team.see': { input: which, output: none, callers: desk },
  /** A problem is known and taken care of. Refused: nothing_to_undo where it is not open. */
  'team.acknowledge': { input: which, output: none, callers: desk },
  /** What an answer changed of the shelf is taken back. Refused: nothing_to_undo. */
  'team.undo': { input: which, output: none, callers: desk },
  /** The next operator takes over by their name. Refused: show_not_running, text_missing. */
  'duty.take': {
    input: z.strictObject({ name: z.string().max(DUTY_NAME_MAX) }),
    output: z.strictObject({ seq: z.int().positive() }),
    callers: desk,
  },
} as const;
