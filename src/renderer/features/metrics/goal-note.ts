import { boundText, shortTargetText, targetText } from '#renderer/i18n/goal-text.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { metricText } from '#renderer/i18n/metric-text.ts';
import type { UsualNow } from '#shared/model/alert.ts';
import type { TileId } from '#shared/model/metric-tile.ts';
import type { LiveMetrics } from '#shared/model/metrics.ts';
import type { RoomCategory } from '#shared/model/room-category.ts';
import type { HeldTarget } from '#shared/model/show-target.ts';
import {
  comparableValue,
  isTotal,
  silentNow,
  standsTo,
  targetBound,
  targetFigure,
  targetStanding,
  tileOf,
  type TargetStanding,
} from '#shared/rules/metrics/goal.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import { presetFor, type HeldPreset } from '#shared/rules/metrics/presets.ts';

import { usualNote } from './usual-note.ts';

/** All that a figure can be compared to. */
export interface Yardsticks {
  readonly targets: readonly HeldTarget[];
  /** Null: not known. */
  readonly plannedMs: number | null;
  readonly usual: UsualNow | null;
  readonly presets: readonly HeldPreset[];
  readonly category: RoomCategory;
  /** The show's own. */
  readonly currency: string;
}

/** How a figure stands to what it is compared to. */
export interface GoalNote {
  /** Under the figure, the first in any case; empty where it is compared to nothing now. */
  readonly parts: readonly string[];
  readonly side: 'below' | 'above' | null;
  /** What it is compared to, in sentences. */
  readonly about: readonly string[];
}

/**
 * The plan's target comes first, then the room's own median, then the preset of its category. Null
 * where there is none of them.
 */
export function goalNote(
  i18n: I18n,
  id: TileId,
  metrics: LiveMetrics,
  yard: Yardsticks,
): GoalNote | null {
  const target = targetOf(id, yard);
  if (target !== null) return targetNote(i18n, target, metrics, yard);
  const usual = usualNote(i18n, id, metrics, yard.usual, yard.currency);
  if (usual !== null) return { ...usual, about: [usual.about] };
  const preset = presetFor(yard.presets, id, yard.currency);
  return preset === null ? null : presetNote(i18n, preset, metrics, yard);
}

/** The tile's own target before that of its peak; money in another currency says nothing here. */
function targetOf(id: TileId, { targets, currency }: Yardsticks): HeldTarget | null {
  const own = targets.filter(
    (each) =>
      tileOf(each.name) === id && (METRICS[id].unit !== 'money' || each.currency === currency),
  );
  return own.find(({ name }) => name === id) ?? own[0] ?? null;
}

function targetNote(
  i18n: I18n,
  { name, value: target }: HeldTarget,
  metrics: LiveMetrics,
  { plannedMs, currency }: Yardsticks,
): GoalNote {
  const { t } = i18n;
  const { onAirMs, isOver } = metrics;
  const value = comparableValue(targetFigure(name, metrics, currency), silentNow(metrics));
  const text = targetText(i18n, name, target, currency);
  const short = shortTargetText(i18n, name, target, currency);
  const boundOf = (said: string): string => boundText(i18n, targetBound(name), said);
  const first = isTotal(name)
    ? t('goal.about.total', { target: text })
    : t('goal.about.level', { bound: boundOf(text) });
  if (value === null) {
    return { parts: [], side: null, about: [first, t('goal.about.notCompared')] };
  }
  const standing = targetStanding(name, value, target, { onAirMs, plannedMs, isOver });
  const { state } = standing;
  const share = i18n.format.percent(value / target);
  const named = t(name === 'viewersPeak' ? 'goal.peakTarget' : 'goal.target', {
    value: isTotal(name) ? short : boundOf(short),
  });
  const parts =
    state === 'open'
      ? [t('goal.open', { share, target: short })]
      : [t(`goal.state.${state}`), named];
  const soFar = { value: targetText(i18n, name, value, currency), target: text, share };
  return {
    parts,
    side: SIDES[state],
    about: [
      first,
      ...(isTotal(name) ? [t('goal.about.soFar', soFar)] : []),
      ...paceLines(i18n, name, standing, { onAirMs, plannedMs, isOver }, currency),
    ],
  };
}

/** Where a figure is on the wrong side, the line is drawn in its colour too. */
const SIDES: Readonly<Record<TargetStanding['state'], GoalNote['side']>> = {
  reached: 'above',
  ahead: null,
  behind: 'below',
  open: null,
  missed: 'below',
  met: null,
  below: 'below',
  above: 'below',
};

function paceLines(
  i18n: I18n,
  name: HeldTarget['name'],
  { evenPace }: TargetStanding,
  { onAirMs, plannedMs, isOver }: Parameters<typeof targetStanding>[3],
  currency: string,
): readonly string[] {
  const { t, format } = i18n;
  if (evenPace !== null && plannedMs !== null) {
    const pace = targetText(i18n, name, evenPace, currency);
    const times = { elapsed: format.span(onAirMs), planned: format.span(plannedMs) };
    return [t('goal.about.pace', { pace, ...times })];
  }
  return isTotal(name) && name !== 'onAir' && plannedMs === null && !isOver
    ? [t('goal.about.noPace')]
    : [];
}

function presetNote(
  i18n: I18n,
  preset: HeldPreset,
  metrics: LiveMetrics,
  { category, currency }: Yardsticks,
): GoalNote {
  const { t } = i18n;
  const { tile, bound } = preset;
  const textOf = (value: number): string =>
    boundText(i18n, bound, metricText(i18n, tile, value, currency));
  const limit = textOf(preset.value);
  const said = {
    category: t(`category.${category}`),
    bound: limit,
    shipped: textOf(preset.shipped),
    source: [
      preset.source,
      ...(preset.note === null ? [] : [t(`preset.note.${preset.note}`)]),
    ].join(t('common.listSeparator')),
  };
  const about = t(preset.isOwn ? 'goal.about.ownPreset' : 'goal.about.preset', said);
  const value = comparableValue(metricValue(tile, metrics, currency).figure, silentNow(metrics));
  if (value === null) {
    return { parts: [], side: null, about: [about, t('goal.about.notCompared')] };
  }
  const state = standsTo(METRICS[tile].unit, value, bound, preset.value);
  return {
    parts: [t(`goal.state.${state}`), t('goal.preset', { value: limit })],
    side: SIDES[state],
    about: [about],
  };
}
