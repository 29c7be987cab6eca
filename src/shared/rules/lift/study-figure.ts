import { isWhole, type ActWindow, type WindowShape } from './act-window.ts';
import type { LiftFigureName } from './lift-show.ts';
import { MatchedMinutes } from './matched-minutes.ts';
import type { MinuteSeries } from './minute-series.ts';
import type { OtherActs } from './other-acts.ts';
import { ridge } from './ridge.ts';
import { withoutMoments } from './when-sent.ts';
import {
  FigureWindows,
  priorOf,
  rateOf,
  type FigureRead,
  type WindowFacts,
} from './window-facts.ts';

/** With fewer stretches that nothing was done in, the others are taken too, without what was done. */
const QUIET_FEWEST = 40;
/** With fewer stretches to compare with there is nothing to say. */
const CONTROLS_FEWEST = 20;
/** However even a show is told, chance is at least so wide, in each figure's scale: half of what counts vary by. */
const LEAST_CHANCE: Readonly<Record<LiftFigureName, number>> = {
  chat: 0.5,
  inflow: 0.5,
  follows: 0.5,
  clicks: 0.5,
  orders: 0.5,
  online: 0.002,
  leavers: 0.5,
};
/** More say nothing new, and cost time in shows of many hours. */
const CONTROLS_MOST = 200;
/** Minutes over which what is left over of neighbours may be alike. */
const ALIKE_MINUTES = 15;

/** What followed on one act, in one figure, against matched minutes. */
export type ActEffect = {
  readonly figure: LiftFigureName;
  readonly showId: number;
  readonly window: ActWindow;
  /** The minute (UTC) that places of the series are counted from. */
  readonly first: number;
  /** What came beyond what was foretold, in the figure's scale, and its standard deviation by chance. */
  readonly beyond: number;
  readonly deviation: number;
  readonly foretold: number;
  /** What is not known of the moments in which things are sent here, in standard deviations. */
  readonly ofMoments: number;
  /** Stretches without the act that this deviation is of, as if they were independent. */
  readonly freedom: number;
  /** How alike what is left over is so many minutes apart, 1 at 0. */
  readonly alike: readonly number[];
  /** In the unit of the figure, for each minute and 1,000 online. */
  readonly rateOf: (scaled: number) => number;
  readonly count: number;
  readonly exposure: number;
  /** First minutes (UTC) of the stretches it was compared with. */
  readonly matched: readonly number[];
};

type Study = {
  readonly series: MinuteSeries;
  readonly acts: readonly ActWindow[];
  readonly others: OtherActs;
  readonly read: FigureRead;
  /** The last turn matches; those before only regress. */
  readonly isLast: boolean;
};

export function studyFigure(study: Study): readonly ActEffect[] {
  const { series, acts, read, others, isLast } = study;
  const whole = acts.filter(({ last, shape }) => isWhole(series, last, shape));
  const shapes = [...new Set(whole.map(({ shape }) => shape))];
  const windows = new FigureWindows(series, read, others);
  const effects = shapes.flatMap((shape) =>
    studyShape(
      study,
      windows,
      shape,
      whole.filter((act) => act.shape === shape),
    ),
  );
  return isLast ? withoutMoments(effects) : effects;
}

function studyShape(
  { series, others, read, isLast }: Study,
  windows: FigureWindows,
  shape: WindowShape,
  acts: readonly ActWindow[],
): readonly ActEffect[] {
  const controls = controlsOf(series, windows, shape, others.touched(read.name, series.length));
  if (controls.length < CONTROLS_FEWEST) return [];
  const matching = isLast ? new MatchedMinutes(controls) : null;
  const seen = acts.flatMap((window) => {
    const facts = windows.facts(window.last, shape, window);
    const matched = facts === null || matching === null ? UNMATCHED : matching.of(facts);
    return facts === null || matched === null ? [] : [{ window, facts, matched }];
  });
  if (seen.length === 0) return [];
  const fit = ridge(
    controls.map(({ x }) => x),
    controls.map(({ outcome }) => outcome),
    priorOf(read),
  );
  const meanOf = (places: Int32Array): number =>
    places.reduce((sum, place) => sum + (fit.leftOver[place] ?? 0), 0) / Math.max(1, places.length);
  const compared: Compared[] = [];
  controls.forEach((control, i) => {
    // Every other one tells as much of chance as all do: neighbours share minutes.
    const places = i % 2 === 0 ? (matching?.of(control) ?? null) : null;
    if (isLast && places === null) return;
    compared.push({
      last: control.last,
      leftOver: fit.leftOver[i] ?? 0,
      alike: places === null ? 0 : meanOf(places),
    });
  });
  const part = partOfMatched(compared);
  const chance = spreadOfChance(compared, part, controls.length, shape, LEAST_CHANCE[read.name]);
  const put = putRight(read, controls, fit.leftOver);
  return seen.map(({ window, facts, matched }): ActEffect => {
    const beyond = facts.outcome - fit.foretell(facts.x) - part * meanOf(matched);
    return {
      figure: read.name,
      showId: series.show.showId,
      window,
      first: series.first,
      beyond,
      ...chance,
      foretold: facts.outcome - beyond,
      ofMoments: 0,
      rateOf: (scaled) => put * rateOf(read, scaled),
      count: facts.count,
      exposure: facts.exposure,
      matched: Array.from(
        matched,
        (place) => series.first + (controls[place]?.last ?? 0) + shape.from,
      ),
    };
  });
}

