import type { LiftMoney } from '../../model/lift.ts';
import { currencyExponent } from '../currency-exponent.ts';
import type { LiftRow } from './lift-row.ts';

/** Of fewer paid orders nothing is said of what one is worth. */
const ORDERS_FEWEST = 8;

export type PaidValue = {
  readonly amountMinor: number;
  readonly currency: string | null;
  readonly exponent: number | null;
};

/**
 * What orders beyond the matched minutes brought each time: from the least of the effect at the lower
 * quartile of paid orders to its most at the upper one. Null where no effect was found, or too few
 * orders were paid in the show's currency and its usual minor unit.
 */
export function liftMoney(
  row: LiftRow,
  paid: readonly PaidValue[],
  currency: string,
): LiftMoney | null {
  if (row.figure !== 'orders' || row.state !== 'found') return null;
  if (row.low === null || row.high === null) return null;
  const exponent = currencyExponent(currency);
  const values = paid
    .filter(
      (each) => each.currency === currency && each.exponent === exponent && each.amountMinor > 0,
    )
    .map(({ amountMinor }) => amountMinor)
    .toSorted((a, b) => a - b);
  if (values.length < ORDERS_FEWEST) return null;
  const quartile = (part: number): number => values[Math.floor(part * (values.length - 1))] ?? 0;
  const each = row.acts.reduce((sum, { exposure }) => sum + exposure, 0) / row.acts.length;
  const worth = (orders: number, part: number): number =>
    Math.round(orders * each * quartile(part));
  return {
    lowMinor: worth(row.low, row.low < 0 ? 0.75 : 0.25),
    highMinor: worth(row.high, row.high < 0 ? 0.25 : 0.75),
    currency,
    orders: values.length,
  };
}
