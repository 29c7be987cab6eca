import type { FoldedText } from './fold-text.ts';
import { DIGIT_LETTERS, SOUND_ALIKES } from './look-alikes.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';
import { OTHER_READINGS, syllables } from './syllables.ts';

/** A phrase as it is compared; `index` is its own in the list it comes from. */
export type SpelledPhrase = { readonly index: number; readonly units: Uint16Array };
/** First and last unit of the folded text. */
export type FoundSpelled = (index: number, first: number, last: number) => void;

/** Letters that a phrase of nothing but letters has at least: fewer are a word by chance. */
const LETTERS_MIN = 5;
/** Units of a phrase in which a character of the same sound counts. */
const ALIKE_UNITS_MIN = 3;
const A = 0x61;
const Z = 0x7a;

type Spelled = SpelledPhrase & { readonly syllables: readonly string[] };

/** Chinese phrases with some of their characters in letters (拼音) or by others of their sound. */
export class SpelledPhrases {
  readonly #phrases: readonly Spelled[];
  readonly #automaton: PhraseAutomaton;
  /** How far from what gives a disguise away the rest of its phrase can stand. */
  readonly #reach: number;

  constructor(phrases: readonly SpelledPhrase[]) {
    this.#phrases = phrases.flatMap((phrase) =>
      phrase.units.some(isHan)
        ? readings(phrase.units).map((read) => ({ ...phrase, syllables: read }))
        : [],
    );
    this.#automaton = new PhraseAutomaton(
      this.#phrases.map((phrase) => unitsOf(phrase.syllables.join(''))),
    );
    this.#reach = Math.max(1, ...this.#phrases.map(({ units }) => units.length));
  }

  /** Looks only around letters and characters of the same sound: most texts have none. */
  find(folded: FoldedText, text: string, found: FoundSpelled): void {
    const search = (from: number, to: number): void =>
      this.#search(folded, [from, to], text, found);
    const giveaways = giveawayUnits();
    let from = -1;
    let to = -1;
    for (let at = 0; at < folded.length; at += 1) {
      if (giveaways[folded.units[at] ?? 0] !== 1) continue;
      if (from >= 0 && at - this.#reach > to) {
        search(from, to);
        from = -1;
      }
      if (from < 0) from = Math.max(0, at - this.#reach);
      to = Math.min(folded.length, at + this.#reach * 6);
    }
    if (from >= 0) search(from, to);
  }

  #search(
    folded: FoldedText,
    [from, to]: readonly [number, number],
    text: string,
    found: FoundSpelled,
  ): void {
    const letters: number[] = [];
    const owners: number[] = [];
    for (let at = from; at < to; at += 1) {
      const unit = folded.units[at] ?? 0;
      if (isTone(folded, at, text)) continue;
      for (const letter of syllableOf(unit)) {
        letters.push(letter.charCodeAt(0));
        owners.push(at);
      }
    }
    this.#automaton.search(Uint16Array.from(letters), letters.length, (index, end) => {
      const phrase = this.#phrases[index];
      if (phrase === undefined) return;
      const first = end - phrase.syllables.reduce((sum, { length }) => sum + length, 0);
      const [start, last] = [owners[first] ?? 0, owners[end - 1] ?? 0];
      const isCut = owners[first - 1] === start || owners[end] === last;
      if (!isCut && isDisguise(phrase, folded, owners.slice(first, end))) {
        found(phrase.index, start, last);
      }
    });
  }
}

/** Every character is the phrase's own, one of its sound, or its letters; not all are its own. */
function isDisguise(phrase: Spelled, { units, places }: FoldedText, owners: readonly number[]) {
  let [at, own, alike, spelled] = [0, 0, 0, 0];
  for (const [place, syllable] of phrase.syllables.entries()) {
    const held = owners.slice(at, at + syllable.length);
    at += syllable.length;
    const meant = phrase.units[place] ?? 0;
    const written = units[held[0] ?? 0] ?? 0;
    const isOne = held.every((owner) => owner === held[0]);
    if (isOne && written === meant) own += 1;
    else if (isOne && SOUND_ALIKES.get(meant)?.has(written) === true) alike += 1;
    else if (held.every((owner) => isLetter(units[owner] ?? 0)) && isEvenlySet(held, places)) {
      spelled += 1;
    } else return false;
  }
  if (spelled === 0) return alike > 0 && own >= alike && phrase.units.length >= ALIKE_UNITS_MIN;
  return own + alike > 0 || (spelled > 1 && owners.length >= LETTERS_MIN);
}

