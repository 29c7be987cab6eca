import { assertNever } from '#shared/lib/assert-never.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';

import type { I18n } from './i18n-context.tsx';

/** A metric's value as it is read, in its unit; money is minor units of `currency`. */
export function metricText({ format }: I18n, id: TileId, value: number, currency: string): string {
  const { unit } = METRICS[id];
  switch (unit) {
    case 'count':
    case 'perMinute':
      return format.number(Math.round(value));
    case 'ratio':
      return format.number(value);
    case 'share':
      return format.share(value);
    case 'money':
      return format.money(Math.round(value), currency, currencyExponent(currency));
    case 'span':
      return id === 'onAir' ? format.clock(value * 1_000) : format.span(value * 1_000);
    case 'delay':
      return format.delay(value);
    default:
      return assertNever(unit);
  }
}
