import { z } from 'zod';

import { ProductId, ScreenId, Timestamp } from './ids.ts';
import { ProductFields, ShelfItem } from './product.ts';
import { Block } from './run-of-show.ts';
import { ShowState } from './show.ts';

/** What an assistant (助理) does beside the desk: stock (库管), customer service (客服), ads (投流). */
export const TRADES = ['stock', 'service', 'ads'] as const;
export const Trade = z.enum(TRADES);
export type Trade = z.infer<typeof Trade>;

/** What an assistant can say with one tap. */
export const ANSWER_KINDS = [
  'coupon_on',
  'coupon_off',
  'stock_added',
  'sold_out',
  'problem',
] as const;
export const AnswerKind = z.enum(ANSWER_KINDS);
export type AnswerKind = z.infer<typeof AnswerKind>;

/**
 * What of the assistants' answers GO can wait for: that nobody has a problem with the product, that its
 * coupon is on, that its stock was told.
 */
export const TEAM_GUARDS = ['team_problem', 'team_coupon', 'team_stock'] as const;
export const TeamGuard = z.enum(TEAM_GUARDS);
export type TeamGuard = z.infer<typeof TeamGuard>;

/** Characters of a problem's own words. */
export const PROBLEM_TEXT_MAX = 80;
/** Pieces of one answer. */
export const STOCK_ADDED_MAX = 99_999;
/** How long an assistant may take an answer back, milliseconds. */
export const TAKE_BACK_MS = 5_000;

/** An answer as the log keeps it. */
export const answerFields = {
  /** Whose device; its name and trade as they were then. */
  screenId: ScreenId.nullable(),
  name: z.string(),
  trade: Trade,
  answer: AnswerKind,
  /** The product it is about; null where none was named. */
  productId: ProductId.nullable(),
  linkNumber: z.int().min(1).nullable(),
  productName: z.string(),
  /** Pieces that came; null for every other answer. */
  units: z.int().min(1).max(STOCK_ADDED_MAX).nullable(),
  /** A problem in their own words; empty where there are none. */
  text: z.string().max(PROBLEM_TEXT_MAX),
  /** Pieces left before and after it; null where nobody knew, or where it changes none. */
  stockBefore: z.int().min(0).nullable(),
  stockAfter: z.int().min(0).nullable(),
  /** It changed the shelf: pieces, or the mark of being sold out. An undo takes that back. */
  hasChangedShelf: z.boolean(),
} as const;

/** What became of an answer. `withdrawn` by the assistant, `undone` by the desk. */
export const AnswerSettled = z.enum(['seen', 'acknowledged', 'withdrawn', 'undone']);
export type AnswerSettled = z.infer<typeof AnswerSettled>;

/** An answer as it stands. */
export const AssistantAnswer = z.strictObject({
  seq: z.int().positive(),
  /** Show time. */
  ts: Timestamp,
  ...answerFields,
  state: z.enum(['received', ...AnswerSettled.options]),
});
export type AssistantAnswer = z.infer<typeof AssistantAnswer>;

/** Characters of the name of who takes over. */
export const DUTY_NAME_MAX = 40;

/** Who runs the desk (值班), by their own word. */
export const OnDuty = z.strictObject({
  /** Seq of the fact that says so. */
  seq: z.int().positive(),
  name: z.string(),
  /** Show time. */
  sinceTs: Timestamp,
});
export type OnDuty = z.infer<typeof OnDuty>;

/** What desks are told of the team. */
export const TeamSlice = z.strictObject({
  /** Oldest first; the last fifty, and every problem that is open. */
  answers: z.array(AssistantAnswer),
  /** Null: nobody took over in this show. */
  duty: OnDuty.nullable(),
});
export type TeamSlice = z.infer<typeof TeamSlice>;
export const NO_TEAM: TeamSlice = { answers: [], duty: null };

/** A product as assistants see it: no sales, no money that was taken. */
export const AssistantProduct = z.strictObject({
  ...ShelfItem.pick({ productId: true, linkNumber: true, isSoldOut: true }).shape,
  ...ProductFields.pick({
    name: true,
    currency: true,
    priceMinor: true,
    listPriceMinor: true,
    couponPriceMinor: true,
    stock: true,
  }).shape,
});
export type AssistantProduct = z.infer<typeof AssistantProduct>;

/** All an assistant is told. */
export const AssistSlice = z.strictObject({
  /** Null: no show is chosen. */
  showState: ShowState.nullable(),
  /** Nobody watches: it is a rehearsal. */
  isRehearsal: z.boolean().default(false),
  block: z.strictObject({ role: Block.shape.role, title: z.string() }).nullable(),
  onShelf: AssistantProduct.nullable(),
  next: z
    .strictObject({ product: AssistantProduct, why: z.enum(['armed', 'rotation']) })
    .nullable(),
  /** Oldest first; the last twenty of all assistants. */
  answers: z.array(AssistantAnswer),
});
export type AssistSlice = z.infer<typeof AssistSlice>;
export const NO_ASSIST: AssistSlice = {
  showState: null,
  isRehearsal: false,
  block: null,
  onShelf: null,
  next: null,
  answers: [],
};
