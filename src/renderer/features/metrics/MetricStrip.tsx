import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useMetrics, useShow } from '#renderer/store/selectors.ts';

import { MetricTile } from './MetricTile.tsx';
import styles from './MetricStrip.module.css';
import { DEFAULT_TILES, tileContent, type TileContent } from './tile-content.ts';

/** The figures of the room, in a row that never changes its shape. */
export function MetricStrip(): ReactElement {
  const i18n = useI18n();
  const metrics = useMetrics();
  const currency = useShow()?.currency ?? 'CNY';
  const nothing: TileContent = {
    value: null,
    isApprox: false,
    note: i18n.t('metric.reason.not_on_air'),
    isPartial: false,
    series: null,
  };
  return (
    <ul className={styles.strip} aria-label={i18n.t('metrics.label')}>
      {DEFAULT_TILES.map((id) => (
        <MetricTile
          key={id}
          id={id}
          content={metrics === null ? nothing : tileContent(i18n, id, metrics, currency)}
        />
      ))}
    </ul>
  );
}
