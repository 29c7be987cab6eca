import type { CurrencySum } from '../../model/metrics.ts';

/** Sums of money, one for each currency and exponent: those are never added to each other. */
export type MoneySums = Map<string, CurrencySum>;

export function addMoney(
  sums: MoneySums,
  money: { readonly amountMinor: number; readonly currency: string; readonly exponent: number },
): void {
  const { currency, exponent, amountMinor } = money;
  const key = `${currency}/${exponent}`;
  const before = sums.get(key)?.amountMinor ?? 0;
  sums.set(key, { currency, exponent, amountMinor: before + amountMinor });
}
