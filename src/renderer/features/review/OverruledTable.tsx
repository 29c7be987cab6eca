import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Overruled = Review['overruled'][number];

/** Red checks that somebody took on themselves before the show, and why. */
export function OverruledTable({
  overruled,
}: {
  readonly overruled: readonly Overruled[];
}): ReactElement {
  return <ReviewTable {...overruledTable(useI18n(), overruled)} />;
}

export function overruledTable(
  { t, format }: I18n,
  overruled: readonly Overruled[],
): ReviewTableProps<Overruled> {
  const subjects = ({ checks }: Overruled): string =>
    checks.map(({ subject }) => t(`checks.subject.${subject}`)).join(t('common.separator'));
  const columns: readonly ReviewColumn<Overruled>[] = [
    {
      label: t('review.overruled.at'),
      isNumber: false,
      cell: ({ ts }) => format.time(ts, null),
      copied: ({ ts }) => new Date(ts).toISOString(),
    },
    { label: t('review.overruled.what'), isNumber: false, cell: subjects, copied: subjects },
    {
      label: t('review.overruled.reason'),
      isNumber: false,
      cell: ({ reason }) => reason,
      copied: ({ reason }) => reason,
    },
  ];
  return {
    title: t('review.overruled'),
    columns,
    rows: overruled,
    rowKey: ({ seq }) => String(seq),
    empty: t('review.noBlocks'),
  };
}
