import type { EnteredFigure } from '#shared/model/entered-figure.ts';
import { FIGURE_UNITS } from '#shared/model/entered-figure.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import type { I18n } from './i18n-context.tsx';

/** A figure that a person entered, as it is read. */
export function enteredText(
  { format }: I18n,
  { name, value, currency }: Pick<EnteredFigure, 'name' | 'value' | 'currency'>,
): string {
  switch (FIGURE_UNITS[name]) {
    case 'count':
      return format.number(value);
    case 'share':
      return format.percent(value);
    case 'seconds':
      return format.span(value * 1_000);
    case 'money':
      return format.money(value, currency, currencyExponent(currency));
  }
}
