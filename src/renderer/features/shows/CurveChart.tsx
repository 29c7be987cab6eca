import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ShowMinute, ShowSide } from '#shared/model/show-comparison.ts';

import { valueText } from '#renderer/ui/show-figure-text.ts';
import styles from './CurveChart.module.css';
import sheet from './ShowsSheet.module.css';

type Curve = Exclude<keyof ShowMinute, 'place'>;

interface CurveChartProps {
  readonly sides: readonly [ShowSide, ShowSide];
  readonly of: Curve;
}

const WIDTH = 600;
const HEIGHT = 120;

/** Minutes of both shows laid over each other from the start; a silence is not bridged. */
export function CurveChart({ sides, of }: CurveChartProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const minutes = sides.map((side) => side.minutes.filter(({ place }) => place >= 0));
  const last = Math.max(1, ...minutes.flat().map(({ place }) => place));
  const most = Math.max(0, ...minutes.flat().map((minute) => minute[of] ?? 0));
  const unit = of === 'paidMinor' ? 'money' : 'count';
  const name = t(`shows.curve.${of}`);
  const peaks = sides.map((side) => {
    const values = side.minutes.flatMap((minute) => minute[of] ?? []);
    const peak = values.length === 0 ? null : Math.max(...values);
    return `${side.show.title}: ${valueText(i18n, peak, unit, side.show.currency)}`;
  });
  return (
    <figure className={styles.chart}>
      <figcaption>
        {name}{' '}
        <span className={sheet.quiet}>{t('shows.curve.peaks', { peaks: peaks.join(' · ') })}</span>
      </figcaption>
      {most === 0 ? (
        <p className={sheet.quiet}>{t('shows.curve.none')}</p>
      ) : (
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${name}. ${peaks.join(', ')}`}
        >
          {minutes.map((rows, index) => (
            <path
              key={sides[index]?.show.id ?? index}
              className={index === 0 ? styles.first : styles.second}
              d={pathOf(rows, of, last, most)}
            />
          ))}
        </svg>
      )}
      <div className={styles.axis} aria-hidden="true">
        <span>0</span>
        <span>{t('shows.curve.minute', { minute: Math.round(last / 2) })}</span>
        <span>{t('shows.curve.minute', { minute: last })}</span>
      </div>
    </figure>
  );
}

/** A new stroke after each minute that is not there, or says nothing. */
function pathOf(rows: readonly ShowMinute[], of: Curve, last: number, most: number): string {
  let before: number | null = null;
  const strokes: string[] = [];
  for (const minute of rows) {
    const value = minute[of];
    if (value === null) {
      before = null;
      continue;
    }
    const x = ((minute.place / last) * WIDTH).toFixed(1);
    const y = (HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1);
    const isNext = before === minute.place - 1;
    // A minute alone is a short stroke, or it would not be seen.
    strokes.push(isNext ? `L${x} ${y}` : `M${x} ${y}h0.5`);
    before = minute.place;
  }
  return strokes.join('');
}
