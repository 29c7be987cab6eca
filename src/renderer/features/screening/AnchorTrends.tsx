import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { ANCHOR_FIGURES, type AnchorFigure, type AnchorTrend } from '#shared/model/screening.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { trendText } from './column-kinds.ts';
import { ScreeningTable, type ScreeningColumn } from './ScreeningTable.tsx';

type Row = { readonly of: AnchorTrend; readonly figure: AnchorFigure };

/** Each host from show to show: how many, the median, and where it goes with its interval. */
export function AnchorTrends({
  trends,
}: {
  readonly trends: readonly AnchorTrend[];
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const text = ({ of, figure }: Row, value: number): string =>
    figureText(i18n, figure, value, of.currency);
  const columns: readonly ScreeningColumn<Row>[] = [
    word(t('screening.anchor'), ({ of }) => of.anchor),
    word(t('screening.figure'), ({ figure }) => t(`screening.figure.${figure}`)),
    {
      label: t('screening.n'),
      isNumber: true,
      text: ({ of, figure }) => String(of.trends[figure].n),
      copied: ({ of, figure }) => of.trends[figure].n,
    },
    {
      label: t('screening.median'),
      isNumber: true,
      text: (row) => {
        const middle = row.of.trends[row.figure].median;
        return middle === null ? '—' : text(row, middle);
      },
      copied: ({ of, figure }) => scaled(of.trends[figure].median, figure, of.currency),
    },
    word(t('screening.change'), (row) =>
      trendText(i18n, row.of.trends[row.figure], (value) => text(row, value)),
    ),
    word(t('screening.recent'), (row) => showsText(i18n, row)),
  ];
  const rows = trends.flatMap((of) => ANCHOR_FIGURES.map((figure): Row => ({ of, figure })));
  return (
    <ScreeningTable
      name="hosts"
      title={t('screening.part.anchors')}
      columns={columns}
      rows={rows}
      rowKey={({ of, figure }) => `${of.anchor} ${of.currency} ${figure}`}
      verdict={null}
      empty={t('screening.noAnchors')}
    />
  );
}

function word(label: string, of: (row: Row) => string): ScreeningColumn<Row> {
  return { label, isNumber: false, text: of, copied: of };
}

/** The newest values, the newest last. */
const SHOWS_SHOWN = 5;

function showsText(i18n: I18n, { of, figure }: Row): string {
  return of.shows
    .slice(-SHOWS_SHOWN)
    .map((show) => {
      const value = show[figure];
      const day = show.startedTs === null ? show.title : i18n.format.day(show.startedTs);
      return `${day} ${value === null ? '—' : figureText(i18n, figure, value, of.currency)}`;
    })
    .join(i18n.t('common.separator'));
}

function figureText(
  { format }: I18n,
  figure: AnchorFigure,
  value: number,
  currency: string,
): string {
  switch (figure) {
    case 'paidPerHour':
      return format.money(Math.round(value), currency, currencyExponent(currency));
    case 'viewersMean':
      return format.number(value);
    case 'followRate':
    case 'interaction':
      return format.share(value);
  }
}

function scaled(value: number | null, figure: AnchorFigure, currency: string): number | null {
  return value === null || figure !== 'paidPerHour'
    ? value
    : value / 10 ** currencyExponent(currency);
}
