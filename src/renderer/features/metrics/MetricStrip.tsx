import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import {
  useAlerts,
  useMetrics,
  useSettings,
  useShelf,
  useShow,
} from '#renderer/store/selectors.ts';
import { FIRST_TILES, type TileId } from '#shared/model/metric-tile.ts';
import { selfCheck } from '#shared/rules/metrics/self-check.ts';

import { MetricTile } from './MetricTile.tsx';
import styles from './MetricStrip.module.css';
import { tileContent, type TileContent } from './tile-content.ts';
import { isAlarming, usualNote } from './usual-note.ts';

/** Where a key takes the focus among `count` tiles; null: it is none of the strip's. */
function tileAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The figures of the room, in a row that never changes its shape; one stop of the Tab key. */
export function MetricStrip(): ReactElement {
  const i18n = useI18n();
  const metrics = useMetrics();
  const { usual, alerts } = useAlerts();
  const currency = useShow()?.currency ?? 'CNY';
  const tiles = useSettings()?.tiles ?? FIRST_TILES;
  const { items } = useShelf();
  const [stop, setStop] = useState<TileId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const nothing: TileContent = {
    value: null,
    isApprox: false,
    note: [i18n.t('metric.reason.not_on_air')],
    isPartial: false,
    series: null,
  };
  const sold = items.filter((item) => item.currency === currency);
  const apart = metrics === null ? [] : selfCheck(metrics, currency, sold);
  const reached = stop !== null && tiles.includes(stop) ? stop : tiles[0];

  function move(event: KeyboardEvent, id: TileId): void {
    const at = tileAfterKey(event.key, tiles.indexOf(id), tiles.length);
    if (at === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('h2 button')[at]?.focus();
  }

  return (
    <ul ref={list} className={styles.strip} aria-label={i18n.t('metrics.label')}>
      {tiles.map((id, at) => (
        <MetricTile
          key={id}
          id={id}
          currency={currency}
          disagreements={apart.filter((each) => each.tiles.includes(id))}
          isStop={id === reached}
          isAtEnd={at >= tiles.length / 2}
          onReach={() => setStop(id)}
          onKeyDown={(event) => move(event, id)}
          content={metrics === null ? nothing : tileContent(i18n, id, metrics, currency)}
          usual={metrics === null ? null : usualNote(i18n, id, metrics, usual)}
          isAlarming={isAlarming(id, alerts)}
        />
      ))}
    </ul>
  );
}
