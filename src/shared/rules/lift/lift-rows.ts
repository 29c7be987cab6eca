import { foundAmong } from './false-discovery.ts';
import type { LiftRow } from './lift-row.ts';
import { thingId, type LiftFigureName, type LiftShow, type LiftThing } from './lift-show.ts';
import { showEffects } from './show-effects.ts';
import { liftBase, SIZE_THAT_MATTERS } from './size-that-matters.ts';
import { tProbability, tQuantile } from './student-t.ts';
import type { ActEffect } from './study-figure.ts';

/** Fewer acts that could be compared say nothing. */
const LIFT_FEWEST = 4;
/** Of a count, so much must have been foretold in all: of less, chance is not told apart. */
const FORETOLD_FEWEST = 4;
/** What is known of chance before the acts themselves vary counts like so many of them at most. */
const CHANCE_FREEDOM = 12;
/** From this part of its times on a thing is not told from what was done with it. */
const TOGETHER_PART = 0.65;
/** Sure to 95 % of what is, and to 80 % to see it: so many standard errors. */
const SURE = 1.96 + 0.84;

/** Effects of everything that was done in these shows of one room. */
export function liftOf(shows: readonly LiftShow[]): readonly LiftRow[] {
  return liftRows(
    shows.flatMap((show) => showEffects(show)),
    shows.flatMap(({ acts }) => acts.flatMap(({ things }) => things)),
  );
}

/** From the effects of single acts, however many shows they are of. */
export function liftRows(
  effects: readonly ActEffect[],
  things: readonly LiftThing[],
): readonly LiftRow[] {
  const byId = new Map(things.map((thing) => [thingId(thing), thing]));
  const groups = new Map<string, { thing: LiftThing; figure: LiftFigureName; acts: ActEffect[] }>();
  for (const effect of effects) {
    for (const each of effect.window.act.things) {
      const id = thingId(each);
      const thing = byId.get(id);
      if (thing === undefined) continue;
      const key = `${id}|${effect.figure}`;
      const group = groups.get(key) ?? { thing, figure: effect.figure, acts: [] };
      group.acts.push(effect);
      groups.set(key, group);
    }
  }
  const rows = [...groups.values()].map(({ thing, figure, acts }) => rowOf(thing, figure, acts));
  return foundAmong(rows);
}

function rowOf(thing: LiftThing, figure: LiftFigureName, acts: readonly ActEffect[]): LiftRow {
  const n = acts.length;
  const togetherWith = alwaysBeside(acts);
  const none = {
    mean: null,
    low: null,
    high: null,
    without: null,
    probability: null,
    errorsOfSize: 0,
    togetherWith,
  };
  if (n < LIFT_FEWEST) {
    return { thing, figure, state: 'tooFew', ...none, n, needed: LIFT_FEWEST, acts };
  }
  if (togetherWith !== null) {
    return { thing, figure, state: 'together', ...none, n, needed: null, acts };
  }
  const z = acts.map(({ beyond, deviation }) => beyond / deviation);
  const mean = z.reduce((sum, each) => sum + each, 0) / n;
  const { error, freedom } = errorOf(acts, z, mean);
  const half = tQuantile(0.05, freedom) * error;
  const rate = (of: number): number =>
    acts.reduce(
      (sum, { foretold, deviation, rateOf }) =>
        sum + rateOf((figure === 'online' ? 0 : foretold) + of * deviation),
      0,
    ) / n;
  const without = rate(0);
  const base = liftBase(figure, without);
  const seen = Math.abs(rate(SURE * error) - without) / base;
  const foretold = without * acts.reduce((sum, { exposure }) => sum + exposure, 0);
  const isCount = figure !== 'online' && figure !== 'leavers';
  if (isCount && foretold < FORETOLD_FEWEST) {
    const needed = Math.ceil((n * FORETOLD_FEWEST) / Math.max(foretold, 0.1));
    return { thing, figure, state: 'tooFew', ...none, n, needed, acts };
  }
  const size = SIZE_THAT_MATTERS[figure];
  return {
    thing,
    figure,
    state: seen > size ? 'tooFew' : 'none',
    mean: rate(mean) - without,
    low: rate(mean - half) - without,
    high: rate(mean + half) - without,
    without,
    probability: tProbability(mean / error, freedom),
    errorsOfSize: (SURE * size) / seen,
    n,
    needed: seen > size ? Math.ceil(n * (seen / size) ** 2) : null,
    togetherWith,
    acts,
  };
}

/** What other thing is done at the same time nearly always. */
function alwaysBeside(acts: readonly ActEffect[]): string | null {
  const times = new Map<string, number>();
  for (const { window } of acts) {
    for (const other of window.beside) times.set(other, (times.get(other) ?? 0) + 1);
  }
  const [most] = [...times].toSorted((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= acts.length * TOGETHER_PART ? most[0] : null;
}

/**
 * Standard error of the mean of acts in units of chance: how far they vary themselves, drawn towards
 * how far stretches without the act do (a moderated variance after Smyth 2004), and more where acts
 * are so near each other that what is left over of them is alike.
 */
function errorOf(
  acts: readonly ActEffect[],
  z: readonly number[],
  mean: number,
): { readonly error: number; readonly freedom: number } {
  const n = acts.length;
  const known = Math.min(CHANCE_FREEDOM, ...acts.map(({ freedom }) => freedom));
  const own = z.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const variance = (known + own) / (known + n - 1);
  let together = n;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const [a, b] = [acts[i], acts[j]];
      if (i === j || a === undefined || b === undefined || a.showId !== b.showId) continue;
      together += a.alike[Math.abs(a.window.last - b.window.last)] ?? 0;
    }
  }
  const moments = acts.reduce((sum, { ofMoments }) => sum + ofMoments ** 2, 0) / n;
  return { error: Math.sqrt((variance * together) / (n * n) + moments), freedom: known + n - 1 };
}
