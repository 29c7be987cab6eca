import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';

/** Why a typed value cannot be used, as a sentence of the key set. */
export type InputFault = { readonly key: MessageKey; readonly params: MessageParams };

export type Parsed<T> =
  | { readonly isValid: true; readonly value: T }
  | { readonly isValid: false; readonly fault: InputFault };

/** Largest price: a hundred thousand million minor units, far inside exact integers. */
const MAX_MINOR = 100_000_000_000;
const MAX_STOCK = 1_000_000_000;

/**
 * A typed decimal as integer minor units of the currency; nothing typed is null. Digits are moved,
 * never multiplied, so 19.9 is 1990 and not 1989.9999.
 */
export function parsePrice(text: string, currency: string): Parsed<number | null> {
  const plain = plainNumber(text).replace(/^[¥$€£₩]\s*/, '');
  if (plain === '') return { isValid: true, value: null };
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(plain);
  if (match === null) return fault('product.error.priceForm', {});
  const whole = (match[1] ?? '').replaceAll(',', '');
  const decimals = match[2] ?? '';
  const digits = currencyExponent(currency);
  if (decimals.replace(/0+$/, '').length > digits) {
    return digits === 0
      ? fault('product.error.priceWhole', { currency })
      : fault('product.error.priceDecimals', { currency, digits });
  }
  const minor = Number(whole + decimals.slice(0, digits).padEnd(digits, '0'));
  if (minor > MAX_MINOR) return fault('product.error.priceTooLarge', {});
  return { isValid: true, value: minor };
}

/** Pieces left; nothing typed is null, which means unknown. */
export function parseStock(text: string): Parsed<number | null> {
  const plain = plainNumber(text);
  if (plain === '') return { isValid: true, value: null };
  if (!/^\d+$/.test(plain) || Number(plain) > MAX_STOCK) {
    return fault('product.error.stockForm', {});
  }
  return { isValid: true, value: Number(plain) };
}

/** Minor units as typed text: 25900 CNY is `259`, 1990 is `19.90`. */
export function priceText(minor: number | null, currency: string): string {
  if (minor === null) return '';
  const digits = currencyExponent(currency);
  const padded = String(minor).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const decimals = padded.slice(padded.length - digits);
  return /^0*$/.test(decimals) ? whole : `${whole}.${decimals}`;
}

/** Full-width digits and marks, as Chinese input gives them, count like plain ones. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll('。', '.').trim();
}

function fault(key: MessageKey, params: MessageParams): Parsed<never> {
  return { isValid: false, fault: { key, params } };
}
