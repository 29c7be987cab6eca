import { normaliseChat } from '../chat-tags/normalise.ts';
import { stemOf } from '../questions/english-stem.ts';
import { topicOf } from '../questions/question-topic.ts';

/** A product as a room calls it. */
export type NamedProduct = {
  readonly linkNumber: number;
  readonly name: string;
  /** Empty where it has none. */
  readonly shortName: string;
};

/** Kinds of clothes that the wordings of many languages lead to. */
const GARMENTS: ReadonlySet<string> = new Set(
  '#shirt #trousers #skirt #jacket #cardigan #tee #shoes #bag'.split(' '),
);
const NUMERALS = '零一二三四五六七八九十';
/** 3号链接, 三号, link 3, #3; but not 3号发货 and not 6月3号, which are days. */
const BY_NUMBER =
  /(?<![\d月])(\d{1,3}|[一二三四五六七八九十])号(?!发|到|开|下|线|晚|早|上午|下午)|\b(?:link|item|number|no\.?|product) ?#?(\d{1,3})\b|#(\d{1,3})\b/gu;
/** What ends a Chinese name says what it is: 重磅纯棉T恤, 阔腿裤. */
const TAIL_LENGTHS = [2, 3] as const;
const LATIN_WORDS = /[a-z]{3,}/gu;

/**
 * Finds which products of a shelf a line of chat is about: by link number, by name, by what ends a
 * name, by the kind of clothes. What fits two products is about neither.
 */
export class ProductNames {
  readonly #numbers: ReadonlySet<number>;
  /** Chinese and mixed terms, looked for anywhere. */
  readonly #within = new Map<string, number>();
  /** Latin words by their stems. */
  readonly #words = new Map<string, number>();
  readonly #garments = new Map<string, number>();

  constructor(products: readonly NamedProduct[]) {
    this.#numbers = new Set(products.map(({ linkNumber }) => linkNumber));
    const shared = {
      within: new Set<string>(),
      words: new Set<string>(),
      garments: new Set<string>(),
    };
    for (const { linkNumber, name, shortName } of products) {
      for (const text of [name, shortName].filter((each) => each !== '')) {
        const read = normaliseChat(text);
        for (const term of withinOf(read)) keep(this.#within, shared.within, term, linkNumber);
        for (const word of lastWordOf(read)) keep(this.#words, shared.words, word, linkNumber);
        for (const kind of garmentsOf(text))
          keep(this.#garments, shared.garments, kind, linkNumber);
      }
    }
    for (const term of shared.within) this.#within.delete(term);
    for (const word of shared.words) this.#words.delete(word);
    for (const kind of shared.garments) this.#garments.delete(kind);
  }

  /** Link numbers; a number that is said outweighs every name. */
  in(line: string): ReadonlySet<number> {
    const text = normaliseChat(line);
    const said = this.#numbersIn(text);
    if (said.size > 0) return said;
    const found = new Set<number>();
    for (const [term, linkNumber] of this.#within) if (text.includes(term)) found.add(linkNumber);
    for (const word of text.match(LATIN_WORDS) ?? []) {
      const linkNumber = this.#words.get(stemOf(word));
      if (linkNumber !== undefined) found.add(linkNumber);
    }
    if (found.size > 0 || this.#garments.size === 0) return found;
    for (const kind of garmentsOf(line)) {
      const linkNumber = this.#garments.get(kind);
      if (linkNumber !== undefined) found.add(linkNumber);
    }
    return found;
  }

  #numbersIn(text: string): Set<number> {
    const said = new Set<number>();
    for (const [, chinese, english, sign] of text.matchAll(BY_NUMBER)) {
      const digits = chinese ?? english ?? sign ?? '';
      const numeral = NUMERALS.indexOf(digits);
      const linkNumber = numeral > 0 ? numeral : Number(digits);
      if (this.#numbers.has(linkNumber)) said.add(linkNumber);
    }
    return said;
  }
}

function keep(
  terms: Map<string, number>,
  shared: Set<string>,
  term: string,
  linkNumber: number,
): void {
  const held = terms.get(term);
  if (held !== undefined && held !== linkNumber) shared.add(term);
  terms.set(term, linkNumber);
}

/** The whole name and its endings, where it ends in Chinese. */
function withinOf(name: string): readonly string[] {
  if (!/\p{Script=Han}$/u.test(name)) return name.length >= 3 ? [name] : [];
  const letters = Array.from(name);
  const tails = TAIL_LENGTHS.filter((length) => letters.length >= length).map((length) =>
    letters.slice(-length).join(''),
  );
  return [name, ...tails.filter((tail) => !/\s/u.test(tail))];
}

function lastWordOf(name: string): readonly string[] {
  const last = (name.match(LATIN_WORDS) ?? []).at(-1);
  return last === undefined || /\p{Script=Han}$/u.test(name) ? [] : [stemOf(last)];
}

function garmentsOf(text: string): readonly string[] {
  return [...(topicOf(text)?.words ?? [])].filter((word) => GARMENTS.has(word));
}
