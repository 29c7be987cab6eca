import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { LossMoment } from '#shared/model/review-audience.ts';
import type { Review } from '#shared/model/review.ts';

import styles from './LossesTable.module.css';
import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';

const MINUTE_MS = 60_000;

/** Where viewers were lost beyond chance; each goes to its moment in the timeline. */
export function LossesTable({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const showMoment = useDeskStore((desk) => desk.showMoment);
  const table = lossesTable(i18n, review.audience.losses);
  const [when, ...others] = table.columns;
  if (when === undefined) throw new Error('a table without columns');
  const column: ReviewColumn<LossMoment> = {
    ...when,
    cell: (row) => (
      <span className={styles.moment}>
        <Button
          tone="quiet"
          onClick={() => showMoment(review.show.id, row.fromMinute * MINUTE_MS)}
          title={i18n.t('review.audience.toMoment')}
        >
          {whenText(i18n, row)}
        </Button>
      </span>
    ),
    text: (row) => whenText(i18n, row),
  };
  return <ReviewTable {...table} columns={[column, ...others]} />;
}

export function lossesTable(
  i18n: I18n,
  losses: readonly LossMoment[],
): ReviewTableProps<LossMoment> {
  const { t, format } = i18n;
  const count = (label: string, of: (row: LossMoment) => number): ReviewColumn<LossMoment> => ({
    label,
    isNumber: true,
    cell: (row) => format.number(of(row)),
    copied: of,
  });
  const columns: readonly ReviewColumn<LossMoment>[] = [
    {
      label: t('review.audience.when'),
      isNumber: false,
      cell: (row) => whenText(i18n, row),
      copied: ({ fromMinute }) => new Date(fromMinute * MINUTE_MS).toISOString(),
    },
    count(t('review.audience.before'), ({ before }) => before),
    count(t('review.audience.afterwards'), ({ after }) => after),
    count(t('review.audience.lost'), ({ lost }) => lost),
    {
      label: t('review.audience.lostShare'),
      isNumber: true,
      cell: ({ lost, before }) => (before === 0 ? '—' : `−${format.share(lost / before)}`),
      copied: ({ lost, before }) => (before === 0 ? null : -lost / before),
      unit: 'fraction',
    },
    count(t('review.audience.cameMeanwhile'), ({ joins }) => joins),
  ];
  return {
    title: t('review.audience.losses'),
    columns,
    rows: losses,
    rowKey: ({ fromMinute }) => fromMinute,
    empty: t('review.audience.noLosses'),
  };
}

function whenText({ format }: I18n, { fromMinute, toMinute }: LossMoment): string {
  const at = (minute: number): string => format.time(minute * MINUTE_MS, null);
  return `${at(fromMinute)}–${at(toMinute + 1)}`;
}
