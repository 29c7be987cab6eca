import type { ReactElement } from 'react';

import { boundText, targetText } from '#renderer/i18n/goal-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { changeOf } from '#shared/rules/compare-figure.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { isTotal, targetBound } from '#shared/rules/metrics/goal.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { scoreRows, type ScoreRow } from './score-rows.ts';
import { Sparkline } from './Sparkline.tsx';

/** Every figure beside its target and the shows before. */
export function ScorecardTable({ review }: { readonly review: Review }): ReactElement {
  return <ReviewTable {...scorecardTable(useI18n(), review)} />;
}

export function scorecardTable(i18n: I18n, review: Review): ReviewTableProps<ScoreRow> {
  const { t, format } = i18n;
  const { currency } = review.show;
  const figure = (label: string, of: (row: ScoreRow) => number | null): ReviewColumn<ScoreRow> => ({
    label,
    isNumber: true,
    cell: (row) => figureText(i18n, row.key, of(row), currency),
    copied: (row) => copiedFigure(row.key, of(row), currency),
  });
  const columns: readonly ReviewColumn<ScoreRow>[] = [
    {
      label: t('review.score.metric'),
      isNumber: false,
      cell: ({ key }) => t(`review.score.${key}`),
      copied: ({ key }) => t(`review.score.${key}`),
    },
    figure(t('review.score.this'), ({ value }) => value),
    {
      label: t('review.score.target'),
      isNumber: true,
      isOptional: true,
      cell: (row) => goalText(i18n, row),
      copied: ({ target, key }) => copiedFigure(key, target?.value ?? null, currency),
    },
    {
      label: t('review.score.attained'),
      isNumber: true,
      isOptional: true,
      cell: ({ attained }) => (attained === null ? '—' : format.share(attained)),
      unit: 'fraction',
      copied: ({ attained }) => attained,
    },
    figure(meanTitle(i18n, review.comparison.shows.length), ({ mean }) => mean),
    figure(t('review.score.median'), (row) => row.median),
    {
      label: t('review.score.change'),
      isNumber: true,
      cell: (row) => changeText(i18n, row),
      copied: changeOfRow,
      unit: 'fraction',
    },
    {
      label: t('review.score.trend'),
      isNumber: false,
      cell: (row) => <Sparkline values={row.course} words={trendText(i18n, row)} />,
      text: (row) => trendText(i18n, row),
      copied: (row) => trendText(i18n, row),
    },
  ];
  return {
    title: t('review.score.title'),
    columns,
    rows: scoreRows(review),
    rowKey: ({ key }) => key,
    empty: '',
  };
}

const SHARES: ReadonlySet<ScoreRow['key']> = new Set(['interaction', 'followRate']);
const MONEY: ReadonlySet<ScoreRow['key']> = new Set(['paidMinor', 'gpmMinor']);

function figureText(
  { format }: I18n,
  key: ScoreRow['key'],
  value: number | null,
  currency: string,
): string {
  if (value === null) return '—';
  if (SHARES.has(key)) return format.share(value);
  if (!MONEY.has(key)) return format.number(value);
  const exponent = currencyExponent(currency);
  const scale = 10 ** exponent;
  return format.money(Math.round(value / scale) * scale, currency, exponent);
}

/** Money in whole units, so that a spreadsheet reads it as such. */
function copiedFigure(key: ScoreRow['key'], value: number | null, currency: string): number | null {
  if (value === null || !MONEY.has(key)) return value;
  return Math.round(value) / 10 ** currencyExponent(currency);
}

function goalText(i18n: I18n, { target }: ScoreRow): string {
  if (target === null) return '—';
  const text = targetText(i18n, target.name, target.value, target.currency);
  return isTotal(target.name) ? text : boundText(i18n, targetBound(target.name), text);
}

/** Against the median: of shares the difference, of everything else the part of it; null: unknown. */
function changeOfRow({ key, value, median }: ScoreRow): number | null {
  if (!SHARES.has(key)) return changeOf(value, median);
  return value === null || median === null ? null : value - median;
}

/** Shares in percentage points, everything else in percent. */
function changeText({ t, format }: I18n, row: ScoreRow): string {
  const change = changeOfRow(row);
  if (change === null) return '—';
  if (!SHARES.has(row.key)) return format.signedShare(change);
  return t('finding.compare.points', { change: format.points(change) });
}

function trendText({ t }: I18n, { value, sample, above, run }: ScoreRow): string {
  if (value === null || sample === 0) return t('review.score.noTrend');
  const rank = t('review.score.rank', { above, count: sample });
  if (run === 0) return rank;
  const way = t(run > 0 ? 'review.score.rising' : 'review.score.falling', { count: Math.abs(run) });
  return `${way}${t('common.separator')}${rank}`;
}

function meanTitle({ t }: I18n, count: number): string {
  return count === 0 ? t('review.score.meanOfNone') : t('review.score.mean', { count });
}
