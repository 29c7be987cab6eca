import type { TileId } from '../../model/metric-tile.ts';
import type { Figure, LiveMetrics } from '../../model/metrics.ts';
import type { TargetName } from '../../model/show-target.ts';
import { isQuotient, METRICS, QUOTIENTS, type MetricUnit } from './metric-table.ts';
import { metricValue } from './metric-value.ts';
import type { Bound } from './presets.ts';

/** The tile in which a figure stands. */
export function tileOf(name: TargetName): TileId {
  return name === 'viewersPeak' ? 'viewers' : name;
}

/** A target's figure as it stands; of sums of money those in `currency`. */
export function targetFigure(name: TargetName, metrics: LiveMetrics, currency: string): Figure {
  if (name === 'viewersPeak') return metrics.viewersPeak;
  return metricValue(name, metrics, currency).figure;
}

/** What is better when it is less. */
const AT_MOST: ReadonlySet<TargetName> = new Set(['unpaidRate', 'refundRate', 'pushDelay']);

/** On which side of its target a figure shall be. */
export function targetBound(name: TargetName): Bound {
  return AT_MOST.has(name) ? 'atMost' : 'atLeast';
}

/** Counted together over the show, so that its target is one for the end. */
export function isTotal(name: TargetName): boolean {
  const { isSum, span } = METRICS[tileOf(name)];
  return (isSum && span === 'show') || ['viewersPeak', 'onAir', 'airtime'].includes(name);
}

/** Comes in evenly enough for a pace: a peak does not, and time on air is what a pace is made of. */
function isPaced(name: TargetName): boolean {
  return isTotal(name) && METRICS[tileOf(name)].isSum && name !== 'viewersPeak';
}

/** Of now or the last minutes: how it stood when a show ended says nothing of the show. */
export function isMomentary(name: TargetName): boolean {
  if (name === 'viewersPeak') return false;
  if (isQuotient(name)) return QUOTIENTS[name].span === 'now';
  return METRICS[name].span === 'now' || name === 'pushDelay' || name === 'airtime';
}

/** Platforms that should give something and are silent now. */
export function silentNow({ bySource }: LiveMetrics): ReadonlySet<string> {
  return new Set(
    bySource.filter(({ standing }) => standing === 'silent').map(({ platform }) => platform),
  );
}

/**
 * The known value of a figure that can be compared; null for one that is unknown, or that leaves a
 * silent source out, which would compare unlike things. A rate over the sources that give it is whole.
 */
export function comparableValue(figure: Figure, silent: ReadonlySet<string>): number | null {
  if (!figure.known || figure.without.some((platform) => silent.has(platform))) return null;
  return figure.value;
}

/** Is a figure on the right side? Both as they are shown, so that what is read decides. */
export function standsTo(
  unit: MetricUnit,
  value: number,
  bound: Bound,
  against: number,
): 'met' | 'below' | 'above' {
  const [shown, limit] = [asShown(unit, value), asShown(unit, against)];
  switch (bound) {
    case 'atLeast':
      return shown >= limit ? 'met' : 'below';
    case 'above':
      return shown > limit ? 'met' : 'below';
    case 'atMost':
      return shown <= limit ? 'met' : 'above';
  }
}

/** How far the show is: time on air and the planned length (null: not known), ms; and if it is over. */
export type Course = {
  readonly onAirMs: number;
  readonly plannedMs: number | null;
  readonly isOver: boolean;
};

export type TargetStanding = {
  /**
   * Of a total `reached`; while the show runs `ahead` or `behind` even pace, `open` where no pace can
   * be said; `missed` when it is over. Of anything else `met`, `below` or `above` its target.
   */
  readonly state: 'reached' | 'ahead' | 'behind' | 'open' | 'missed' | 'met' | 'below' | 'above';
  /** What a total would be by now at even pace; null where none is said. */
  readonly evenPace: number | null;
};

/** How a comparable value stands to its target. */
export function targetStanding(
  name: TargetName,
  value: number,
  target: number,
  course: Course,
): TargetStanding {
  const { unit } = METRICS[tileOf(name)];
  if (!isTotal(name)) {
    return { state: standsTo(unit, value, targetBound(name), target), evenPace: null };
  }
  const { onAirMs, plannedMs, isOver } = course;
  const isReached = asShown(unit, value) >= asShown(unit, target);
  if (isOver) return { state: isReached ? 'reached' : 'missed', evenPace: null };
  const evenPace =
    plannedMs === null || plannedMs <= 0 || !isPaced(name)
      ? null
      : Math.floor(target * Math.min(1, onAirMs / plannedMs));
  if (isReached) return { state: 'reached', evenPace };
  if (evenPace === null) return { state: 'open', evenPace };
  return { state: value >= evenPace ? 'ahead' : 'behind', evenPace };
}

/** A value as far as it is shown; finer than that nothing is compared. */
function asShown(unit: MetricUnit, value: number): number {
  switch (unit) {
    case 'count':
    case 'perMinute':
    case 'money':
      return Math.round(value);
    case 'share':
      return Math.round(value * 1_000) / 1_000;
    case 'ratio':
      return Math.round(value * 10) / 10;
    case 'span':
      return Math.floor(value);
    case 'delay':
      return Math.round(value / 100) * 100;
  }
}
