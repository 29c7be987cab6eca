import { BEFORE_MINUTES } from './act-window.ts';
import { countScale, middleOf, PLAIN_SCALE, spreadOf } from './figure-scale.ts';
import { LIFT_FIGURES, type LiftFigureName } from './lift-show.ts';
import { value, type Counted, type MinuteSeries } from './minute-series.ts';
import { isOfPeople, type FigureRead } from './window-facts.ts';

/** A figure is read where it is known in most minutes, and not always nothing. */
const KNOWN_PART = 0.7;
/** Minutes that are set against those before them. */
const STRETCH = 3;
/** Fewer blocks part a show into nothing. */
const PHASES_FEWEST = 2;

/** How each figure of a show is read; one that nobody told is not there. */
export function figureReads(series: MinuteSeries): ReadonlyMap<LiftFigureName, FigureRead> {
  const usual = middleOf([...series.viewers]);
  const hasViewers = knownPart(series.viewers) >= KNOWN_PART;
  const usualViewers = hasViewers ? usual : null;
  const hasCount = (name: Counted): boolean =>
    knownPart(series.counts[name]) >= KNOWN_PART && series.counts[name].some((each) => each > 0);
  const hasPhases = series.show.phaseTs.length >= PHASES_FEWEST;
  const reads = new Map<LiftFigureName, FigureRead>();
  for (const name of LIFT_FIGURES) {
    if (name === 'online' || name === 'leavers') {
      if (!hasViewers || (name === 'leavers' && !(series.show.areJoinsWhole && hasCount('inflow'))))
        continue;
      reads.set(name, { name, scale: PLAIN_SCALE, usualViewers, hasPhases });
    } else if (hasCount(name)) {
      reads.set(name, {
        name,
        scale: countScale(spreadOf(pairs(series, name, hasViewers))),
        usualViewers,
        hasPhases,
      });
    }
  }
  return reads;
}

function knownPart(values: Float64Array): number {
  return values.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : 1), 0) / (values.length || 1);
}

/** Counts of three minutes, and what the six before let expect of them. */
function pairs(
  { length, isSound, counts, viewers }: MinuteSeries,
  name: Counted,
  hasViewers: boolean,
): readonly (readonly [number, number])[] {
  const isOfThem = isOfPeople({ name, usualViewers: hasViewers ? 1 : null });
  const found: [number, number][] = [];
  for (let at = BEFORE_MINUTES; at + STRETCH <= length; at += 1) {
    let [before, after, over, under, isKnown] = [0, 0, 0, 0, true];
    for (let i = at - BEFORE_MINUTES; i < at + STRETCH; i += 1) {
      const people = isOfThem ? value(viewers, i) : 1;
      if (isSound[i] !== 1) isKnown = false;
      if (i < at) [before, under] = [before + value(counts[name], i), under + people];
      else [after, over] = [after + value(counts[name], i), over + people];
    }
    if (isKnown && !Number.isNaN(before + after + over + under)) {
      found.push([after, (before * over) / under]);
    }
  }
  return found;
}
