import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from './ids.ts';

const product = { productId: ProductId, linkNumber: z.int(), name: z.string() };

/**
 * Something that stands out in a show, with the stored figures it rests on. `sample` is how many
 * cases it was seen in or compared with. Money is minor units, spans are show milliseconds.
 */
export const ReviewFinding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slow_product'),
    ...product,
    airtimeMs: z.int(),
    orders: z.int(),
    currency: z.string(),
    /** Paid for each minute on the shelf, and the median of the other products. */
    perMinuteMinor: z.number(),
    medianMinor: z.number(),
    /** Estimate: what the median would have brought in the same time, less what came. */
    lostMinor: z.int(),
    sample: z.int(),
  }),
  z.strictObject({
    kind: z.literal('unsold_product'),
    ...product,
    airtimeMs: z.int(),
    pushes: z.int(),
    /** Paid orders of the whole show. */
    orders: z.int(),
    sample: z.int(),
  }),
  z.strictObject({
    kind: z.literal('push_lift'),
    ...product,
    metric: z.enum(['orders', 'chats']),
    /** A minute, in the three whole minutes before and after the push; mean over the pushes. */
    before: z.number(),
    after: z.number(),
    sample: z.int(),
  }),
  z.strictObject({
    kind: z.literal('silence'),
    fromTs: Timestamp,
    toTs: Timestamp,
    viewersFrom: z.int(),
    viewersTo: z.int(),
    /** Minutes. */
    sample: z.int(),
  }),
  z.strictObject({
    kind: z.literal('gap'),
    cause: z.string(),
    sourceLabel: z.string().nullable(),
    /** The longest of them. */
    fromTs: Timestamp,
    toTs: Timestamp,
    totalMs: z.int(),
    sample: z.int(),
  }),
  z.strictObject({
    kind: z.literal('unanswered_cues'),
    open: z.int(),
    /** Of them all: those that no screen showed. */
    unseen: z.int(),
    medianDoneMs: z.number().nullable(),
    sample: z.int(),
  }),
]);
export type ReviewFinding = z.infer<typeof ReviewFinding>;

/** A question that has no finding for an answer, and why. */
export const QuietKind = z.strictObject({
  kind: z.enum([
    'slow_product',
    'unsold_product',
    'push_lift',
    'silence',
    'gap',
    'unanswered_cues',
  ]),
  reason: z.enum([
    'no_orders',
    'few_products',
    'no_pushes',
    'no_clean_window',
    'no_viewers',
    'no_gaps',
    'few_cues',
    'nothing_found',
  ]),
});
export type QuietKind = z.infer<typeof QuietKind>;

/** Figures in which shows are compared; null is unknown in that show. Money in the show's currency. */
export const ComparedFigures = z.strictObject({
  paidMinor: z.number().nullable(),
  /** Paid for a thousand views. */
  gpmMinor: z.number().nullable(),
  ordersPaid: z.number().nullable(),
  views: z.number().nullable(),
  viewersMean: z.number().nullable(),
  /** People who chatted, for each view. */
  interaction: z.number().nullable(),
  /** New follows for each view. */
  followRate: z.number().nullable(),
  chats: z.number().nullable(),
  follows: z.number().nullable(),
  gifts: z.number().nullable(),
});
export type ComparedFigures = z.infer<typeof ComparedFigures>;

/** How many shows before this one make the median. */
export const COMPARED_SHOWS = 7;

/** What a show is measured against: the live shows of its room before it, in the same currency. */
export const ReviewComparison = z.strictObject({
  own: ComparedFigures,
  /** Newest first, at most COMPARED_SHOWS. */
  shows: z.array(
    z.strictObject({
      showId: ShowId,
      title: z.string(),
      startedTs: Timestamp,
      figures: ComparedFigures,
    }),
  ),
  /** Why there is nothing to compare with; null when there is. */
  reason: z.enum(['not_live', 'no_earlier']).nullable(),
});
export type ReviewComparison = z.infer<typeof ReviewComparison>;
