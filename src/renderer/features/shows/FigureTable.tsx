import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { differenceOf, type FigureUnit } from '#shared/rules/shows/show-figure-list.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

import { CopyTable } from './CopyTable.tsx';
import { differenceText, valueText } from '#renderer/ui/show-figure-text.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import styles from './ShowsSheet.module.css';

export type FigureRow = {
  readonly key: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: number | null;
  readonly against: number | null;
  readonly currency: string;
  /** Why one of them is not known, or of how many shows the other is; empty for nothing. */
  readonly note: string;
};

interface FigureTableProps {
  readonly title: string;
  readonly own: string;
  readonly against: string;
  readonly rows: readonly FigureRow[];
}

/** Every figure on both sides with what lies between. */
export function FigureTable({ title, own, against, rows }: FigureTableProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const heads = [
    t('shows.compare.figure'),
    own,
    against,
    t('shows.compare.difference'),
    t('shows.compare.note'),
  ];

  /** Money in whole units, times in seconds, shares of one. */
  function raw(value: number | null, { unit, currency }: FigureRow): TsvCell {
    if (value === null) return '';
    if (unit === 'money') return value / 10 ** currencyExponent(currency);
    return unit === 'time' ? value / 1000 : value;
  }

  const table = (): readonly (readonly TsvCell[])[] => [
    heads,
    ...rows.map((row) => {
      const difference = differenceOf(row.value, row.against, row.unit);
      return [
        row.label,
        raw(row.value, row),
        raw(row.against, row),
        raw(difference?.by ?? null, row),
        row.note,
      ];
    }),
  ];
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h3>{title}</h3>
        <CopyTable rows={table} />
      </div>
      <ScrollFrame label={title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" data-number={index > 0 && index < 4}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                <td data-number>{valueText(i18n, row.value, row.unit, row.currency)}</td>
                <td data-number>{valueText(i18n, row.against, row.unit, row.currency)}</td>
                <td data-number>
                  {differenceText(i18n, row.value, row.against, row.unit, row.currency) ?? '—'}
                </td>
                <td className={styles.quiet}>{row.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
