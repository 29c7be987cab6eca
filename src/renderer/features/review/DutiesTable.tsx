import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn } from './ReviewTable.tsx';

type Duty = Review['duties'][number];

/** Who took the desk over, and when; nothing where nobody did. */
export function DutiesTable({ duties }: Pick<Review, 'duties'>): ReactElement | null {
  const { t, format } = useI18n();
  if (duties.length === 0) return null;
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
  return (
    <ReviewTable
      title={t('review.duties')}
      columns={columns}
      rows={duties}
      rowKey={({ seq }) => String(seq)}
      empty=""
    />
  );
}
