import { thingId, type LiftAct } from './lift-show.ts';
import type { MinuteSeries } from './minute-series.ts';

const MINUTE_MS = 60_000;
/** Of the minute in which something is done, this part must lie after it to count as after, or before it. */
const MOSTLY = 2 / 3;
/** The last of the minutes after an act's own that are looked at. */
export const LIFT_MINUTES = 3;
/** Minutes before that must be whole: level and trend are read from them. */
export const BEFORE_MINUTES = 6;

/**
 * Which minutes are looked at, counted from the last one before: what was done early in a minute has
 * that minute and three more, late in a minute the next three; in the middle its minute is neither.
 */
export type WindowShape = { readonly from: 1 | 2; readonly to: 3 | 4 };
const EARLY: WindowShape = { from: 1, to: 4 };
const MIDDLE: WindowShape = { from: 2, to: 4 };
const LATE: WindowShape = { from: 1, to: 3 };

export type ActWindow = {
  readonly act: LiftAct;
  /** Places in the series: the minute of the act, and the last one before it that is whole. */
  readonly own: number;
  readonly last: number;
  readonly shape: WindowShape;
  /** The part of its own minute that lies after it. */
  readonly rest: number;
  /** The finest things of other acts at about the same time. */
  readonly beside: readonly string[];
};

/** What begins so near each other cannot be told apart. */
const BESIDE_MS = 60_000;

export function actWindows(series: MinuteSeries): readonly ActWindow[] {
  const acts = series.show.acts.toSorted((a, b) => a.ts - b.ts);
  return acts.map((act, i) => {
    const beside = new Set<string>();
    for (const step of [-1, 1]) {
      for (
        let at = i + step;
        Math.abs((acts[at]?.ts ?? Number.POSITIVE_INFINITY) - act.ts) <= BESIDE_MS;
        at += step
      ) {
        const other = acts[at];
        if (other !== undefined && finestOf(other) !== finestOf(act)) beside.add(finestOf(other));
      }
    }
    return { ...actWindow(series, act), beside: [...beside] };
  });
}

/** The finest thing that an act is. */
export function finestOf({ id, things: [finest] }: LiftAct): string {
  return finest === undefined ? `act:${id}` : thingId(finest);
}

function actWindow({ first }: MinuteSeries, act: LiftAct): Omit<ActWindow, 'beside'> {
  const own = Math.floor(act.ts / MINUTE_MS) - first;
  const rest = 1 - (act.ts - (own + first) * MINUTE_MS) / MINUTE_MS;
  if (rest >= MOSTLY) return { act, own, last: own - 1, shape: EARLY, rest };
  if (rest > 1 - MOSTLY) return { act, own, last: own - 1, shape: MIDDLE, rest };
  return { act, own, last: own, shape: LATE, rest };
}

/** How much of a minute something done may still be seen in; the third minute after is at its edge. */
export function coverOf({ own, rest }: ActWindow, at: number): number {
  if (at === own) return rest;
  if (at === own + 1 || at === own + 2) return 1;
  return at === own + LIFT_MINUTES ? 1 / 2 : 0;
}

/** Nothing lost, no jump, from the first minute that level and trend are read from to the last looked at. */
export function isWhole(series: MinuteSeries, last: number, { to }: WindowShape): boolean {
  if (last - BEFORE_MINUTES + 1 < 0 || last + to >= series.length) return false;
  for (let at = last - BEFORE_MINUTES + 1; at <= last + to; at += 1) {
    if (series.isSound[at] !== 1) return false;
  }
  return true;
}
