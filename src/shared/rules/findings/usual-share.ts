import { SIGMAS } from '../alerts/chance.ts';
import { LEAST_SHOWS, spreadOf } from '../alerts/usual.ts';

/** A rate is below usual from a fifth on. */
const LEAST_LESS = 0.2;

/** How far a rate of this show is below what the room's shows come to as a rule. */
export type BelowUsual = {
  readonly middle: number;
  readonly sigmas: number;
  /** Shows behind the median. */
  readonly sample: number;
  /** How many cases are missing, from the least to the most (95 %). */
  readonly low: number;
  readonly high: number;
};

/**
 * A rate against the room's own median over past shows: below it by a fifth and by 2.5 standard
 * deviations, both of the count (Poisson) and of how the shows differ among themselves. Without three
 * shows that know it there is no median.
 */
export function belowUsual(
  { value, cases }: { readonly value: number; readonly cases: number },
  past: readonly (number | null)[],
): BelowUsual | 'few_shows' | 'nothing_found' {
  const usual = spreadOf(past.flatMap((each) => each ?? []));
  if (usual === null || usual.shows < LEAST_SHOWS) return 'few_shows';
  const { median: middle, deviation, shows } = usual;
  const off = middle - value;
  const chance = Math.sqrt((middle * Math.max(cases, 1)) / Math.max(cases, 1) ** 2);
  const spread = Math.sqrt(chance ** 2 + deviation ** 2);
  if (middle <= 0 || off < LEAST_LESS * middle || off < SIGMAS * spread) return 'nothing_found';
  return {
    middle,
    sigmas: off / spread,
    sample: shows,
    low: Math.max(0, off - 1.96 * spread) * cases,
    high: (off + 1.96 * spread) * cases,
  };
}
