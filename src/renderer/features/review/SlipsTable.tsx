import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Slip = Review['slips'][number];

/** What the host said and should not have, and whether what is right was said. */
export function SlipsTable({ slips }: { readonly slips: readonly Slip[] }): ReactElement {
  return <ReviewTable {...slipsTable(useI18n(), slips)} />;
}

export function slipsTable(i18n: I18n, slips: readonly Slip[]): ReviewTableProps<Slip> {
  const { t, format } = i18n;
  const classOf = ({ slipClass }: Slip): string =>
    slipClass === null ? t('review.slip.noClass') : t(`risk.class.${slipClass}`);
  const rightOf = ({ correction }: Slip): string =>
    correction === null
      ? t('review.slip.state.none')
      : t(`review.slip.state.${correction.state}`, {
          time:
            correction.afterMs === null
              ? ''
              : t('review.slip.seconds', { count: Math.round(correction.afterMs / 1_000) }),
        });
  const columns: readonly ReviewColumn<Slip>[] = [
    {
      label: t('review.slip.at'),
      isNumber: false,
      cell: ({ ts }) => format.time(ts, null),
      copied: ({ ts }) => new Date(ts).toISOString(),
    },
    {
      label: t('review.slip.word'),
      isNumber: false,
      isVerbatim: true,
      cell: ({ word }) => (word === '' ? '—' : word),
      copied: ({ word }) => (word === '' ? null : word),
    },
    { label: t('review.slip.class'), isNumber: false, cell: classOf, copied: classOf },
    { label: t('review.slip.right'), isNumber: false, cell: rightOf, copied: rightOf },
    {
      label: t('review.slip.line'),
      isNumber: false,
      isVerbatim: true,
      cell: ({ correction }) => correction?.text ?? '—',
      copied: ({ correction }) => correction?.text ?? null,
    },
    {
      label: t('review.slip.by'),
      isNumber: false,
      cell: ({ by }) => (by === '' ? t('review.slip.desk') : by),
      copied: ({ by }) => (by === '' ? t('review.slip.desk') : by),
    },
  ];
  const said = slips.filter(({ correction }) => correction?.state === 'said').length;
  const title = t('review.slips');
  return {
    title:
      slips.length === 0
        ? title
        : t('review.slip.rate', {
            title,
            said: format.number(said),
            of: format.number(slips.length),
          }),
    columns,
    rows: slips,
    rowKey: ({ seq }) => String(seq),
    empty: t('review.noSlips'),
  };
}
