import type { WindowFacts } from './window-facts.ts';

/** Stretches that one is compared with at most, and at least. */
const MATCHED_MAX = 24;
const MATCHED_FEWEST = 3;
/** Same phase: no further away in the show. */
const NEAR_MINUTES = 60;
/** Callipers, in standard deviations of the show: of each of level and trend, and of all together. */
const EACH_WITHIN = 2;
const ALL_WITHIN = 3.5;
/** So many minutes apart in time count as one standard deviation. */
const TIME_SCALE = 30;
/** Stretches closer than this share minutes. */
const APART = 5;
/** Facts that are matched besides time. */
const FACTS = 4;

/** Looks up the stretches of a show that are most like another before they begin. */
export class MatchedMinutes {
  readonly #scales: Float64Array;
  readonly #lasts: Int32Array;
  /** What each is matched by, scaled, one after the other. */
  readonly #facts: Float64Array;
  readonly #own = new Float64Array(FACTS);
  readonly #distances = new Float64Array(MATCHED_MAX);
  readonly #places = new Int32Array(MATCHED_MAX);

  /** `controls` in order of time. */
  constructor(controls: readonly WindowFacts[]) {
    this.#scales = Float64Array.from({ length: FACTS }, (_, column) => deviation(controls, column));
    this.#lasts = Int32Array.from(controls, ({ last }) => last);
    this.#facts = new Float64Array(controls.length * FACTS);
    controls.forEach(({ match }, place) => this.#scale(match, this.#facts, place * FACTS));
  }

  /** Places of the nearest neighbours within callipers, the nearest first; null where too few are alike. */
  of({ last, match }: WindowFacts): Int32Array | null {
    const own = this.#own;
    this.#scale(match, own, 0);
    let found = 0;
    for (
      let place = firstFrom(this.#lasts, last - NEAR_MINUTES);
      place < this.#lasts.length;
      place += 1
    ) {
      const apart = Math.abs((this.#lasts[place] ?? 0) - last);
      if (apart > NEAR_MINUTES) break;
      if (apart < APART) continue;
      const distance = this.#distance(own, place, (apart / TIME_SCALE) ** 2);
      if (distance > ALL_WITHIN ** 2) continue;
      if (found === MATCHED_MAX && distance >= (this.#distances[found - 1] ?? 0)) continue;
      let at = Math.min(found, MATCHED_MAX - 1);
      for (; at > 0 && (this.#distances[at - 1] ?? 0) > distance; at -= 1) {
        this.#distances[at] = this.#distances[at - 1] ?? 0;
        this.#places[at] = this.#places[at - 1] ?? 0;
      }
      this.#distances[at] = distance;
      this.#places[at] = place;
      found = Math.min(found + 1, MATCHED_MAX);
    }
    return found < MATCHED_FEWEST ? null : this.#places.slice(0, found);
  }

  #scale(match: readonly number[], into: Float64Array, from: number): void {
    for (let i = 0; i < FACTS; i += 1) into[from + i] = (match[i] ?? 0) / (this.#scales[i] ?? 1);
  }

  /** Without end where one of them is further off than its calliper. */
  #distance(own: Float64Array, place: number, start: number): number {
    let sum = start;
    for (let i = 0; i < FACTS; i += 1) {
      const off = (own[i] ?? 0) - (this.#facts[place * FACTS + i] ?? 0);
      if (off > EACH_WITHIN || off < -EACH_WITHIN) return Number.POSITIVE_INFINITY;
      sum += off * off;
    }
    return sum;
  }
}

function firstFrom(lasts: Int32Array, last: number): number {
  let [low, high] = [0, lasts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lasts[middle] ?? 0) < last) low = middle + 1;
    else high = middle;
  }
  return low;
}

function deviation(controls: readonly WindowFacts[], column: number): number {
  let [sum, squares] = [0, 0];
  for (const { match } of controls) {
    sum += match[column] ?? 0;
    squares += (match[column] ?? 0) ** 2;
  }
  const n = Math.max(1, controls.length);
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)) || 1;
}
