import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import type { StreamOutage } from '#shared/model/review-streams.ts';
import { endOf } from '#shared/rules/findings/spans.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import { clockTimes } from '../timeline/clock-time.ts';
import { platformNameOf } from '../use-platform-name.ts';

/** An outage of a platform's stream; without one the platform held, or told nothing. */
export type StreamRow = {
  readonly platform: string;
  readonly isTold: boolean;
  readonly outage: StreamOutage | null;
};

/** When each platform's stream was off air, and how many were there before and after. */
export function StreamsTable({ review }: { readonly review: Review }): ReactElement {
  return <ReviewTable {...streamsTable(useI18n(), review)} />;
}

/** A row for each outage, one for each platform without; none where no platform tells. */
export function streamsTable(i18n: I18n, review: Review): ReviewTableProps<StreamRow> {
  const { t, format } = i18n;
  const endTs = endOf(review);
  const clock = clockTimes(i18n, { fromTs: review.show.startedTs ?? endTs, toTs: endTs });
  // With seconds: an outage is often shorter than a minute.
  const time = (ts: number): string => clock(ts, true);
  const nameOf = ({ platform }: StreamRow): string => platformNameOf(i18n, platform);
  const stateOf = ({ isTold, outage }: StreamRow): string => {
    if (!isTold) return t('review.streams.notTold');
    if (outage === null) return t('review.streams.held');
    return t(outage.toTs === null ? 'review.streams.notBack' : 'review.streams.back');
  };
  const lengthOf = ({ outage }: StreamRow): number | null =>
    outage === null ? null : (outage.toTs ?? endTs) - outage.fromTs;
  const columns: readonly ReviewColumn<StreamRow>[] = [
    { label: t('review.streams.platform'), isNumber: false, cell: nameOf, copied: nameOf },
    { label: t('review.streams.state'), isNumber: false, cell: stateOf, copied: stateOf },
    moment(time, t('review.streams.from'), ({ outage }) => outage?.fromTs ?? null),
    moment(time, t('review.streams.to'), ({ outage }) => outage?.toTs ?? null),
    {
      label: t('review.streams.length'),
      isNumber: true,
      cell: (row) => {
        const length = lengthOf(row);
        return length === null ? '—' : format.span(length);
      },
      copied: (row) => {
        const length = lengthOf(row);
        return length === null ? null : Math.round(length / 1_000);
      },
      unit: 'seconds',
    },
    viewers(i18n, t('review.streams.before'), ({ outage }) => outage?.viewersBefore ?? null),
    viewers(i18n, t('review.streams.after'), ({ outage }) => outage?.viewersAfter ?? null),
  ];
  return {
    title: t('review.streams'),
    columns,
    rows: streamRows(review),
    rowKey: ({ platform, outage }) => `${platform}/${outage?.fromTs ?? ''}`,
    empty: t('review.streams.none'),
  };
}

function streamRows({ streams }: Review): readonly StreamRow[] {
  if (streams.every(({ outages }) => outages === null)) return [];
  return streams.flatMap(({ platform, outages }): readonly StreamRow[] =>
    outages === null || outages.length === 0
      ? [{ platform, isTold: outages !== null, outage: null }]
      : outages.map((outage) => ({ platform, isTold: true, outage })),
  );
}

function moment(
  time: (ts: number) => string,
  label: string,
  of: (row: StreamRow) => number | null,
): ReviewColumn<StreamRow> {
  return {
    label,
    isNumber: true,
    cell: (row) => {
      const ts = of(row);
      return ts === null ? '—' : time(ts);
    },
    copied: (row) => {
      const ts = of(row);
      return ts === null ? null : new Date(ts).toISOString();
    },
  };
}

function viewers(
  { format }: I18n,
  label: string,
  of: (row: StreamRow) => number | null,
): ReviewColumn<StreamRow> {
  return {
    label,
    isNumber: true,
    cell: (row) => {
      const value = of(row);
      return value === null ? '—' : format.number(value);
    },
    copied: of,
  };
}
