import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { ListedShow } from '#shared/model/show-list.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { SMALL_SAMPLE, type Sample } from '#shared/rules/shows/baselines.ts';
import { compareAnchors, type AnchorRow } from '#shared/rules/shows/compare-anchors.ts';
import type { FigureUnit } from '#shared/rules/shows/show-figure-list.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

import { CopyTable } from './CopyTable.tsx';
import { valueText } from '#renderer/ui/show-figure-text.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import styles from './ShowsSheet.module.css';

type Column = {
  readonly label: string;
  readonly unit: FigureUnit;
  sample(row: AnchorRow): Sample | null;
};

/** Host against host: the median of each one's own shows, with the range and the number of shows. */
export function AnchorsPane({ shows }: { readonly shows: readonly ListedShow[] }): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const { rows, currency, shared, unnamed, otherCurrency } = compareAnchors(shows);
  const money = currency ?? 'CNY';
  const columns: readonly Column[] = [
    { label: t('shows.anchor.perHour'), unit: 'money', sample: (row) => row.paidPerHour },
    ...(['paidMinor', 'gpmMinor', 'viewersMean', 'interaction', 'followRate'] as const).map(
      (key): Column => ({
        label: t(`shows.figure.${key}`),
        unit: key === 'viewersMean' ? 'count' : key.endsWith('Minor') ? 'money' : 'share',
        sample: (row) => row.figure(key),
      }),
    ),
  ];
  const left = [
    ...(shared > 0 ? [tn('shows.anchor.shared', shared)] : []),
    ...(unnamed > 0 ? [tn('shows.anchor.unnamed', unnamed)] : []),
    ...(otherCurrency > 0 ? [tn('shows.against.otherCurrency', otherCurrency)] : []),
  ];
  if (rows.length === 0) {
    return <EmptyState title={t('shows.anchor.none')}>{t('shows.anchor.noneHint')}</EmptyState>;
  }
  const table = (): readonly (readonly TsvCell[])[] => [
    [t('shows.anchor'), t('shows.anchor.shows'), ...columns.map(({ label }) => label)],
    ...rows.map((row) => [
      row.name,
      row.shows.length,
      ...columns.map(({ sample, unit }): TsvCell => {
        const middle = sample(row)?.median;
        if (middle === undefined) return '';
        return unit === 'money' ? middle / 10 ** currencyExponent(money) : middle;
      }),
    ]),
  ];
  return (
    <div className={styles.pane}>
      <div className={styles.sectionHead}>
        <p className={styles.quiet}>{[t('shows.anchor.hint'), ...left].join(' ')}</p>
        <CopyTable rows={table} />
      </div>
      <ScrollFrame label={t('shows.part.anchors')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('shows.anchor')}</th>
              <th scope="col" data-number>
                {t('shows.anchor.shows')}
              </th>
              {columns.map(({ label }) => (
                <th key={label} scope="col" data-number>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" translate="no">
                  {row.name}
                </th>
                <td data-number>
                  {row.shows.length}
                  {row.shows.length < SMALL_SAMPLE && (
                    <span className={styles.below}>{t('shows.few')}</span>
                  )}
                </td>
                {columns.map(({ label, unit, sample }) => (
                  <td key={label} data-number>
                    <SampleCell
                      sample={sample(row)}
                      unit={unit}
                      currency={money}
                      shows={row.shows.length}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  );
}

interface SampleCellProps {
  readonly sample: Sample | null;
  readonly unit: FigureUnit;
  readonly currency: string;
  /** Of how many shows the row is: the cell says only where it is of fewer. */
  readonly shows: number;
}

/** The median, and beneath it the range it lies in. */
export function SampleCell({ sample, unit, currency, shows }: SampleCellProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  if (sample === null) return <>—</>;
  const text = (value: number): string =>
    valueText(i18n, unit === 'money' ? wholeUnits(value, currency) : value, unit, currency);
  return (
    <>
      {text(sample.median)}
      {sample.n > 1 && (
        <span className={styles.below}>
          {sample.n < shows
            ? t('shows.compare.range', {
                count: sample.n,
                low: text(sample.low),
                high: text(sample.high),
              })
            : `${text(sample.low)} – ${text(sample.high)}`}
        </span>
      )}
    </>
  );
}

/** A median of thousands is not known to the cent. */
function wholeUnits(minor: number, currency: string): number {
  const unit = 10 ** currencyExponent(currency);
  return Math.abs(minor) < 1000 * unit ? minor : Math.round(minor / unit) * unit;
}
