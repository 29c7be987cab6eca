import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { promiseOutcome, promiseText } from '#renderer/ui/promise-text.ts';
import type { Review } from '#shared/model/review.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from './ReviewTable.tsx';

type Promised = Review['promises'][number];

/** What viewers were promised, and how much of it was kept. */
export function PromisesTable({
  promises,
}: {
  readonly promises: readonly Promised[];
}): ReactElement {
  return <ReviewTable {...promisesTable(useI18n(), promises)} />;
}

export function promisesTable(
  i18n: I18n,
  promises: readonly Promised[],
): ReviewTableProps<Promised> {
  const { t, format } = i18n;
  const says = (row: Promised): string => {
    const left = row.units === null || row.unitsSold === null ? null : row.units - row.unitsSold;
    const pieces = {
      left: left === null ? null : Math.max(0, left),
      over: Math.max(0, -(left ?? 0)),
    };
    return promiseText(i18n, { ...row, ...pieces }, row.currency);
  };
  const productOf = ({ linkNumber, name }: Promised): string =>
    linkNumber === null ? '—' : `${linkNumber} ${name}`;
  const outcomeOf = (row: Promised): string =>
    row.outcome === null
      ? t('review.promise.open')
      : promiseOutcome(i18n, { ...row, outcome: row.outcome });
  const time = (ts: number | null): string => (ts === null ? '—' : format.time(ts, null));
  const iso = (ts: number | null): string | null =>
    ts === null ? null : new Date(ts).toISOString();
  const columns: readonly ReviewColumn<Promised>[] = [
    {
      label: t('review.promise.at'),
      isNumber: false,
      cell: ({ madeTs }) => time(madeTs),
      copied: ({ madeTs }) => iso(madeTs),
    },
    { label: t('review.promise.what'), isNumber: false, cell: says, copied: says },
    { label: t('review.promise.product'), isNumber: false, cell: productOf, copied: productOf },
    {
      label: t('review.promise.due'),
      isNumber: false,
      cell: ({ dueTs }) => time(dueTs),
      copied: ({ dueTs }) => iso(dueTs),
    },
    {
      label: t('review.promise.sold'),
      isNumber: true,
      cell: ({ unitsSold }) => (unitsSold === null ? '—' : format.number(unitsSold)),
      copied: ({ unitsSold }) => unitsSold,
    },
    { label: t('review.promise.outcome'), isNumber: false, cell: outcomeOf, copied: outcomeOf },
    {
      label: t('review.promise.settled'),
      isNumber: false,
      cell: ({ settledTs }) => time(settledTs),
      copied: ({ settledTs }) => iso(settledTs),
    },
  ];
  const kept = promises.filter(({ outcome }) => outcome === 'kept').length;
  const settled = kept + promises.filter(({ outcome }) => outcome === 'broken').length;
  const rate = t('review.promise.rate', {
    kept: format.number(kept),
    settled: format.number(settled),
    rate: format.percent(settled === 0 ? 0 : kept / settled),
  });
  return {
    title: settled === 0 ? t('review.promises') : `${t('review.promises')} – ${rate}`,
    columns,
    rows: promises,
    rowKey: ({ id }) => String(id),
    empty: t('review.noPromises'),
  };
}
