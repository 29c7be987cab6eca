import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { IMPORTED_UNITS, ImportedFigure } from '#shared/model/platform-import.ts';
import type { Review } from '#shared/model/review.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { commerceValue } from './commerce-text.ts';

const MINUTE_MS = 60_000;

export type MinuteRow = {
  readonly minute: number;
  readonly platform: string;
  readonly values: ReadonlyMap<ImportedFigure, number>;
};

/** Minutes of platforms' tables; nothing where none was taken in. */
export function ImportedMinutes({ review }: { readonly review: Review }): ReactElement | null {
  const i18n = useI18n();
  if (review.commerce.minutes.length === 0) return null;
  return <ReviewTable {...importedMinutesTable(i18n, review)} />;
}

export function importedMinutesTable(i18n: I18n, review: Review): ReviewTableProps<MinuteRow> {
  const { t, format } = i18n;
  const { currency } = review.show;
  const scale = 10 ** currencyExponent(currency);
  const rows = rowsOf(review);
  const given = ImportedFigure.options.filter((figure) =>
    rows.some(({ values }) => values.has(figure)),
  );
  const columns = given.map((figure): ReviewColumn<MinuteRow> => {
    const isMoney = IMPORTED_UNITS[figure] === 'money';
    return {
      label: t(`imported.figure.${figure}`),
      isNumber: true,
      cell: ({ values }) => {
        const value = values.get(figure);
        return value === undefined ? '—' : commerceValue(i18n, figure, value, currency);
      },
      copied: ({ values }) => {
        const value = values.get(figure);
        return value === undefined ? null : isMoney ? value / scale : value;
      },
      ...(isMoney ? { unit: () => currency } : {}),
    };
  });
  const time = ({ minute }: MinuteRow): string => format.time(minute * MINUTE_MS, null);
  const platform = (row: MinuteRow): string => platformName(i18n, row.platform);
  return {
    title: t('commerce.minutes'),
    columns: [
      {
        label: t('commerce.minute'),
        isNumber: false,
        cell: time,
        copied: ({ minute }) => new Date(minute * MINUTE_MS).toISOString(),
      },
      { label: t('commerce.platform'), isNumber: false, cell: platform, copied: platform },
      ...columns,
    ],
    rows,
    rowKey: (row) => `${row.minute} ${row.platform}`,
    empty: t('commerce.minutesEmpty'),
  };
}

function rowsOf({ commerce }: Review): readonly MinuteRow[] {
  return commerce.minutes.flatMap(({ minute, values }) =>
    [...new Set(values.map(({ platform }) => platform))].map((platform) => ({
      minute,
      platform,
      values: new Map(
        values
          .filter((each) => each.platform === platform)
          .map(({ figure, value }) => [figure, value] as const),
      ),
    })),
  );
}
