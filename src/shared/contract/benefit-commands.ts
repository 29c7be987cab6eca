import { z } from 'zod';

import {
  BenefitFields,
  BenefitId,
  BenefitKind,
  BenefitOrigin,
  ShowBenefit,
} from '../model/benefit.ts';
import { ProductId, ShowId, Timestamp } from '../model/ids.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** The part of the contract about what a show gave away. */
export const benefitCommands = {
  /** Refused: unknown_show. */
  'benefit.list': {
    input: z.strictObject({ showId: ShowId }),
    output: z.strictObject({
      benefits: z.array(ShowBenefit),
      currency: z.string(),
      products: z.array(z.strictObject({ productId: ProductId, name: z.string() })),
    }),
    callers: desk,
  },
  /**
   * Writes one down, or another text of one. `origin`: of one that the show told, once. Refused:
   * unknown_show, unknown_product, unknown_benefit, too_many_benefits.
   */
  'benefit.put': {
    input: z.strictObject({
      showId: ShowId,
      benefitId: BenefitId.nullable(),
      origin: BenefitOrigin.nullable(),
      fields: BenefitFields,
    }),
    output: z.strictObject({ benefitId: BenefitId }),
    callers: desk,
  },
  /**
   * Viewers are given it now: one that was written down, or (null) one of this kind and name. Refused:
   * show_not_running, unknown_benefit, too_many_benefits.
   */
  'benefit.give': {
    input: z.strictObject({
      benefitId: BenefitId.nullable(),
      kind: BenefitKind,
      name: BenefitFields.shape.name,
    }),
    output: z.strictObject({
      benefitId: BenefitId,
      seq: z.int().positive(),
      /** Show time. */
      ts: Timestamp,
    }),
    callers: desk,
  },
  /** It was not; `seq` of the fact that said so. Refused: nothing_to_undo where it does not stand. */
  'benefit.takeBack': {
    input: z.strictObject({ seq: z.int().positive() }),
    output: none,
    callers: desk,
  },
  /** Takes one away; `isRemoved` false brings it back. Refused: unknown_benefit. */
  'benefit.remove': {
    input: z.strictObject({ benefitId: BenefitId, isRemoved: z.boolean() }),
    output: none,
    callers: desk,
  },
} as const;
