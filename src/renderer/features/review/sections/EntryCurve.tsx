import { useMemo, type ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { MinuteFigure } from '../MinuteFigure.tsx';
import styles from './EntryCurve.module.css';

const WIDTH = 1000;
const HEIGHT = 120;
const MIDDLE = 72;

type Minute = { readonly minute: number; readonly joins: number; readonly change: number | null };

/** Entries of each minute upwards, and under the line how many viewers it gained or lost. */
export function EntryCurve({ review }: { readonly review: Review }): ReactElement | null {
  const { t, format } = useI18n();
  const minutes = useMemo(() => curveOf(review), [review]);
  if (minutes.length < 2) return null;
  const joins = Math.max(1, ...minutes.map((each) => each.joins));
  const change = Math.max(1, ...minutes.map((each) => Math.abs(each.change ?? 0)));
  const step = WIDTH / minutes.length;
  const first = minutes[0]?.minute ?? 0;
  const last = minutes.at(-1)?.minute ?? 0;
  const at = (minute: number): string => format.time(minute * 60_000, null);
  const title = t('review.audience.curve');
  const words = t('review.audience.curveWords', {
    joins: format.number(joins),
    joinsAt: at(minutes.find((each) => each.joins === joins)?.minute ?? first),
    change: format.number(change),
  });
  return (
    <MinuteFigure
      className={styles.figure}
      title={title}
      heading={<h3>{title}</h3>}
      series={[
        { name: 'joins', label: t('review.audience.entries') },
        { name: 'gained', label: t('review.audience.gained') },
        { name: 'lost', label: t('review.audience.lostMinute') },
      ]}
      words={words}
      width={WIDTH}
      height={HEIGHT}
      from={at(first)}
      to={at(last)}
    >
      {minutes.map((each, index) => (
        <g key={each.minute}>
          <title>{`${at(each.minute)} ${t('review.audience.entries')} ${format.number(each.joins)}`}</title>
          <rect
            className={styles.joins}
            x={index * step}
            y={MIDDLE - 4 - (each.joins / joins) * (MIDDLE - 6)}
            width={Math.max(0.6, step * 0.8)}
            height={(each.joins / joins) * (MIDDLE - 6)}
          />
          {each.change !== null && each.change !== 0 && (
            <rect
              className={each.change > 0 ? styles.gained : styles.lost}
              x={index * step}
              y={each.change > 0 ? barTop(each.change, change) : (MIDDLE + HEIGHT) / 2}
              width={Math.max(0.6, step * 0.8)}
              height={(Math.abs(each.change) / change) * ((HEIGHT - MIDDLE) / 2)}
            />
          )}
        </g>
      ))}
    </MinuteFigure>
  );
}

function barTop(value: number, most: number): number {
  const middle = (MIDDLE + HEIGHT) / 2;
  return middle - (value / most) * ((HEIGHT - MIDDLE) / 2);
}

function curveOf({ minutes, audience }: Review): readonly Minute[] {
  const changes = new Map(audience.net.map(({ minute, change }) => [minute, change]));
  return minutes.map(({ minute, joins }) => ({
    minute,
    joins,
    change: changes.get(minute) ?? null,
  }));
}
