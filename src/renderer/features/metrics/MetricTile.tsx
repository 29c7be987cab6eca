import { useId, useMemo } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSeries } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { SeriesPoint } from '#shared/model/metrics.ts';

import styles from './MetricStrip.module.css';
import { sparklinePath } from './sparkline-path.ts';
import type { TileContent } from './tile-content.ts';

const SPARKLINE_WIDTH = 56;
const SPARKLINE_HEIGHT = 20;
/** More characters than this do not fit the tile at the large size. */
const LARGE_CHARACTERS = 8;

interface MetricTileProps {
  readonly id: TileId;
  readonly content: TileContent;
}

export function MetricTile({ id, content }: MetricTileProps): ReactElement {
  const { t } = useI18n();
  const nameId = useId();
  const { value, isApprox, note, isPartial, series } = content;
  return (
    <li className={classNames(styles.tile, isPartial && styles.partial)} aria-labelledby={nameId}>
      <h2 id={nameId} className={styles.name} title={t(`metric.about.${id}`)}>
        {t(`metric.${id}`)}
      </h2>
      <div className={styles.figure}>
        <p
          className={classNames(
            styles.value,
            value === null && styles.unknown,
            value !== null && value.length > LARGE_CHARACTERS && styles.long,
          )}
        >
          {isApprox && (
            <abbr
              className={styles.mark}
              title={t('metric.approx')}
              aria-label={t('metric.approx')}
            >
              ≈
            </abbr>
          )}
          {value ?? t('metric.unknown')}
        </p>
        {series !== null && <Sparkline series={series} />}
      </div>
      <p className={styles.note} title={note}>
        {note}
      </p>
    </li>
  );
}

function Sparkline({
  series,
}: {
  readonly series: Exclude<keyof SeriesPoint, 'ts'>;
}): ReactElement {
  const points = useSeries();
  const path = useMemo(
    () => sparklinePath(points, series, SPARKLINE_WIDTH, SPARKLINE_HEIGHT),
    [points, series],
  );
  return (
    <svg
      className={classNames(styles.sparkline, styles[series])}
      viewBox={`0 0 ${SPARKLINE_WIDTH} ${SPARKLINE_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
