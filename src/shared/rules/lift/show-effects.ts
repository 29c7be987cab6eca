import { actWindows } from './act-window.ts';
import type { LiftShow } from './lift-show.ts';
import { figureReads } from './figure-reads.ts';
import { minuteSeries } from './minute-series.ts';
import { NO_SHARES, OtherActs, type Shares } from './other-acts.ts';
import { sharesOf } from './shares.ts';
import { studyFigure, type ActEffect } from './study-figure.ts';

/** Each turn takes out of the minutes what the one before found that other acts did (backfitting). */
const TURNS = 2;

/** What followed on every act of a show that can be compared, figure by figure. */
export function showEffects(show: LiftShow): readonly ActEffect[] {
  const steps = effectsInSteps(show);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same a few milliseconds at a time, for whoever has something else to do in between. */
export function* effectsInSteps(show: LiftShow): Generator<void, readonly ActEffect[], void> {
  const series = minuteSeries(show);
  const acts = actWindows(series);
  const reads = figureReads(series);
  let shares: Shares = NO_SHARES;
  for (let turn = 1; ; turn += 1) {
    const others = new OtherActs(acts, shares);
    const isLast = turn > TURNS;
    const effects: ActEffect[] = [];
    for (const read of reads.values()) {
      effects.push(...studyFigure({ series, acts, others, read, isLast }));
      yield;
    }
    if (isLast) return effects;
    shares = sharesOf(effects);
  }
}
