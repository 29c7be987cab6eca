/**
 * Finds many phrases in one pass (Aho and Corasick, "Efficient string matching", CACM 18(6), 1975):
 * a trie of all phrases with, for each state, the longest other beginning that ends as it does.
 */

const ROOT = 0;
const NONE = -1;
/** Room for each step of the trie in the table of steps, so that few of them meet. */
const ROOM = 4;
/** A step's key is its state and its unit, sixteen bits each. */
export const AUTOMATON_MAX_UNITS = 65_000;

export type Found = (phrase: number, end: number) => void;

export class PhraseAutomaton {
  /** Steps `state, unit → state` in open addressing: key in the even places, target in the odd. */
  readonly #steps: Int32Array;
  readonly #mask: number;
  readonly #fail: Int32Array;
  /** The phrase that ends in a state; its first one where several are the same. */
  readonly #ends: Int32Array;
  /** Of phrases that are the same as another one: the next of them. */
  readonly #same: Int32Array;
  /** The nearest state on the way of `#fail` in which a phrase ends. */
  readonly #shorter: Int32Array;

  /** Throws RangeError for more than `AUTOMATON_MAX_UNITS` in all phrases together. */
  constructor(phrases: readonly Uint16Array[]) {
    const units = phrases.reduce((sum, { length }) => sum + length, 0);
    if (units > AUTOMATON_MAX_UNITS) throw new RangeError(`${units} units are too many`);
    let size = 16;
    while (size < units * ROOM) size *= 2;
    this.#steps = new Int32Array(size * 2).fill(NONE);
    this.#mask = size - 1;
    this.#fail = new Int32Array(units + 1);
    this.#ends = new Int32Array(units + 1).fill(NONE);
    this.#shorter = new Int32Array(units + 1).fill(NONE);
    this.#same = new Int32Array(phrases.length).fill(NONE);
    this.#link(this.#grow(phrases));
  }

  /** Tells every phrase with the place behind its last unit, in the order of these places. */
  search(units: Uint16Array, length: number, found: Found): void {
    let state = ROOT;
    for (let at = 0; at < length; at += 1) {
      state = this.#next(state, units[at] ?? 0);
      let end = this.#ends[state] === NONE ? (this.#shorter[state] ?? NONE) : state;
      while (end !== NONE) {
        for (let phrase = this.#ends[end] ?? NONE; phrase !== NONE;) {
          found(phrase, at + 1);
          phrase = this.#same[phrase] ?? NONE;
        }
        end = this.#shorter[end] ?? NONE;
      }
    }
  }

  /** The trie; gives back its steps in the order of their depth. */
  #grow(phrases: readonly Uint16Array[]): readonly (readonly [from: number, unit: number])[] {
    let states = 1;
    const steps: { readonly from: number; readonly unit: number; readonly depth: number }[] = [];
    for (const [index, phrase] of phrases.entries()) {
      let state = ROOT;
      for (const [depth, unit] of phrase.entries()) {
        const known = this.#step(state, unit);
        if (known === NONE) {
          this.#put(state, unit, states);
          steps.push({ from: state, unit, depth });
          state = states;
          states += 1;
        } else {
          state = known;
        }
      }
      if (phrase.length === 0) continue;
      this.#same[index] = this.#ends[state] ?? NONE;
      this.#ends[state] = index;
    }
    return steps.toSorted((a, b) => a.depth - b.depth).map(({ from, unit }) => [from, unit]);
  }

  #link(steps: readonly (readonly [from: number, unit: number])[]): void {
    for (const [from, unit] of steps) {
      const state = this.#step(from, unit);
      const fail = from === ROOT ? ROOT : this.#next(this.#fail[from] ?? ROOT, unit);
      this.#fail[state] = fail;
      this.#shorter[state] = this.#ends[fail] === NONE ? (this.#shorter[fail] ?? NONE) : fail;
    }
  }

  #next(from: number, unit: number): number {
    let state = from;
    for (;;) {
      const step = this.#step(state, unit);
      if (step !== NONE) return step;
      if (state === ROOT) return ROOT;
      state = this.#fail[state] ?? ROOT;
    }
  }

  #step(state: number, unit: number): number {
    const key = state * 65_536 + unit;
    for (let slot = this.#slotOf(state, unit); ; slot = (slot + 1) & this.#mask) {
      const held = this.#steps[slot * 2];
      if (held === NONE || held === undefined) return NONE;
      if (held === (key | 0)) return this.#steps[slot * 2 + 1] ?? NONE;
    }
  }

  #put(state: number, unit: number, target: number): void {
    const key = state * 65_536 + unit;
    let slot = this.#slotOf(state, unit);
    while (this.#steps[slot * 2] !== NONE) slot = (slot + 1) & this.#mask;
    this.#steps[slot * 2] = key | 0;
    this.#steps[slot * 2 + 1] = target;
  }

  #slotOf(state: number, unit: number): number {
    return (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & this.#mask;
  }
}
