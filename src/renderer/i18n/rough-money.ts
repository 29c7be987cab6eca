import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import type { Format } from './format.ts';

/** From how many units of a currency on its cents say more than a rate or a mean knows. */
const WHOLE_FROM = 100;

/** A rate or a mean of money, minor units: whole where it is large, to the cent where it is small. */
export function roughMoney(format: Format, minor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const scale = 10 ** exponent;
  const step = Math.abs(minor) < WHOLE_FROM * scale ? 1 : scale;
  return format.money(Math.round(minor / step) * step, currency, exponent);
}
