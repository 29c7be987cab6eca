import type { TargetName } from '#shared/model/show-target.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { tileOf } from '#shared/rules/metrics/goal.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import type { Bound } from '#shared/rules/metrics/presets.ts';

import type { I18n } from './i18n-context.tsx';
import { metricText } from './metric-text.ts';

/** What a target is called: as its tile, but for the peak and the planned length. */
export function targetName({ t }: I18n, name: TargetName): string {
  if (name === 'viewersPeak') return t('goal.viewersPeak');
  return name === 'onAir' ? t('goal.plannedLength') : t(`metric.${name}`);
}

/** A target's value as it is read, in its unit. */
export function targetText(i18n: I18n, name: TargetName, value: number, currency: string): string {
  if (name === 'onAir') return i18n.format.span(value * 1_000);
  // As it was set: a measured share has a tenth of a percent, a target has what was typed.
  if (METRICS[tileOf(name)].unit === 'share') return i18n.format.percent(value);
  return metricText(i18n, tileOf(name), value, currency);
}

/** The same where there is little room: a large sum of money is rounded. */
export function shortTargetText(
  i18n: I18n,
  name: TargetName,
  value: number,
  currency: string,
): string {
  if (METRICS[tileOf(name)].unit !== 'money') return targetText(i18n, name, value, currency);
  return i18n.format.shortMoney(Math.round(value), currency, currencyExponent(currency));
}

/** A value with the side on which a figure shall be: `≥ 5%`. */
export function boundText({ t }: I18n, bound: Bound, value: string): string {
  return t(`goal.bound.${bound}`, { value });
}
