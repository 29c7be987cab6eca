import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import {
  useMetrics,
  useSeries,
  useSettings,
  useShow,
  useSources,
} from '#renderer/store/selectors.ts';

import { FIRST_TILES } from '#shared/model/metric-tile.ts';

import { MetricTile } from './MetricTile.tsx';
import styles from './MetricStrip.module.css';
import { tileContent, type TileContent } from './tile-content.ts';

/** The figures of the room, in a row that never changes its shape. */
export function MetricStrip(): ReactElement {
  const i18n = useI18n();
  const metrics = useMetrics();
  const currency = useShow()?.currency ?? 'CNY';
  const series = useSeries();
  const sources = useSources();
  const tiles = useSettings()?.tiles ?? FIRST_TILES;
  const nothing: TileContent = {
    value: null,
    isApprox: false,
    note: i18n.t('metric.reason.not_on_air'),
    isPartial: false,
    series: null,
  };
  return (
    <ul className={styles.strip} aria-label={i18n.t('metrics.label')}>
      {tiles.map((id) => (
        <MetricTile
          key={id}
          id={id}
          content={
            metrics === null
              ? nothing
              : tileContent(i18n, id, { metrics, series, sources }, currency)
          }
        />
      ))}
    </ul>
  );
}
