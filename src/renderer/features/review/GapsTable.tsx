import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { sourceName } from '#renderer/ui/platform-name.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';
import { goneText } from './streams/down-text.ts';

type Gap = Review['gaps'][number];

/** Where data is missing, and why: a hole is said, never drawn over. */
export function GapsTable({ gaps }: { readonly gaps: readonly Gap[] }): ReactElement {
  return <ReviewTable {...gapsTable(useI18n(), gaps)} />;
}

export function gapsTable(i18n: I18n, gaps: readonly Gap[]): ReviewTableProps<Gap> {
  const { t, format } = i18n;

  function causeText(cause: string): string {
    const key = `review.gap.${cause}`;
    return isMessageKey(key) ? t(key) : t('review.gap.other');
  }

  /** Within one minute its length says the rest. */
  function periodOf({ fromTs, toTs }: Gap): string {
    const [from, to] = [format.time(fromTs, null), format.time(toTs, null)];
    return from === to ? from : `${from}–${to}`;
  }

  const sourceOf = (row: Gap): string =>
    row.sourceLabel === null ? t('review.gapAll') : sourceName(i18n, row.sourceLabel);

  const columns: readonly ReviewColumn<Gap>[] = [
    {
      label: t('review.gapFrom'),
      isNumber: false,
      cell: (row) => periodOf(row),
      copied: (row) => new Date(row.fromTs).toISOString(),
    },
    {
      label: t('review.gapLength'),
      isNumber: true,
      cell: (row) => goneText(format, row.toTs - row.fromTs),
      copied: (row) => Math.round((row.toTs - row.fromTs) / 1000),
      unit: 'seconds',
    },
    {
      label: t('review.gapCause'),
      isNumber: false,
      cell: (row) => causeText(row.cause),
      copied: (row) => causeText(row.cause),
    },
    {
      label: t('review.gapSource'),
      isNumber: false,
      cell: sourceOf,
      copied: sourceOf,
    },
    {
      label: t('review.gapLost'),
      isNumber: true,
      cell: (row) => (row.lost === null ? t('review.gapLostUnknown') : format.number(row.lost)),
      copied: (row) => row.lost,
    },
  ];

  return {
    title: t('review.gaps'),
    columns,
    rows: gaps,
    rowKey: (row) => `${String(row.fromTs)}/${row.cause}/${row.sourceLabel ?? ''}`,
    empty: t('review.noGaps'),
  };
}
