import { z } from 'zod';

import { BenefitKind } from './benefit.ts';
import { ProductId, ShowId, Timestamp } from './ids.ts';
import { ProductRole } from './product.ts';

const count = z.int().min(0);

/** What to do with something that was in many shows. */
export const Verdict = z.enum(['keep', 'watch', 'drop']);
export type Verdict = z.infer<typeof Verdict>;

/** Why; translated as `screening.reason.<reason>`. */
export const VerdictReason = z.enum([
  /** Too few shows to say anything: to be watched. */
  'tooFew',
  /** More, or less, than the others of the same shows, beyond chance. */
  'above',
  'below',
  'alike',
  /** It sells, and comes back far more often than the others. */
  'refunds',
]);
export type VerdictReason = z.infer<typeof VerdictReason>;

/** A figure from show to show. */
export const Trend = z.strictObject({
  /** Shows in which it is known. */
  n: count,
  median: z.number().nullable(),
  /** Change from one show to the next with its 95 % interval; null under three shows. */
  slope: z.strictObject({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type Trend = z.infer<typeof Trend>;

/** Many times its like in the same show, with a 95 % interval; of n shows. */
export const Ratio = z.strictObject({
  n: count,
  mean: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Ratio = z.infer<typeof Ratio>;

export const ScreenedProduct = z.strictObject({
  productId: ProductId,
  name: z.string(),
  role: ProductRole,
  currency: z.string(),
  tags: z.array(z.string()),
  shows: count,
  pushes: count,
  airtimeMs: count,
  /** Null where no show could tell orders. */
  ordersPaid: count.nullable(),
  paidMinor: z.int().nullable(),
  /** Paid minor units for each minute of airtime, over shows that could tell orders. */
  paidPerMinute: z.number().nullable(),
  /** Of tables that were taken in. */
  clickRate: z.number().nullable(),
  clickToOrder: z.number().nullable(),
  refundRate: z.number().nullable(),
  /** Paid a minute, against the show's own; null where fewer than two shows can be compared. */
  ratio: Ratio.nullable(),
  trend: Trend,
  verdict: Verdict,
  reason: VerdictReason,
});
export type ScreenedProduct = z.infer<typeof ScreenedProduct>;

export const ScreenedBenefit = z.strictObject({
  kind: BenefitKind,
  name: z.string(),
  currency: z.string(),
  shows: count,
  times: count,
  /** Sums over the times that told it; null where none did. */
  costMinor: z.int().nullable(),
  claimed: count.nullable(),
  redeemed: count.nullable(),
  /** Over the times that told both. */
  costPerClaim: z.number().nullable(),
  verdict: Verdict,
  reason: VerdictReason,
});
export type ScreenedBenefit = z.infer<typeof ScreenedBenefit>;

/** Figures of a show that say something of who hosted it, each by show. */
export const ANCHOR_FIGURES = ['paidPerHour', 'viewersMean', 'followRate', 'interaction'] as const;
export type AnchorFigure = (typeof ANCHOR_FIGURES)[number];

export const AnchorShow = z.strictObject({
  showId: ShowId,
  title: z.string(),
  startedTs: Timestamp.nullable(),
  paidPerHour: z.number().nullable(),
  viewersMean: z.number().nullable(),
  followRate: z.number().nullable(),
  interaction: z.number().nullable(),
});
export type AnchorShow = z.infer<typeof AnchorShow>;

export const AnchorTrend = z.strictObject({
  anchor: z.string(),
  currency: z.string(),
  /** Oldest first. */
  shows: z.array(AnchorShow),
  trends: z.strictObject({
    paidPerHour: Trend,
    viewersMean: Trend,
    followRate: Trend,
    interaction: Trend,
  }),
});
export type AnchorTrend = z.infer<typeof AnchorTrend>;

/** Which shows are looked at. */
export const ScreeningFilter = z.strictObject({
  fromTs: Timestamp.nullable(),
  toTs: Timestamp.nullable(),
  /** Shows of that host; null: of all. */
  anchor: z.string().max(80).nullable(),
});
export type ScreeningFilter = z.infer<typeof ScreeningFilter>;

/** Products, benefits and hosts of a room over its ended live shows, ranked. */
export const Screening = z.strictObject({
  shows: count,
  /** Hosts there are to choose from, whatever was chosen. */
  anchors: z.array(z.string()),
  products: z.array(ScreenedProduct),
  benefits: z.array(ScreenedBenefit),
  trends: z.array(AnchorTrend),
});
export type Screening = z.infer<typeof Screening>;
