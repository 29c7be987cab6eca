import type { BenefitFields } from '../../model/benefit.ts';

/** What a benefit came to by its own figures; null where one of them is not known, or is nothing. */
export type BenefitRates = {
  /** Claimed of all there were, a part of 1. */
  readonly claimRate: number | null;
  /** Redeemed of the claimed, a part of 1. */
  readonly redeemRate: number | null;
  /** Minor units for each that was claimed. */
  readonly costPerClaim: number | null;
};

type Figures = Pick<BenefitFields, 'costMinor' | 'quantity' | 'claimed' | 'redeemed'>;

export function benefitRates({ costMinor, quantity, claimed, redeemed }: Figures): BenefitRates {
  return {
    claimRate: quotient(claimed, quantity),
    redeemRate: quotient(redeemed, claimed),
    costPerClaim: quotient(costMinor, claimed),
  };
}

function quotient(above: number | null, below: number | null): number | null {
  return above === null || below === null || below <= 0 ? null : above / below;
}

/** Cost of each order that came beyond what would have come anyway; never a point. */
export type CostRange =
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** The interval holds nothing extra: it may have brought none at all. */
  | { readonly kind: 'atLeast'; readonly low: number }
  | { readonly kind: 'unknown' };

/**
 * `extra`: orders beyond the matched minutes, 95 %; null where it cannot be said. Fewer extra orders
 * make each dearer; where none is within the interval only the lower end can be said.
 */
export function costPerExtraOrder(
  costMinor: number | null,
  extra: { readonly low: number; readonly high: number } | null,
): CostRange {
  if (costMinor === null || extra === null || extra.high <= 0) return { kind: 'unknown' };
  const low = costMinor / extra.high;
  return extra.low <= 0
    ? { kind: 'atLeast', low }
    : { kind: 'range', low, high: costMinor / extra.low };
}
