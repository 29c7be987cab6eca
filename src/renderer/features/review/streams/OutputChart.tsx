import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ReviewOutput } from '#shared/model/review-outputs.ts';

import { MinuteFigure } from '../MinuteFigure.tsx';
import styles from './OutputChart.module.css';
import { droppedShare } from './outputs-tables.ts';

const WIDTH = 1000;
const HEIGHT = 120;
const MINUTE_MS = 60_000;
/** Dropped frames are drawn against at least so many, so that one frame is no mountain. */
const LEAST_SCALE = 0.05;

interface OutputChartProps {
  readonly output: ReviewOutput;
  readonly clock: (ts: number, hasSeconds: boolean) => string;
}

/** The bitrate of each minute as a line, dropped frames as bars, strained stretches behind them. */
export function OutputChart({ output, clock }: OutputChartProps): ReactElement {
  const { t, format } = useI18n();
  const { name, minutes, strains, total } = output;
  const title = t('review.outputs.chart', { name });
  const first = minutes[0]?.minute ?? 0;
  const last = minutes.at(-1)?.minute ?? first;
  const rates = minutes.flatMap(({ kbpsMean }) => kbpsMean ?? []);
  if (rates.length === 0) {
    const why = t(`output.why.${total.why ?? 'not_read'}`);
    return <p className={styles.unknown}>{t('review.outputs.chartUnknown', { name, why })}</p>;
  }
  const most = Math.max(1, ...rates);
  const dropped = Math.max(...minutes.map((minute) => droppedShare(minute) ?? 0));
  const scale = Math.max(LEAST_SCALE, dropped);
  const step = WIDTH / (last - first + 1);
  const x = (ts: number): number => Math.max(0, Math.min(WIDTH, (ts / MINUTE_MS - first) * step));
  const words = t('review.outputs.chartWords', {
    most: format.number(most),
    least: format.number(total.kbpsMin ?? Math.min(...rates)),
    dropped: format.share(dropped),
  });
  return (
    <MinuteFigure
      className={styles.figure}
      title={title}
      heading={<b>{title}</b>}
      series={[
        { name: 'kbps', label: t('review.outputs.kbps') },
        { name: 'dropped', label: t('review.outputs.share') },
        { name: 'strained', label: t('review.outputs.strained') },
      ]}
      words={words}
      width={WIDTH}
      height={HEIGHT}
      from={clock(first * MINUTE_MS, false)}
      to={clock((last + 1) * MINUTE_MS, false)}
    >
      {strains.map(({ fromTs, toTs, level }) => (
        <rect
          key={fromTs}
          className={styles.strain}
          data-level={level}
          x={x(fromTs)}
          y={0}
          width={Math.max(1, x(toTs) - x(fromTs))}
          height={HEIGHT}
        />
      ))}
      {minutes.map((minute) => {
        const share = droppedShare(minute) ?? 0;
        const height = (share / scale) * (HEIGHT / 2);
        return share === 0 ? null : (
          <rect
            key={minute.minute}
            className={styles.dropped}
            x={(minute.minute - first) * step + step * 0.1}
            y={HEIGHT - height}
            width={Math.max(0.6, step * 0.8)}
            height={height}
          />
        );
      })}
      <path className={styles.kbps} d={lineOf(output, first, step, most)} />
    </MinuteFigure>
  );
}

/** A step for each minute; where the bitrate is not known the line is broken. */
function lineOf({ minutes }: ReviewOutput, first: number, step: number, most: number): string {
  const parts: string[] = [];
  let before: number | null = null;
  for (const { minute, kbpsMean } of minutes) {
    if (kbpsMean === null) continue;
    const from = (minute - first) * step;
    const y = 4 + (1 - kbpsMean / most) * (HEIGHT - 8);
    parts.push(`${before === minute - 1 ? 'L' : 'M'}${from} ${y}H${from + step}`);
    before = minute;
  }
  return parts.join('');
}
