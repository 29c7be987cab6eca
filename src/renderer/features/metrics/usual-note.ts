import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import {
  UsualFigureName,
  type Alert,
  type AlertEvidence,
  type UsualNow,
} from '#shared/model/alert.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';

/** How a figure stands to the room's own past at this minute. */
export interface UsualNote {
  readonly text: string;
  /** What it is compared to, in a sentence. */
  readonly about: string;
  /** Outside of where half of the past shows lie; null inside. */
  readonly side: 'below' | 'above' | null;
}

const SIDE_KEYS = { below: 'alerts.usualBelow', above: 'alerts.usualAbove' } as const;

/**
 * The figure against the room's own median. Null where there is none: fewer than three past shows,
 * a figure that is unknown, or one that leaves a source out, which would compare unlike things.
 */
export function usualNote(
  i18n: I18n,
  id: TileId,
  metrics: LiveMetrics,
  usual: UsualNow | null,
): UsualNote | null {
  const name = UsualFigureName.safeParse(id);
  if (usual === null || !name.success) return null;
  const past = usual.figures[name.data];
  const figure = metrics[name.data];
  if (past === undefined || !figure.known || figure.without.length > 0 || past.median <= 0) {
    return null;
  }
  const { t, format } = i18n;
  const { median, low, high, shows } = past;
  const about = t('alerts.usualAbout', {
    shows,
    minute: usual.atMinute + 1,
    median: format.number(Math.round(median)),
    low: format.number(Math.round(low)),
    high: format.number(Math.round(high)),
  });
  const side = figure.value < low ? 'below' : figure.value > high ? 'above' : null;
  const said = { change: format.change(figure.value / median - 1), shows };
  return {
    text: t(side === null ? 'alerts.usual' : SIDE_KEYS[side], said),
    about: usual.isAlike ? `${about}${t('common.separator')}${t('alerts.usualAlike')}` : about,
    side,
  };
}

const TILE_OF: Readonly<Partial<Record<Figure['figure'], TileId>>> = {
  viewers: 'viewers',
  entries: 'entries5Min',
  chats: 'chatPerMinute',
  follows: 'follows',
  gifts: 'gifts',
  ordersPaid: 'ordersPaid',
  unpaidShare: 'unpaidRate',
};
type Figure = Extract<AlertEvidence, { kind: 'figure' }>;

/** An alert about the tile's figure waits for an answer. */
export function isAlarming(id: TileId, alerts: readonly Alert[]): boolean {
  return alerts.some(
    ({ answer, evidence }) =>
      answer === null && evidence.kind === 'figure' && TILE_OF[evidence.figure] === id,
  );
}