type Compared = {
  readonly last: number;
  readonly leftOver: number;
  /** What the stretches it is matched with left over, on average. */
  readonly alike: number;
};

const UNMATCHED = new Int32Array(0);
const NOTHING: Compared = { last: 0, leftOver: 0, alike: 0 };

/** As far as what matched stretches left over foretells what a stretch leaves over, it is taken off. */
function partOfMatched(compared: readonly Compared[]): number {
  let [both, own] = [0, 0];
  for (const { leftOver, alike } of compared) {
    both += leftOver * alike;
    own += alike * alike;
  }
  return own > 0 ? Math.min(1, Math.max(0, both / own)) : 0;
}

/** Stretches that nothing was done in, or else any, at most so many, spread over the show. */
function controlsOf(
  series: MinuteSeries,
  windows: FigureWindows,
  shape: WindowShape,
  touched: Uint8Array,
): readonly WindowFacts[] {
  const all: number[] = [];
  const quiet: number[] = [];
  for (let last = 0; last < series.length; last += 1) {
    if (!isWhole(series, last, shape)) continue;
    all.push(last);
    if (!touched.subarray(last + shape.from, last + shape.to + 1).includes(1)) quiet.push(last);
  }
  const chosen = quiet.length >= QUIET_FEWEST ? quiet : all;
  const every = Math.ceil(chosen.length / CONTROLS_MOST);
  return chosen
    .filter((_, i) => i % every === 0)
    .flatMap((last) => windows.facts(last, shape, null) ?? []);
}

/**
 * What stretches without the act came beyond what was foretold of them, in the same way (placebos):
 * how far by chance, of how many as good as independent ones, and how alike neighbours are.
 */
function spreadOfChance(
  compared: readonly Compared[],
  part: number,
  stretches: number,
  { from, to }: WindowShape,
  least: number,
): Pick<ActEffect, 'deviation' | 'freedom' | 'alike'> {
  const beyond = compared.map(({ leftOver, alike }) => leftOver - part * alike);
  const square = beyond.reduce((sum, each) => sum + each * each, 0) / (beyond.length || 1);
  const sums = new Float64Array(ALIKE_MINUTES);
  const pairs = new Float64Array(ALIKE_MINUTES);
  for (let i = 0; i < compared.length; i += 1) {
    const { last } = compared[i] ?? NOTHING;
    for (let j = i; j < compared.length; j += 1) {
      const apart = (compared[j] ?? NOTHING).last - last;
      if (apart >= ALIKE_MINUTES) break;
      sums[apart] = (sums[apart] ?? 0) + (beyond[i] ?? 0) * (beyond[j] ?? 0);
      pairs[apart] = (pairs[apart] ?? 0) + 1;
    }
  }
  const alike: number[] = [];
  // Where stretches are thinned out, a distance that no two have is like the next smaller one.
  sums.forEach((sum, i) => {
    const held =
      (pairs[i] ?? 0) === 0 ? (alike.at(-1) ?? 1) : sum / (pairs[i] ?? 1) / (square || 1);
    alike.push(Math.max(0, held));
  });
  return {
    deviation: Math.max(Math.sqrt(square), least),
    freedom: Math.max(1, stretches / (to - from + 1)),
    alike,
  };
}

/** What is lost on the way to the figure's scale and back is put right on average. */
function putRight(
  read: FigureRead,
  controls: readonly WindowFacts[],
  leftOver: readonly number[],
): number {
  if (read.name === 'online' || read.name === 'leavers') return 1;
  let [came, foretold] = [0, 0];
  controls.forEach(({ outcome }, i) => {
    came += rateOf(read, outcome);
    foretold += rateOf(read, outcome - (leftOver[i] ?? 0));
  });
  return foretold > 0 ? came / foretold : 1;
}
