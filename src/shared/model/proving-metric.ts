import { z } from 'zod';

import { CueCardId, ProductId } from './ids.ts';

/**
 * Figures that can show whether a change was worth it, each of a whole show and such that shows of
 * different length can be compared. What each is made of is in `rules/improvements/proving-*.ts`.
 */
export const PROVING_METRICS = [
  'viewersMean',
  'viewersPeak',
  'joinsPerMinute',
  'chatsPerMinute',
  'followsPerHour',
  'giftsPerHour',
  'ordersPerHour',
  'paidPerHour',
  'interactionRate',
  'followRate',
  'orderRate',
  'gpm',
  'orderValue',
  'cuesDoneRate',
  'cuesShownRate',
  'cueDoneDelay',
  'silenceShare',
  'gapShare',
  'slipsPerHour',
  'warningsPerHour',
  'promisesKeptRate',
  'blocksOverShare',
  'unpaidShare',
  'pushDelay',
  'productPaidPerMinute',
  'productOrdersPerHour',
  'productAirShare',
  'productOrdersLift',
  'productChatsLift',
] as const;
export const ProvingMetricName = z.enum(PROVING_METRICS);
export type ProvingMetricName = z.infer<typeof ProvingMetricName>;

/** What a change is measured by. */
export const ProvingMetric = z.strictObject({
  metric: ProvingMetricName,
  /** Of which product; null for a figure of the whole show. */
  productId: ProductId.nullable(),
  /** Of which card of the deck; null for none. */
  cardId: CueCardId.nullable(),
  /** Which way is better. */
  direction: z.enum(['up', 'down']),
  /** What it was in the show that asked for the change; null where that is not known. */
  baseline: z.number().nullable(),
  /** What it shall come to; null: nobody said how much. */
  goal: z.number().nullable(),
});
export type ProvingMetric = z.infer<typeof ProvingMetric>;

/** Why a figure of a show is not known. */
export const ProvingReason = z.enum([
  /** No source of the show tells what it is made of. */
  'not_told',
  /** The show, or the product's time on the shelf, was too short for it to say anything. */
  'too_short',
  /** What it counts did not happen: no cue, no promise, no block with a plan. */
  'no_cases',
  /** The product was not on the shelf. */
  'not_aired',
  /** It is of a product, and none was named. */
  'no_subject',
]);
export type ProvingReason = z.infer<typeof ProvingReason>;

/**
 * Money in minor units of `currency`, shares from 0 to 1, delays in milliseconds. `error` is what the
 * value would move by if the same show were held again and only chance differed (standard error); 0
 * for what the desk itself did and is counted whole, null where nobody can say.
 */
export const ProvingValue = z.discriminatedUnion('known', [
  z.strictObject({
    known: z.literal(true),
    value: z.number(),
    /** Cases it rests on: minutes, views, orders, cues, pushes ... */
    n: z.int().min(0),
    error: z.number().min(0).nullable(),
    currency: z.string().nullable(),
  }),
  z.strictObject({ known: z.literal(false), reason: ProvingReason }),
]);
export type ProvingValue = z.infer<typeof ProvingValue>;
