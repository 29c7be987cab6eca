import { isDenied } from './denial.ts';
import { endOf, foldText, hasStop, isParted, type FoldedText } from './fold-text.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';
import type { RiskEntry, RiskPattern } from './risk-entry.ts';
import { leetStretches, SpelledPhrases } from './spelled-phrases.ts';
import { heldBy, outermost } from './spans.ts';

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

/** Scripts without words to begin or end. */
const UNPARTED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
/** Of a phrase that sentence ends may stand in, between all of its characters. */
const STOPPED_UNITS_MIN = 3;

/** Looks for many phrases of risk (违禁词) at once, however they are written. */
export class RiskMatcher {
  readonly #phrases: readonly Phrase[];
  readonly #patterns: readonly RiskPattern[];
  readonly #automaton: PhraseAutomaton;
  readonly #spelled: SpelledPhrases;

  constructor(entries: readonly RiskEntry[], patterns: readonly RiskPattern[]) {
    this.#patterns = patterns;
    this.#phrases = entries
      .flatMap((entry) => [
        phraseOf(entry, entry.phrase, false),
        ...entry.except.map((text) => phraseOf(entry, text, true)),
      ])
      .filter(({ units }) => units.length > 0);
    this.#automaton = new PhraseAutomaton(this.#phrases.map(({ units }) => units));
    this.#spelled = new SpelledPhrases(
      this.#phrases
        .map(({ units }, index) => ({ units, index }))
        .filter(({ index }) => {
          return this.#phrases[index]?.wordEnds === null;
        }),
    );
  }

  /** In the order in which they stand; what stands inside a longer phrase is not told beside it. */
  find(text: string): readonly RiskHit[] {
    const folded = foldText(text);
    const spans = this.#spans(text, folded);
    const harmless = new Map<RiskEntry, Span[]>();
    for (const span of spans) {
      const { isException, entry } = span.phrase;
      if (!isException) continue;
      const known = harmless.get(entry);
      if (known === undefined) harmless.set(entry, [span]);
      else known.push(span);
    }
    const hits = spans
      .filter((span) => {
        const { isException, entry } = span.phrase;
        return !isException && !heldBy(span, harmless.get(entry) ?? []);
      })
      .map(({ phrase, first, last }) => ({
        entry: phrase.entry,
        from: folded.places[first] ?? 0,
        to: endOf(text, folded.places[last] ?? 0),
      }));
    return outermost([...hits, ...this.#written(text)]).filter(
      ({ from, to }) => !isDenied(text, from, to),
    );
  }

  #spans(text: string, folded: FoldedText): readonly Span[] {
    const spans: Span[] = [];
    const take = (index: number, first: number, last: number, isTold: Check): void => {
      const phrase = this.#phrases[index];
      if (phrase === undefined) return;
      const span = { phrase, first, last };
      if (isTold(span, folded, text)) spans.push(span);
    };
    this.#automaton.search(folded.units, folded.length, (index, end) => {
      take(index, end - (this.#phrases[index]?.units.length ?? 0), end - 1, isWhole);
    });
    this.#spelled.find(folded, text, (index, first, last) => take(index, first, last, isUncut));
    leetStretches(folded, (units, from, changed) => {
      this.#automaton.search(units, units.length, (index, end) => {
        const first = from + end - (this.#phrases[index]?.units.length ?? 0);
        const last = from + end - 1;
        if (spanOf(first, last).some((at) => changed.has(at))) take(index, first, last, isWhole);
      });
    });
    return spans;
  }

  /** What no list of phrases can hold: numbers of phones, names behind `V:`. */
  #written(text: string): readonly RiskHit[] {
    return this.#patterns.flatMap(({ entry, expression }) =>
      Array.from(text.matchAll(expression), (match) => ({
        entry,
        from: match.index,
        to: match.index + match[0].length,
      })),
    );
  }
}

type Check = (span: Span, folded: FoldedText, text: string) => boolean;

function phraseOf(entry: RiskEntry, text: string, isException: boolean): Phrase {
  const { units, length, places } = foldText(text);
  const own = units.slice(0, length);
  return {
    entry,
    isException,
    units: own,
    wordEnds: UNPARTED.test(text) ? null : endsOf(places, length, text),
  };
}

/** After which units something stood between in the phrase as it was written. */
function endsOf(places: Uint32Array, length: number, text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  for (let at = 0; at + 1 < length; at += 1) if (isGap(places, at, text)) ends.add(at);
  return ends;
}

function isGap(places: Uint32Array, at: number, text: string): boolean {
  const from = endOf(text, places[at] ?? 0) - 1;
  const to = places[at + 1] ?? 0;
  return to - from > 1 && isParted(text, from, to);
}

/**
 * Letters are a phrase where they begin and end words, and where nothing parts them but between its
 * words, or in a word between each letter and the next: `w e c h a t`, never the end of one word and
 * the beginning of another. Chinese has no words to begin. Where one end of a sentence stands in a
 * phrase, something stands between all of its characters, or it is none.
 */
function isWhole(span: Span, folded: FoldedText, text: string): boolean {
  const { phrase, first, last } = span;
  const { places } = folded;
  if (!isOneSentence(span, folded, text)) return false;
  const { wordEnds } = phrase;
  if (wordEnds === null) return true;
  const [from, to] = [places[first] ?? 0, places[last] ?? 0];
  if (isPartedWord(text, from - 1, WORD) || isPartedWord(text, endOf(text, to), WORD)) return false;
  let [pairs, gaps] = [0, 0];
  for (let at = first; at <= last; at += 1) {
    if (at === last || wordEnds.has(at - first)) {
      if (gaps !== 0 && gaps !== pairs) return false;
      [pairs, gaps] = [0, 0];
      continue;
    }
    pairs += 1;
    if (isGap(places, at, text)) gaps += 1;
  }
  return true;
}

function isOneSentence({ first, last }: Span, { places }: FoldedText, text: string): boolean {
  let [gaps, stops] = [0, 0];
  for (let at = first; at < last; at += 1) {
    if (!isGap(places, at, text)) continue;
    gaps += 1;
    if (hasStop(text, places[at] ?? 0, places[at + 1] ?? 0)) stops += 1;
  }
  return stops === 0 || (gaps === last - first && last - first + 1 >= STOPPED_UNITS_MIN);
}

/** What is spelled in letters is no part of a longer word. */
function isUncut(span: Span, folded: FoldedText, text: string): boolean {
  const [from, to] = [folded.places[span.first] ?? 0, folded.places[span.last] ?? 0];
  const isCut =
    (isPartedWord(text, from, LETTER) && isPartedWord(text, from - 1, LETTER)) ||
    (isPartedWord(text, to, LETTER) && isPartedWord(text, endOf(text, to), LETTER));
  return !isCut && isOneSentence(span, folded, text);
}

function isPartedWord(text: string, at: number, kind: RegExp): boolean {
  const character = text.charAt(at);
  return kind.test(character) && !UNPARTED.test(character);
}

function spanOf(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
