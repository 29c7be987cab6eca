import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { CheckWay, Disagreement } from '#shared/rules/metrics/self-check.ts';

import type { I18n } from './i18n-context.tsx';

/** Which two figures do not agree, by how much, and how far apart they may be. */
export function checkText(i18n: I18n, apart: Disagreement, currency: string): string {
  const { t, format } = i18n;
  const { one, oneValue, other, otherValue, tolerance } = apart;
  const said = (value: number) => valueText(i18n, apart.unit, value, currency);
  const sides = {
    one: `${wayText(i18n, one)} ${said(oneValue)}`,
    other: `${wayText(i18n, other)} ${said(otherValue)}`,
  };
  if (tolerance === null) return t('check.greater', sides);
  const share = Math.abs(oneValue - otherValue) / Math.max(oneValue, otherValue);
  const limits = { share: format.percent(share), tolerance: format.percent(tolerance) };
  return t('check.apart', { ...sides, ...limits });
}

function wayText({ t }: I18n, way: CheckWay): string {
  if (way.kind === 'way') return t(`check.${way.way}`);
  const name = t(`input.${way.input}`);
  return t(way.isEntered ? 'check.entered' : 'check.told', { name });
}

function valueText(
  { format }: I18n,
  unit: Disagreement['unit'],
  value: number,
  currency: string,
): string {
  switch (unit) {
    case 'count':
      return format.number(Math.round(value));
    case 'money':
      return format.money(Math.round(value), currency, currencyExponent(currency));
    case 'share':
      return format.share(value);
    case 'seconds':
      return format.span(value * 1_000);
  }
}
