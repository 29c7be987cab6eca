import { coverOf, finestOf, LIFT_MINUTES, type ActWindow } from './act-window.ts';
import type { LiftFigureName } from './lift-show.ts';
import { value } from './minute-series.ts';

/** What each thing does to a figure, as a part of it: 0.5 is half as much again. */
export type Shares = ReadonlyMap<LiftFigureName, ReadonlyMap<string, number>>;
export const NO_SHARES: Shares = new Map();

/** What was done in a show, and what of it is known to have done something. */
export class OtherActs {
  readonly #acts: readonly ActWindow[];
  readonly #shares: Shares;

  constructor(acts: readonly ActWindow[], shares: Shares) {
    this.#acts = acts;
    this.#shares = shares;
  }

  /** A figure's minutes with everything that was done taken out. */
  without(name: LiftFigureName, told: Float64Array): Float64Array {
    if (!this.#shares.has(name)) return told;
    const out = Float64Array.from(told);
    for (const act of this.#acts) {
      const share = this.#shareOf(name, act);
      if (share === 0) continue;
      for (
        let at = Math.max(0, act.own);
        at <= act.own + LIFT_MINUTES && at < out.length;
        at += 1
      ) {
        out[at] = value(out, at) / (1 + share * coverOf(act, at));
      }
    }
    return out;
  }

  /** What this act's own thing did to a minute: to be put back where it is the one that is asked for. */
  ownFactor(name: LiftFigureName, window: ActWindow, at: number): number {
    const share = this.#shareOf(name, window);
    if (share === 0) return 1;
    const own = finestOf(window.act);
    let factor = 1;
    for (const act of this.#acts) {
      if (finestOf(act.act) === own) factor *= 1 + share * coverOf(act, at);
    }
    return factor;
  }

  /** Minutes in which something done to a figure may still be seen; as long as nothing is known, all that was done. */
  touched(name: LiftFigureName, length: number): Uint8Array {
    const touched = new Uint8Array(length);
    const isKnown = this.#shares.has(name);
    for (const act of this.#acts) {
      if (isKnown && this.#shareOf(name, act) === 0) continue;
      for (let at = Math.max(0, act.own); at <= act.own + LIFT_MINUTES && at < length; at += 1) {
        if (coverOf(act, at) > 0) touched[at] = 1;
      }
    }
    return touched;
  }

  #shareOf(name: LiftFigureName, act: ActWindow): number {
    return this.#shares.get(name)?.get(finestOf(act.act)) ?? 0;
  }
}
