import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { roughMoney } from '#renderer/i18n/rough-money.ts';
import type { Trend } from '#shared/model/screening.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import type { ScreeningColumn } from './ScreeningTable.tsx';

type Of<Row, Value> = (row: Row) => Value;

/** Columns of words, counts, shares, money and lengths; a dash where nothing is known. */
export function columnKinds<Row>({ format }: I18n, currencyOf: Of<Row, string>) {
  const column = (
    label: string,
    isNumber: boolean,
    text: Of<Row, string>,
    copied: ScreeningColumn<Row>['copied'],
    unit?: ScreeningColumn<Row>['unit'],
  ): ScreeningColumn<Row> => ({ label, isNumber, text, copied, ...(unit && { unit }) });
  const known =
    (of: Of<Row, number | null>, text: (value: number, row: Row) => string) =>
    (row: Row): string => {
      const value = of(row);
      return value === null ? '—' : text(value, row);
    };
  return {
    words: (label: string, of: Of<Row, string>) => column(label, false, of, of),
    count: (label: string, of: Of<Row, number | null>) =>
      column(label, true, known(of, format.number), of),
    share: (label: string, of: Of<Row, number | null>) =>
      column(label, true, known(of, format.percent), of, 'fraction'),
    money: (label: string, of: Of<Row, number | null>) =>
      column(
        label,
        true,
        known(of, (minor, row) => roughMoney(format, minor, currencyOf(row))),
        (row) => {
          const minor = of(row);
          return minor === null ? null : minor / 10 ** currencyExponent(currencyOf(row));
        },
        currencyOf,
      ),
    length: (label: string, of: Of<Row, number>) =>
      column(
        label,
        true,
        (row) => format.span(of(row)),
        (row) => Math.round(of(row) / 1_000),
        'seconds',
      ),
  };
}

/** Where a figure goes from show to show, with its interval, or why nobody can say. */
export function trendText({ t }: I18n, trend: Trend, text: (value: number) => string): string {
  const { slope } = trend;
  if (slope === null) return t('screening.tooFewShows');
  const { mean, low, high } = slope;
  const said = { mean: text(mean), low: text(low), high: text(high) };
  if (low > 0) return t('screening.up', said);
  return high < 0 ? t('screening.down', said) : t('screening.flat', said);
}
