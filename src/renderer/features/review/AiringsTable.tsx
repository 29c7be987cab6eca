import type { ReactElement } from 'react';

import type { ColumnUnit } from '#renderer/ui/sheet-cells.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Airing, AiringSpan, Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

const MINUTE_MS = 60_000;

type Push = Review['pushes'][number];
const PARTS = ['before', 'during', 'after'] as const;

type AiringFigure = {
  readonly figure: (span: AiringSpan) => number | null;
  /** What it reads as; `minutes` is how long the span is. */
  readonly shown: (value: number, minutes: number, row: Push) => string;
  /** What a spreadsheet gets: the same figure unrounded, money in whole units. */
  readonly copied: (value: number, minutes: number, row: Push) => number;
  readonly unit?: ColumnUnit<Push>;
};

/** What came in before each push, while it was on, and after it. */
export function AiringsTable(props: {
  readonly pushes: readonly Push[];
  /** Questions are still being counted. */
  readonly isCounting: boolean;
}): ReactElement {
  return <ReviewTable {...airingsTable(useI18n(), props.pushes, props.isCounting)} />;
}

export function airingsTable(
  i18n: I18n,
  pushes: readonly Push[],
  isCounting = false,
): ReviewTableProps<Push> {
  const { t, format } = i18n;
  const whole = (value: number): string => format.number(Math.round(value));
  const asItIs = (value: number): number => value;
  const money: AiringFigure = {
    figure: ({ paidMinor }) => paidMinor,
    shown: (value, _minutes, { currency }) =>
      currency === null ? '—' : format.money(value, currency, currencyExponent(currency)),
    copied: (value, _minutes, { currency }) => value / 10 ** currencyExponent(currency ?? ''),
    unit: ({ currency }) => currency,
  };
  const count = (figure: AiringFigure['figure']): AiringFigure => ({
    figure,
    shown: whole,
    copied: asItIs,
  });
  const chats: AiringFigure = {
    figure: (span) => span.chats,
    shown: (value, minutes) => whole(value / minutes),
    copied: (value, minutes) => Math.round((value / minutes) * 100) / 100,
  };
  const column = (label: string, figure: AiringFigure): ReviewColumn<Push> =>
    around(i18n, label, figure);

  const questions = column(
    t('review.airingQuestions'),
    count((span) => span.questions),
  );
  const time = ({ goTs }: Push): string => format.time(goTs, null);
  const product = (row: Push): string => `${String(row.linkNumber)} ${row.name}`;
  return {
    title: t('review.airingsTitle'),
    columns: [
      {
        label: t('review.pushAt'),
        isNumber: false,
        cell: time,
        copied: (row) => new Date(row.goTs).toISOString(),
      },
      { label: t('review.product'), isNumber: false, cell: product, copied: product },
      column(
        t('review.airingViewers'),
        count(({ viewersMean }) => viewersMean),
      ),
      column(t('review.airingChats'), chats),
      isCounting ? { ...questions, cell: () => t('review.counting') } : questions,
      {
        // Of live figures only some platforms have them.
        ...column(
          t('review.airingClicks'),
          count(({ clicks }) => clicks),
        ),
        isOptional: true,
      },
      column(
        t('review.airingOrders'),
        count(({ ordersPaid }) => ordersPaid),
      ),
      column(t('review.airingPaid'), money),
    ],
    rows: pushes.filter(({ airing }) => airing !== null),
    rowKey: (row) => row.pushId,
    empty: t('review.noAirings'),
  };
}

/** One figure of the three spans in one cell; a spreadsheet gets three numbers. */
function around(
  { t }: Pick<I18n, 't'>,
  label: string,
  { figure, shown, copied, unit }: AiringFigure,
): ReviewColumn<Push> {
  function text(row: Push): string {
    const { airing } = row;
    if (airing === null) return '—';
    return PARTS.map((part) => {
      const value = figure(airing[part]);
      const minutes = minutesOf(airing[part]);
      return value === null || minutes === 0 ? '—' : shown(value, minutes, row);
    }).join(' → ');
  }
  const number = (row: Push, part: keyof Airing): number | null => {
    const span = row.airing?.[part];
    const value = span === undefined ? null : figure(span);
    const minutes = span === undefined ? 0 : minutesOf(span);
    return value === null || minutes === 0 ? null : copied(value, minutes, row);
  };
  return {
    label,
    isNumber: true,
    cell: text,
    text,
    copied: text,
    copiedAs: PARTS.map((part) => ({
      label: `${label} ${t(`review.airing.${part}`)}`,
      copied: (row) => number(row, part),
      ...(unit === undefined ? {} : { unit }),
    })),
  };
}

function minutesOf({ fromTs, toTs }: AiringSpan): number {
  return (toTs - fromTs) / MINUTE_MS;
}
