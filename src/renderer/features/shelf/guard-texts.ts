import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Armed, CardMismatch, PushGuard } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

/** What a platform says otherwise where this stops a push. */
const FIELDS: Readonly<Partial<Record<PushGuard, CardMismatch['field']>>> = {
  platform_price: 'price',
  platform_coupon: 'coupon',
  platform_stock: 'stock',
};

/** Why GO is refused, in words; where a platform says something else, with both values. */
export function guardTexts(i18n: I18n, armed: Armed, currency: string): readonly string[] {
  return armed.guards.flatMap((guard) => {
    const field = FIELDS[guard];
    if (field === undefined) return [i18n.t(`push.guard.${guard}`)];
    const told = armed.mismatches.filter((mismatch) => mismatch.field === field);
    return told.length === 0
      ? [i18n.t(`push.guard.${guard}`)]
      : told.map((mismatch) => mismatchText(i18n, mismatch, currency));
  });
}

function mismatchText(i18n: I18n, mismatch: CardMismatch, currency: string): string {
  const { t, format } = i18n;
  const { field, card, platformSays } = mismatch;
  const value = (amount: number): string =>
    field === 'stock'
      ? format.number(amount)
      : format.money(amount, currency, currencyExponent(currency));
  return t(`push.mismatch.${field}`, {
    platform: platformName(i18n, mismatch.platform),
    card: card === null ? '—' : value(card),
    told: value(platformSays),
  });
}
