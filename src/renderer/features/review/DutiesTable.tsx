import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Duty = Review['duties'][number];

/** Who took the desk over, and when; nothing where nobody did. */
export function DutiesTable({ duties }: Pick<Review, 'duties'>): ReactElement | null {
  const i18n = useI18n();
  return duties.length === 0 ? null : <ReviewTable {...dutiesTable(i18n, duties)} />;
}

export function dutiesTable({ t, format }: I18n, duties: readonly Duty[]): ReviewTableProps<Duty> {
  const columns: readonly ReviewColumn<Duty>[] = [
    {
      label: t('review.duty.since'),
      isNumber: false,
      cell: ({ sinceTs }) => format.time(sinceTs, null),
      copied: ({ sinceTs }) => new Date(sinceTs).toISOString(),
    },
    {
      label: t('review.duty.name'),
      isNumber: false,
      cell: ({ name }) => name,
      copied: ({ name }) => name,
    },
  ];
  return {
    title: t('review.duties'),
    columns,
    rows: duties,
    rowKey: ({ seq }) => String(seq),
    empty: t('review.noDuties'),
  };
}
