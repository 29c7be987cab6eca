import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { metricText } from '#renderer/i18n/metric-text.ts';
import {
  UsualFigureName,
  WholeShowFigureName,
  type Alert,
  type AlertEvidence,
  type UsualFigure,
  type UsualNow,
} from '#shared/model/alert.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import { comparableValue, silentNow } from '#shared/rules/metrics/goal.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';

/** How a figure stands to the room's own past at this minute. */
export interface UsualNote {
  /** The first is the one that counts. */
  readonly parts: readonly string[];
  /** What it is compared to, in a sentence. */
  readonly about: string;
  /** Outside of where half of the past shows lie; null inside. */
  readonly side: 'below' | 'above' | null;
}

const SIDE_KEYS = { below: 'alerts.usualBelow', above: 'alerts.usualAbove' } as const;

/**
 * The figure against the room's own median, at this minute or of whole shows. Null where there is
 * none: fewer than three past shows, a figure that is unknown, or one that leaves a silent source out,
 * which would compare unlike things.
 */
export function usualNote(
  i18n: I18n,
  id: TileId,
  metrics: LiveMetrics,
  usual: UsualNow | null,
  currency: string,
): UsualNote | null {
  if (usual === null) return null;
  const past = pastOf(id, usual);
  const { figure, enteredTs } = metricValue(id, metrics, currency);
  const value = comparableValue(figure, silentNow(metrics));
  if (past === null || value === null || past.figure.median <= 0) return null;
  // A platform's own mean is none of the last five minutes.
  if (past.isOfMinute && enteredTs !== null) return null;
  const { t, format } = i18n;
  const { median, low, high, shows } = past.figure;
  const said = {
    shows,
    median: metricText(i18n, id, median, currency),
    low: metricText(i18n, id, low, currency),
    high: metricText(i18n, id, high, currency),
  };
  const about = past.isOfMinute
    ? t('alerts.usualAbout', { ...said, minute: usual.atMinute + 1 })
    : t('alerts.usualWholeAbout', said);
  const side = value < low ? 'below' : value > high ? 'above' : null;
  const change = format.change(value / median - 1);
  return {
    parts:
      side === null
        ? [t('alerts.usual', { change, shows })]
        : [t(SIDE_KEYS[side], { change }), t('alerts.usualShows', { shows })],
    about: usual.isAlike ? `${about}${t('common.separator')}${t('alerts.usualAlike')}` : about,
    side,
  };
}

/** At this minute, or of whole shows. */
function pastOf(
  id: TileId,
  usual: UsualNow,
): { readonly figure: UsualFigure; readonly isOfMinute: boolean } | null {
  const minute = UsualFigureName.safeParse(id);
  const ofMinute = minute.success ? usual.figures[minute.data] : undefined;
  if (ofMinute !== undefined) return { figure: ofMinute, isOfMinute: true };
  const whole = WholeShowFigureName.safeParse(id);
  const ofShow = whole.success ? usual.wholeShow[whole.data] : undefined;
  return ofShow === undefined ? null : { figure: ofShow, isOfMinute: false };
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