/** The letters of a syllable stand together, or something stands between each two of them. */
function isEvenlySet(held: readonly number[], places: Uint32Array): boolean {
  const gaps = held.slice(1).filter((owner, index) => {
    return (places[owner] ?? 0) - (places[held[index] ?? 0] ?? 0) > 1;
  });
  return gaps.length === 0 || gaps.length === held.length - 1;
}

/** `zui4 hao3`: a digit from 1 to 5 right behind a letter. */
function isTone({ units, places }: FoldedText, at: number, text: string): boolean {
  if (!/[1-5]/.test(text.charAt(places[at] ?? 0)) || at === 0 || !isLetter(units[at - 1] ?? 0))
    return false;
  const place = places[at] ?? 0;
  return place - (places[at - 1] ?? 0) === 1 && !/[a-z\d]/iu.test(text.charAt(place + 1));
}

let giveaways: Uint8Array | null = null;

function giveawayUnits(): Uint8Array {
  if (giveaways !== null) return giveaways;
  giveaways = new Uint8Array(65_536).fill(1, A, Z + 1);
  for (const written of SOUND_ALIKES.values()) for (const unit of written) giveaways[unit] = 1;
  return giveaways;
}

/** As it is read; once more for each character that is also read otherwise. */
function readings(units: Uint16Array): readonly (readonly string[])[] {
  const usual = Array.from(units, syllableOf);
  const others = usual.flatMap((_, place) => {
    const other = OTHER_READINGS[String.fromCharCode(units[place] ?? 0)];
    return other === undefined ? [] : [usual.with(place, other)];
  });
  return [usual, ...others];
}

function syllableOf(unit: number): string {
  return syllables().get(unit) ?? String.fromCharCode(unit);
}

function isLetter(unit: number): boolean {
  return unit >= A && unit <= Z;
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit < 0xa000;
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (character) => character.charCodeAt(0));
}

/** How far around a digit among letters a phrase is looked for, units. */
const LEET_REACH = 40;

/**
 * Stretches of a text with digits and signs read as the letters they are written for, or the other way
 * round; only where some stand beside one another. `from` is where the stretch begins in the folded text.
 */
export function leetStretches(
  folded: FoldedText,
  read: (units: Uint16Array, from: number, changed: ReadonlySet<number>) => void,
): void {
  for (const meant of DIGIT_LETTERS) {
    const changed = replacedIn(folded, meant);
    if (changed.size === 0) continue;
    for (const [from, to] of merged([...changed.keys()], folded.length)) {
      const copy = folded.units.slice(from, to);
      for (const [at, unit] of changed) if (at >= from && at < to) copy[at - from] = unit;
      read(copy, from, new Set(changed.keys()));
    }
  }
}

/** By place, what is meant: for signs beside letters, for letters beside digits, and what follows on. */
function replacedIn(
  { units, places, length }: FoldedText,
  meant: ReadonlyMap<string, string>,
): ReadonlyMap<number, number> {
  const changed = new Map<number, number>();
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    const other = unit < 0x80 ? meant.get(String.fromCharCode(unit)) : undefined;
    if (other === undefined) continue;
    const isBeside = [at - 1, at + 1].some((beside) => {
      if (Math.abs((places[beside] ?? 0) - (places[at] ?? 0)) !== 1) return false;
      return changed.has(beside) || isOtherKind(units[beside] ?? 0, isLetter(unit));
    });
    if (isBeside) changed.set(at, other.charCodeAt(0));
  }
  return changed;
}

function isOtherKind(unit: number, thanLetter: boolean): boolean {
  return thanLetter ? unit >= 0x30 && unit <= 0x39 : isLetter(unit);
}

function merged(places: readonly number[], length: number): readonly [number, number][] {
  const spans: [number, number][] = [];
  for (const place of places) {
    const [from, to] = [Math.max(0, place - LEET_REACH), Math.min(length, place + LEET_REACH)];
    const last = spans.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}
