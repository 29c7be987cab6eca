import type { ReactElement } from 'react';

import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import type { RetentionPoint } from '#shared/model/review-audience.ts';

import { ReviewTable, type ReviewColumn, type ReviewTableProps } from '../ReviewTable.tsx';
import styles from './RetentionCurve.module.css';

const WIDTH = 420;
const HEIGHT = 250;
const LEFT = 52;
const BOTTOM = 24;
/** Minutes that are named below. */
const TICKS = [0, 1, 5, 15, 30, 60] as const;

/** How many of those who came in are still there later, drawn and as its table. */
export function RetentionCurve({
  points,
}: {
  readonly points: readonly RetentionPoint[];
}): ReactElement {
  const i18n = useI18n();
  return (
    <div className={styles.columns}>
      <Drawn points={points} />
      <ReviewTable {...retentionTable(i18n, points)} />
    </div>
  );
}

export function retentionTable(
  { t, format }: I18n,
  points: readonly RetentionPoint[],
): ReviewTableProps<RetentionPoint> {
  const columns: readonly ReviewColumn<RetentionPoint>[] = [
    {
      label: t('review.audience.after'),
      isNumber: false,
      cell: ({ afterMinutes }) => t('review.audience.minutes', { count: afterMinutes }),
      copied: ({ afterMinutes }) => afterMinutes * 60,
      unit: 'seconds',
    },
    {
      label: t('review.audience.stillThere'),
      isNumber: true,
      cell: ({ share }) => (share === null ? '—' : `≈${format.share(share)}`),
      copied: ({ share }) => share,
      unit: 'fraction',
    },
    {
      label: t('review.audience.ofEntries'),
      isNumber: true,
      cell: ({ entries }) => format.number(entries),
      copied: ({ entries }) => entries,
    },
  ];
  return {
    title: t('review.audience.retention'),
    columns,
    // Later than the show is long nobody can be counted.
    rows: points.filter(({ entries }) => entries > 0),
    rowKey: ({ afterMinutes }) => afterMinutes,
    empty: t('review.audience.noRetention'),
  };
}

function Drawn({ points }: { readonly points: readonly RetentionPoint[] }): ReactElement {
  const { t, format } = useI18n();
  const told = points.flatMap(({ afterMinutes, share }) =>
    share === null ? [] : [{ afterMinutes, share }],
  );
  // As far as the show is long.
  const most = points.findLast(({ entries }) => entries > 0)?.afterMinutes ?? 1;
  const ticks = TICKS.filter((minutes) => minutes <= most);
  // Minutes by their root, so that the first ones have room.
  const x = (minutes: number): number => LEFT + Math.sqrt(minutes / most) * (WIDTH - LEFT - 12);
  const y = (share: number): number => 10 + (1 - share) * (HEIGHT - BOTTOM - 10);
  const line = [{ afterMinutes: 0, share: 1 }, ...told]
    .map(({ afterMinutes, share }, at) => `${at === 0 ? 'M' : 'L'}${x(afterMinutes)} ${y(share)}`)
    .join('');
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('review.audience.retention')}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles.grid} x1={LEFT} x2={WIDTH - 12} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {format.percent(share)}
          </text>
        </g>
      ))}
      {ticks.map((minutes, at) => (
        <text
          key={minutes}
          x={x(minutes)}
          y={HEIGHT - 6}
          // The last one has the unit, which needs the room before it.
          textAnchor={at === ticks.length - 1 ? 'end' : 'middle'}
        >
          {at === ticks.length - 1 ? t('review.audience.minutes', { count: minutes }) : minutes}
        </text>
      ))}
      <path d={line} />
      {told.map(({ afterMinutes, share }) => (
        <circle key={afterMinutes} cx={x(afterMinutes)} cy={y(share)} r="3" />
      ))}
    </svg>
  );
}
