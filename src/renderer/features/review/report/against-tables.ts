import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { differenceText, valueText } from '#renderer/ui/show-figure-text.ts';
import type { AgainstShows, ReviewAgainst } from '#shared/model/review-against.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  differenceOf,
  SHOW_FIGURES,
  type FigureUnit,
  type ListedFigure,
} from '#shared/rules/shows/show-figure-list.ts';

import type { ReviewColumn, ReviewTableProps } from '../ReviewTable.tsx';

const SIDES = ['target', 'previous', 'median', 'sameHour'] as const;
type Side = (typeof SIDES)[number];

export type AgainstRow = {
  readonly key: ListedFigure['key'];
  readonly unit: FigureUnit;
  readonly value: number | null;
  readonly against: number | null;
  /** How many shows the other figure is of; null where it is of one, or a target. */
  readonly sample: AgainstShows['figures'][number] | null;
  readonly note: string;
};

export type AgainstTable = {
  readonly name: string;
  readonly table: ReviewTableProps<AgainstRow>;
};

/** The show beside its targets, earlier shows and one that was chosen: a table for each. */
export function againstTables(i18n: I18n, review: Review): readonly AgainstTable[] {
  const { against } = review;
  const sides = SIDES.map((side): AgainstTable => {
    const name = `against-${side === 'sameHour' ? 'same-hour' : side}`;
    const label = i18n.t(`shows.against.${side}`);
    const rows = against === null ? [] : rowsOf(i18n, review, sideOf(against, side), side);
    return { name, table: tableOf(i18n, review, label, rows, emptyText(i18n, against, side)) };
  });
  const chosen = against?.chosen ?? null;
  return chosen === null ? sides : [...sides, chosenTable(i18n, review, chosen)];
}

function sideOf(against: ReviewAgainst, side: Side): AgainstShows | null {
  return side === 'target' ? null : against[side];
}

function rowsOf(
  i18n: I18n,
  { against, show }: Review,
  shows: AgainstShows | null,
  side: Side,
): readonly AgainstRow[] {
  if (against === null || shows?.shows.length === 0) return [];
  const rows = SHOW_FIGURES.map(({ key, unit }): AgainstRow => {
    const sample = shows?.figures.find((figure) => figure.key === key) ?? null;
    const target = against.targets.find((each) => each.key === key)?.value ?? null;
    const missing = against.missing.find((each) => each.key === key);
    const isMany = sample !== null && sample.n > 1;
    const range = isMany
      ? i18n.t('shows.compare.range', {
          count: sample.n,
          low: valueText(i18n, sample.low, unit, show.currency),
          high: valueText(i18n, sample.high, unit, show.currency),
        })
      : null;
    return {
      key,
      unit,
      value: against.own[key],
      against: side === 'target' ? target : (sample?.median ?? null),
      sample,
      note: [missing === undefined ? null : i18n.t(`shows.missing.${missing.reason}`), range]
        .filter((text) => text !== null)
        .join(i18n.t('common.separator')),
    };
  });
  return side === 'target' ? rows.filter((row) => row.against !== null) : rows;
}

function chosenTable(
  i18n: I18n,
  review: Review,
  chosen: NonNullable<ReviewAgainst['chosen']>,
): AgainstTable {
  const { t } = i18n;
  const { own, other, currency, leftOut } = chosen;
  const isOneCurrency = currency === review.show.currency;
  const left =
    leftOut.length === 0
      ? ''
      : t('shows.compare.leftOut', {
          platforms: leftOut
            .map((platform) => platformName(i18n, platform))
            .join(t('common.listSeparator')),
        });
  const rows =
    own === null || other === null
      ? []
      : SHOW_FIGURES.map(({ key, unit }): AgainstRow => {
          // Sums of two currencies are never held against each other.
          const isApart = unit === 'money' && !isOneCurrency;
          return {
            key,
            unit,
            value: own[key],
            against: isApart ? null : other[key],
            sample: null,
            note: isApart ? t('shows.compare.otherCurrency', { currency }) : left,
          };
        });
  const label = chosen.show.title;
  return {
    name: 'against-chosen',
    table: tableOf(i18n, review, label, rows, t('shows.compare.nothingAlike')),
  };
}

function emptyText({ t, tn }: I18n, against: ReviewAgainst | null, side: Side): string {
  if (against === null) return t('shows.missing.running');
  const shows = sideOf(against, side);
  return [
    t(`shows.against.none.${side}`),
    ...(shows !== null && shows.otherCurrency > 0
      ? [tn('shows.against.otherCurrency', shows.otherCurrency)]
      : []),
    ...(shows !== null && shows.otherPlatforms > 0
      ? [tn('shows.against.otherPlatforms', shows.otherPlatforms)]
      : []),
    ...(shows !== null && shows.tooShort > 0 ? [tn('shows.against.tooShort', shows.tooShort)] : []),
  ].join(' ');
}

function tableOf(
  i18n: I18n,
  { show }: Review,
  label: string,
  rows: readonly AgainstRow[],
  empty: string,
): ReviewTableProps<AgainstRow> {
  const { t, format } = i18n;
  const figure = (
    head: string,
    of: (row: AgainstRow) => number | null,
  ): ReviewColumn<AgainstRow> => ({
    label: head,
    isNumber: true,
    cell: (row) => valueText(i18n, of(row), row.unit, show.currency),
    copied: (row) => raw(of(row), row.unit, show.currency),
  });
  const word = (head: string, of: (row: AgainstRow) => string): ReviewColumn<AgainstRow> => ({
    label: head,
    isNumber: false,
    cell: of,
    copied: of,
  });
  return {
    title: t('review.against.title', { against: label }),
    columns: [
      word(t('shows.compare.figure'), ({ key }) => t(`shows.figure.${key}`)),
      figure(t('review.score.this'), ({ value }) => value),
      figure(label, ({ against }) => against),
      {
        label: t('shows.compare.difference'),
        isNumber: true,
        cell: ({ value, against, unit }) =>
          differenceText(i18n, value, against, unit, show.currency) ?? '—',
        copied: ({ value, against, unit }) =>
          raw(differenceOf(value, against, unit)?.by ?? null, unit, show.currency),
      },
      {
        label: t('review.against.shows'),
        isNumber: true,
        cell: ({ sample }) => (sample === null ? '—' : format.number(sample.n)),
        copied: ({ sample }) => sample?.n ?? null,
      },
      word(t('shows.compare.note'), ({ note }) => note),
    ],
    rows,
    rowKey: ({ key }) => key,
    empty,
  };
}

/** Money in whole units, times in seconds, shares of one. */
function raw(value: number | null, unit: FigureUnit, currency: string): number | null {
  if (value === null) return null;
  if (unit === 'money') return value / 10 ** currencyExponent(currency);
  return unit === 'time' ? value / 1000 : value;
}
