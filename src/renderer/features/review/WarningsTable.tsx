import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Warning = Review['warnings'][number];

/** What the platforms warned of, with where its evidence is and when somebody had seen it. */
export function WarningsTable({
  warnings,
}: {
  readonly warnings: readonly Warning[];
}): ReactElement {
  return <ReviewTable {...warningsTable(useI18n(), warnings)} />;
}

export function warningsTable(i18n: I18n, warnings: readonly Warning[]): ReviewTableProps<Warning> {
  const { t, format } = i18n;
  const platformOf = ({ platform }: Warning): string =>
    platform === null ? t('warning.otherPlatform') : platformName(i18n, platform);
  const kindOf = ({ isCut, isTyped }: Warning): string =>
    [t(isCut ? 'review.warning.cut' : 'review.warning.said'), isTyped ? t('warning.typed') : '']
      .filter((part) => part !== '')
      .join(t('common.separator'));
  const columns: readonly ReviewColumn<Warning>[] = [
    {
      label: t('review.warning.at'),
      isNumber: false,
      cell: (row) => format.time(row.ts, null),
      copied: (row) => new Date(row.ts).toISOString(),
    },
    {
      label: t('review.warning.platform'),
      isNumber: false,
      cell: platformOf,
      copied: platformOf,
    },
    { label: t('review.warning.kind'), isNumber: false, cell: kindOf, copied: kindOf },
    {
      label: t('review.warning.text'),
      isNumber: false,
      isVerbatim: true,
      cell: (row) => row.text,
      copied: (row) => row.text,
    },
    {
      label: t('review.warning.note'),
      isNumber: false,
      isVerbatim: true,
      cell: (row) => (row.note === '' ? '—' : row.note),
      copied: (row) => row.note,
    },
    {
      label: t('review.warning.seen'),
      isNumber: false,
      cell: (row) =>
        row.seenTs === null ? t('review.warning.notSeen') : format.time(row.seenTs, null),
      copied: (row) => (row.seenTs === null ? null : new Date(row.seenTs).toISOString()),
    },
  ];
  return {
    title: t('review.warnings'),
    columns,
    rows: warnings,
    rowKey: (row) => String(row.seq),
    empty: t('review.noWarnings'),
  };
}
