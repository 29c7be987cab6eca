import { foldText, type FoldedText } from './fold-text.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';
import type { RiskEntry } from './risk-entry.ts';

/** A phrase that was found in a text; from and to in UTF-16 units of it. */
export type RiskHit = { readonly entry: RiskEntry; readonly from: number; readonly to: number };

type Phrase = {
  readonly entry: RiskEntry;
  readonly isException: boolean;
  readonly units: Uint16Array;
  /** For a phrase of letters and digits alone: after which of its units its words end; else null. */
  readonly wordEnds: ReadonlySet<number> | null;
};

type Span = { readonly phrase: Phrase; readonly first: number; readonly last: number };

const HAN = /[\u3400-\u9fff]/u;
const WORD = /[\p{L}\p{N}]/u;

/** Looks for many phrases of risk (违禁词) at once, however they are written. */
export class RiskMatcher {
  readonly #phrases: readonly Phrase[];
  readonly #automaton: PhraseAutomaton;

  constructor(entries: readonly RiskEntry[]) {
    this.#phrases = entries
      .flatMap((entry) => [
        phraseOf(entry, entry.phrase, false),
        ...entry.except.map((text) => phraseOf(entry, text, true)),
      ])
      .filter(({ units }) => units.length > 0);
    this.#automaton = new PhraseAutomaton(this.#phrases.map(({ units }) => units));
  }

  /** In the order in which they stand; what stands inside a longer phrase is not told beside it. */
  find(text: string): readonly RiskHit[] {
    const folded = foldText(text);
    const found: Span[] = [];
    const harmless: Span[] = [];
    this.#automaton.search(folded.units, folded.length, (index, end) => {
      const phrase = this.#phrases[index];
      if (phrase === undefined) return;
      const span = { phrase, first: end - phrase.units.length, last: end - 1 };
      if (!isWhole(span, folded, text)) return;
      (phrase.isException ? harmless : found).push(span);
    });
    if (found.length === 0) return [];
    const real = found.filter(
      (span) =>
        !harmless.some((other) => other.phrase.entry === span.phrase.entry && holds(other, span)),
    );
    return real
      .filter((span) => !real.some((other) => isLonger(other, span) && holds(other, span)))
      .toSorted((a, b) => a.first - b.first || a.last - b.last)
      .map(({ phrase, first, last }) => ({
        entry: phrase.entry,
        from: folded.places[first] ?? 0,
        to: (folded.places[last] ?? 0) + 1,
      }));
  }
}

function phraseOf(entry: RiskEntry, text: string, isException: boolean): Phrase {
  const { units, length, places } = foldText(text);
  const own = units.slice(0, length);
  return {
    entry,
    isException,
    units: own,
    wordEnds: HAN.test(text) ? null : endsOf(places, length),
  };
}

/** After which units something stood between in the phrase as it was written. */
function endsOf(places: Uint32Array, length: number): ReadonlySet<number> {
  const ends = new Set<number>();
  for (let at = 0; at + 1 < length; at += 1) if (isGap(places, at)) ends.add(at);
  return ends;
}

function isGap(places: Uint32Array, at: number): boolean {
  return (places[at + 1] ?? 0) - (places[at] ?? 0) > 1;
}

/**
 * Letters are a phrase where they begin and end words, and where nothing parts them but between its
 * words, or in a word between each letter and the next: `w e c h a t`, never the end of one word and
 * the beginning of another. Chinese has no words to begin.
 */
function isWhole({ phrase, first, last }: Span, { places }: FoldedText, text: string): boolean {
  const { wordEnds } = phrase;
  if (wordEnds === null) return true;
  const [from, to] = [places[first] ?? 0, places[last] ?? 0];
  if (isLatinWord(text, from - 1) || isLatinWord(text, to + 1)) return false;
  let [pairs, gaps] = [0, 0];
  for (let at = first; at <= last; at += 1) {
    if (at === last || wordEnds.has(at - first)) {
      if (gaps !== 0 && gaps !== pairs) return false;
      [pairs, gaps] = [0, 0];
      continue;
    }
    pairs += 1;
    if (isGap(places, at)) gaps += 1;
  }
  return true;
}

function isLatinWord(text: string, at: number): boolean {
  const character = text[at] ?? '';
  return WORD.test(character) && !HAN.test(character);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

function isLonger(one: Span, other: Span): boolean {
  return one.last - one.first > other.last - other.first;
}
