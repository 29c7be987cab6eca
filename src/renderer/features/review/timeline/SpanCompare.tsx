import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { changeOf } from '#shared/rules/compare-figure.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  compareMinutesAround,
  type ComparedSpan,
  type SpanFigures,
} from '#shared/rules/shows/compare-span.ts';

import { ReviewTable, type ReviewColumn } from '../ReviewTable.tsx';

interface SpanCompareProps {
  readonly review: Pick<Review, 'minutes' | 'totals' | 'show' | 'gaps'>;
  readonly span: ComparedSpan;
}

type FigureName = Exclude<keyof SpanFigures, 'minutes'>;

type Row = {
  readonly name: FigureName;
  readonly before: number | null;
  readonly during: number | null;
  readonly after: number | null;
};

/** Whether some source tells the figure at all: what none tells is unknown, and no 0. */
function isTold({ totals }: SpanCompareProps['review'], name: FigureName): boolean {
  switch (name) {
    case 'viewers':
      return totals.viewersMean.known;
    case 'joins':
      return totals.joins.known;
    case 'chats':
      return totals.chats.known;
    case 'follows':
      return totals.follows.known;
    case 'gifts':
      return totals.gifts.known;
    case 'ordersPaid':
    case 'paidMinor':
      return totals.ordersPaid.known;
  }
}

const NAMES = ['viewers', 'joins', 'chats', 'follows', 'gifts', 'ordersPaid', 'paidMinor'] as const;

/** Before, during and after a stretch of the show: means of a minute, and what changed. */
export function SpanCompare({ review, span }: SpanCompareProps): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const sides = compareMinutesAround(review.minutes, span);
  const rows = NAMES.map((name): Row => {
    const told = (figures: SpanFigures): number | null =>
      isTold(review, name) ? figures[name] : null;
    return {
      name,
      before: told(sides.before),
      during: told(sides.during),
      after: told(sides.after),
    };
  });
  const length = sides.sideMinutes * 60_000;
  const hasGap = review.gaps.some(
    ({ fromTs, toTs }) => fromTs < span.toTs + length && toTs > span.fromTs - length,
  );
  return (
    <>
      <ReviewTable
        title={t('spanCompare.title')}
        columns={spanColumns(i18n, review.show.currency)}
        rows={rows}
        rowKey={({ name }) => name}
        empty=""
      />
      <p>
        {sides.sideMinutes > sides.during.minutes && sides.during.minutes > 0
          ? t('spanCompare.sides', { during: sides.during.minutes, side: sides.sideMinutes })
          : tn('spanCompare.minutes', sides.during.minutes)}
        {sides.before.minutes < sides.sideMinutes && ` ${t('spanCompare.shortBefore')}`}
        {sides.after.minutes < sides.sideMinutes && ` ${t('spanCompare.shortAfter')}`}
        {hasGap && ` ${t('spanCompare.gap')}`}
      </p>
    </>
  );
}

function spanColumns(i18n: I18n, currency: string): readonly ReviewColumn<Row>[] {
  const { t, format } = i18n;
  const exponent = currencyExponent(currency);
  const text = (name: FigureName, value: number | null): string => {
    if (value === null) return '—';
    return name === 'paidMinor'
      ? format.money(Math.round(value), currency, exponent)
      : format.number(value);
  };
  const column = (side: 'before' | 'during' | 'after'): ReviewColumn<Row> => ({
    label: t(`spanCompare.${side}`),
    isNumber: true,
    cell: (row) => text(row.name, row[side]),
    copied: ({ name, [side]: value }) => {
      if (value === null) return '';
      return name === 'paidMinor' ? value / 10 ** exponent : value;
    },
  });
  const change = (to: 'during' | 'after'): ReviewColumn<Row> => ({
    label: t(`spanCompare.change.${to}`),
    isNumber: true,
    cell: (row) => {
      const ratio = changeOf(row[to], row.before);
      return ratio === null ? '—' : format.change(ratio);
    },
    copied: (row) => changeOf(row[to], row.before) ?? '',
    unit: 'fraction',
  });
  return [
    {
      label: t('spanCompare.figure'),
      isNumber: false,
      cell: ({ name }) => t(`spanCompare.figure.${name}`),
      copied: ({ name }) => t(`spanCompare.figure.${name}`),
    },
    column('before'),
    column('during'),
    column('after'),
    change('during'),
    change('after'),
  ];
}
