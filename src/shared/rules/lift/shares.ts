import { LIFT_FIGURES } from './lift-show.ts';
import { finestOf } from './act-window.ts';
import type { Shares } from './other-acts.ts';
import type { ActEffect } from './study-figure.ts';

/** What lies within so many standard errors of nothing is taken for nothing. */
const DOUBT = 1.5;
const SHARE_LEAST = -0.6;
const SHARE_MOST = 4;

/** What each finest thing does to each figure, drawn towards nothing as far as chance could do it. */
export function sharesOf(effects: readonly ActEffect[]): Shares {
  return new Map(
    LIFT_FIGURES.filter((name) => name !== 'leavers').map((name) => {
      const byThing = new Map<string, ActEffect[]>();
      for (const effect of effects) {
        if (effect.figure !== name) continue;
        const thing = finestOf(effect.window.act);
        byThing.set(thing, [...(byThing.get(thing) ?? []), effect]);
      }
      return [name, new Map([...byThing].map(([thing, own]) => [thing, shareOf(own)]))];
    }),
  );
}

function shareOf(effects: readonly ActEffect[]): number {
  const n = effects.length;
  const z = effects.reduce((sum, { beyond, deviation }) => sum + beyond / deviation, 0) / n;
  const standing = z * Math.sqrt(n);
  const kept = Math.max(0, 1 - (DOUBT / (standing || 1)) ** 2);
  if (kept === 0) return 0;
  let [came, foretold] = [0, 0];
  for (const { rateOf, foretold: without, deviation, figure } of effects) {
    const base = figure === 'online' ? 1_000 : 0;
    came += base + rateOf((figure === 'online' ? 0 : without) + kept * z * deviation);
    foretold += base + rateOf(figure === 'online' ? 0 : without);
  }
  const share = foretold > 0 ? came / foretold - 1 : 0;
  return Math.min(SHARE_MOST, Math.max(SHARE_LEAST, share));
}
