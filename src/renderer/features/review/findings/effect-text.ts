import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { FindingEffect } from '#shared/model/finding.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

/** How much it cost or brought, as a range; what was simply counted stands without a sign. */
export function effectText(i18n: I18n, effect: FindingEffect): string {
  const { t } = i18n;
  const { unit, low, high } = effect;
  const isPlain = low === high && (unit === 'count' || unit === 'minutes');
  const range = isPlain ? sizeText(i18n, effect, low) : rangeText(i18n, effect);
  return t(`finding.unit.${unit}`, { range });
}

function rangeText(i18n: I18n, effect: FindingEffect): string {
  const { t } = i18n;
  const [near, far] =
    Math.abs(effect.low) <= Math.abs(effect.high)
      ? [effect.low, effect.high]
      : [effect.high, effect.low];
  const to = signed(i18n, effect, far);
  const from = signed(i18n, effect, near);
  if (from === to) return to;
  return near === 0 ? t('finding.upTo', { to }) : t('finding.fromTo', { from, to });
}

function signed(i18n: I18n, effect: FindingEffect, value: number): string {
  if (value === 0) return sizeText(i18n, effect, 0);
  return `${value < 0 ? '−' : '+'}${sizeText(i18n, effect, value)}`;
}

function sizeText({ format }: I18n, { unit, currency }: FindingEffect, value: number): string {
  const size = Math.abs(value);
  if (unit === 'money' && currency !== null) {
    const exponent = currencyExponent(currency);
    return format.money(roughly(size, 10 ** exponent), currency, exponent);
  }
  return format.number(unit === 'minutes' ? Math.round(size * 10) / 10 : Math.round(size));
}

/** Two digits and whole units of the currency: an estimate to the cent says more than it knows. */
function roughly(minor: number, unit: number): number {
  const size = Math.round(minor / unit);
  const step = 10 ** Math.max(0, String(size).length - 2);
  return Math.round(size / step) * step * unit;
}
