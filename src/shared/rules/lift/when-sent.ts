import { finestOf } from './act-window.ts';
import type { ActEffect } from './study-figure.ts';

/** Acts of other things that say what moments in which something is sent are like, at least. */
const OTHERS_FEWEST = 10;
/** Their windows share minutes: they count as so many fewer. */
const TOGETHER = 1.5;
/** Drawn towards nothing as far as chance could do it. */
const DOUBT = 1;

/**
 * Much is sent because numbers fall. Where whatever else was sent in a show was followed by fewer than
 * matched minutes let expect, that is of the moments and not of what was sent: it is taken off. Not so
 * where more followed on everything: that may well be what is sent there.
 */
export function withoutMoments(effects: readonly ActEffect[]): readonly ActEffect[] {
  const sums = new Map<string, { sum: number; n: number }>();
  let [all, count] = [0, 0];
  for (const effect of effects) {
    const own = sums.get(finestOf(effect.window.act)) ?? { sum: 0, n: 0 };
    const size = good(effect) * (effect.beyond / effect.deviation);
    sums.set(finestOf(effect.window.act), { sum: own.sum + size, n: own.n + 1 });
    all += size;
    count += 1;
  }
  return effects.map((effect) => {
    const own = sums.get(finestOf(effect.window.act)) ?? { sum: 0, n: 0 };
    const others = count - own.n;
    if (others < OTHERS_FEWEST) return effect;
    const mean = (all - own.sum) / others;
    const error = Math.sqrt(TOGETHER / others);
    if (mean > -DOUBT * error) return effect;
    const part = 1 - (DOUBT * error * error) / (mean * mean);
    const beyond = effect.beyond - good(effect) * part * mean * effect.deviation;
    return {
      ...effect,
      beyond,
      foretold: effect.foretold + effect.beyond - beyond,
      ofMoments: part * error,
    };
  });
}

/** More is good, but of leavers. */
function good({ figure }: ActEffect): 1 | -1 {
  return figure === 'leavers' ? -1 : 1;
}
