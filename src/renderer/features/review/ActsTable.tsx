import type { ReactElement } from 'react';

import { actReason } from '#renderer/i18n/act-text.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { timeoutText } from '#renderer/i18n/timeout-text.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Act = Review['acts'][number];

/** What was done in the platforms' chats from here, to whom, and what came of it. */
export function ActsTable({ acts }: { readonly acts: readonly Act[] }): ReactElement {
  return <ReviewTable {...actsTable(useI18n(), acts)} />;
}

export function actsTable(i18n: I18n, acts: readonly Act[]): ReviewTableProps<Act> {
  const { t, format } = i18n;
  const whatOf = ({ act, durationS }: Act): string =>
    durationS === null
      ? t(`review.act.${act}`)
      : [t(`review.act.${act}`), timeoutText(i18n, durationS)].join(t('common.separator'));
  const stateOf = (row: Act): string =>
    [t(`review.actState.${row.isUndone ? 'undone' : row.state}`), actReason(i18n, row)]
      .filter((part) => part !== '')
      .join(t('common.separator'));
  const columns: readonly ReviewColumn<Act>[] = [
    {
      label: t('review.warning.at'),
      isNumber: false,
      cell: (row) => format.time(row.ts, null),
      copied: (row) => new Date(row.ts).toISOString(),
    },
    {
      label: t('review.warning.platform'),
      isNumber: false,
      cell: (row) => platformName(i18n, row.platform),
      copied: (row) => platformName(i18n, row.platform),
    },
    { label: t('review.act'), isNumber: false, cell: whatOf, copied: whatOf },
    {
      label: t('review.actWhom'),
      isNumber: false,
      isVerbatim: true,
      cell: (row) => row.name ?? '—',
      copied: (row) => row.name,
    },
    {
      label: t('review.actText'),
      isNumber: false,
      isVerbatim: true,
      cell: (row) => row.text ?? '—',
      copied: (row) => row.text,
    },
    { label: t('review.actState'), isNumber: false, cell: stateOf, copied: stateOf },
  ];
  return {
    title: t('review.acts'),
    columns,
    rows: acts,
    rowKey: (row) => String(row.seq),
    empty: t('review.noActs'),
  };
}
