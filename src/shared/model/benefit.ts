import { z } from 'zod';

import { ProductId, Timestamp } from './ids.ts';

/** Something that viewers were given in a show. */
export const BenefitId = z.int().positive().brand<'BenefitId'>();
export type BenefitId = z.infer<typeof BenefitId>;

/** Coupon (优惠券), lucky bag (福袋), giveaway (抽奖), red packet (红包), gift with an order (赠品), price cut (直降). */
export const BENEFIT_KINDS = [
  'coupon',
  'lucky_bag',
  'giveaway',
  'red_packet',
  'gift',
  'discount',
] as const;
export const BenefitKind = z.enum(BENEFIT_KINDS);
export type BenefitKind = z.infer<typeof BenefitKind>;

const count = z.int().min(0).max(1_000_000_000).nullable();

/** What is known of it; null is not known. */
export const BenefitFields = z.strictObject({
  kind: BenefitKind,
  name: z.string().trim().min(1).max(120),
  /** Of which product; null: of none. */
  productId: ProductId.nullable(),
  /** Show time at which it was given. */
  givenTs: Timestamp.nullable(),
  /** All it cost, minor units of the show's currency. */
  costMinor: z.int().min(0).max(1_000_000_000_000).nullable(),
  /** How many there were. */
  quantity: count,
  claimed: count,
  redeemed: count,
});
export type BenefitFields = z.infer<typeof BenefitFields>;

/** What told of it in the show: a cue that was sent, a block that was on air, a table of a platform. */
export const BenefitOrigin = z.string().regex(/^(?:cue|block|import):\d{1,12}(?::\d{1,4})?$/);
export type BenefitOrigin = z.infer<typeof BenefitOrigin>;

/** A benefit of a show: written down, or told by the show and not yet looked at. */
export const ShowBenefit = BenefitFields.extend({
  name: z.string(),
  /** Null: told, and nobody wrote anything of it. */
  benefitId: BenefitId.nullable(),
  /** Null: somebody wrote it. */
  origin: BenefitOrigin.nullable(),
  /** Of its product; empty for none. */
  productName: z.string(),
  /** The table its figures are from; null: typed, or none. */
  fileName: z.string().nullable(),
});
export type ShowBenefit = z.infer<typeof ShowBenefit>;

export const BENEFITS_MAX_PER_SHOW = 200;
