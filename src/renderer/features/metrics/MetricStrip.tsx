import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import {
  useAlerts,
  useBlocks,
  useIsNotStored,
  useIsReading,
  useMetrics,
  useSettings,
  useShelf,
  useShow,
  useTargets,
} from '#renderer/store/selectors.ts';
import { FIRST_TILES, type TileId } from '#shared/model/metric-tile.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { presetsOf } from '#shared/rules/metrics/presets.ts';
import { selfCheck } from '#shared/rules/metrics/self-check.ts';
import { plannedLength } from '#shared/rules/targets/planned-length.ts';

import { goalNote, type Yardsticks } from './goal-note.ts';
import { MetricTile } from './MetricTile.tsx';
import styles from './MetricStrip.module.css';
import { tileContent, whileNotStored, type TileContent } from './tile-content.ts';
import { isAlarming } from './usual-note.ts';

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
  const isReading = useIsReading();
  const { alerts } = useAlerts();
  const currency = useShow()?.currency ?? 'CNY';
  const tiles = useSettings()?.tiles ?? FIRST_TILES;
  const yard = useYardsticks(currency);
  const { items } = useShelf();
  const [stop, setStop] = useState<TileId | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const nothing: TileContent = {
    value: null,
    isApprox: false,
    note: [i18n.t(isReading ? 'metric.reason.reading' : 'metric.reason.not_on_air')],
    isPartial: false,
    series: null,
  };
  const sold = items.filter((item) => item.currency === currency);
  const isNotStored = useIsNotStored();
  const contentOf = (id: TileId): TileContent => {
    if (metrics === null) return nothing;
    const content = tileContent(i18n, id, metrics, currency);
    return isNotStored ? whileNotStored(i18n, id, content) : content;
  };
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
          content={contentOf(id)}
          goal={metrics === null ? null : goalNote(i18n, id, metrics, yard)}
          isAlarming={isAlarming(id, alerts)}
        />
      ))}
    </ul>
  );
}

/** What the room's figures are compared to now. */
function useYardsticks(currency: string): Yardsticks {
  const settings = useSettings();
  const targets = useTargets();
  const { blocks } = useBlocks();
  const { usual } = useAlerts();
  const { category, presets: own } = settings ?? NO_SETTINGS;
  const presets = useMemo(() => presetsOf(category, own), [category, own]);
  const plannedMs = plannedLength(targets, blocks);
  return { targets, plannedMs, usual, presets, category, currency };
}
