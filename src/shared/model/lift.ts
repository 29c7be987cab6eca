import { z } from 'zod';

import { CueKind } from './cue.ts';
import { CueCardId, ProductId, ShowId, Timestamp } from './ids.ts';

/** What is looked at after something was done. `online` is the net change of people online, `leavers` an estimate. */
export const LiftFigureName = z.enum([
  'chat',
  'inflow',
  'follows',
  'clicks',
  'orders',
  'online',
  'leavers',
]);
export type LiftFigureName = z.infer<typeof LiftFigureName>;

/**
 * `found`: it differs from matched minutes, and of all that is called so few are false; `none`: a size
 * that matters would have shown; `tooFew`: it could not have; `together`: nearly always done with
 * something else, so that nobody can tell which of them it was.
 */
export const LiftState = z.enum(['found', 'none', 'tooFew', 'together']);
export type LiftState = z.infer<typeof LiftState>;

/** What followed in one figure: for each minute and 1,000 online, in all where nobody counted people. */
export const LiftResult = z.strictObject({
  figure: LiftFigureName,
  state: LiftState,
  /** Beyond the matched minutes, and within what it lies with 95 %; null where it cannot be said. */
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What the matched minutes let expect without it. */
  without: z.number().nullable(),
  /** Times it was done that could be compared, and how many are about needed; null: enough. */
  n: z.int().min(0),
  needed: z.int().positive().nullable(),
});
export type LiftResult = z.infer<typeof LiftResult>;

/** What was done, in the words it is known by. */
export const LiftSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), cardId: CueCardId, text: z.string() }),
  z.strictObject({ kind: z.literal('cueKind'), cueKind: CueKind }),
  z.strictObject({ kind: z.literal('rule'), ruleId: z.string(), name: z.string().nullable() }),
  z.strictObject({ kind: z.literal('script'), title: z.string() }),
  z.strictObject({ kind: z.literal('giveaway'), title: z.string() }),
  z.strictObject({
    kind: z.literal('push'),
    productId: ProductId,
    linkNumber: z.int(),
    name: z.string(),
  }),
]);
export type LiftSubject = z.infer<typeof LiftSubject>;

/** What orders beyond the matched minutes may have brought or cost each time: never a point. */
export const LiftMoney = z.strictObject({
  lowMinor: z.int(),
  highMinor: z.int(),
  currency: z.string(),
  /** Paid orders whose middle half the range of one order is. */
  orders: z.int().positive(),
});
export type LiftMoney = z.infer<typeof LiftMoney>;

export const LiftThingResults = z.strictObject({
  thingId: z.string(),
  subject: LiftSubject,
  /** Of cues that keep people: judged by leavers and people online, not by who comes in. */
  isKeeper: z.boolean(),
  /** How often it was done, whether or not it could be compared. */
  times: z.int().positive(),
  /** What it is nearly always done together with. */
  togetherWith: LiftSubject.nullable(),
  results: z.array(LiftResult),
  money: LiftMoney.nullable(),
  /** Keys of `acts`. */
  actIds: z.array(z.string()),
});
export type LiftThingResults = z.infer<typeof LiftThingResults>;

/** One time that something was done, and what it was compared with. */
export const LiftActEvidence = z.strictObject({
  actId: z.string(),
  ts: Timestamp,
  figures: z.array(
    z.strictObject({
      figure: LiftFigureName,
      /** First minute looked at, and how many of them (UTC, floor(ts / 60,000)). */
      fromMinute: z.int(),
      minutes: z.int().positive(),
      /** As counted there; of people online, the change. */
      came: z.number(),
      /** What level, trend and matched minutes let expect. */
      expected: z.number(),
      /** First minutes of the stretches it was matched with, the likest first. */
      matched: z.array(z.int()),
    }),
  ),
});
export type LiftActEvidence = z.infer<typeof LiftActEvidence>;

/** What followed on everything that was done in a show. */
export const ShowLift = z.strictObject({
  showId: ShowId,
  /** Figures are for 1,000 online; false: nobody counted people, they are in all. */
  isPerThousand: z.boolean(),
  things: z.array(LiftThingResults),
  acts: z.array(LiftActEvidence),
});
export type ShowLift = z.infer<typeof ShowLift>;
