/**
 * Thousands of words in one expression take long to compile and are tried one after the other at
 * every character. Here they are kept by what they begin with, the first two letters of a word or
 * one other character; each is compiled when a line first holds the plain text that it begins with.
 */
import { alternativesOf, firstOf, headsOf, plainHeadOf } from './pattern-parts.ts';

const WORD_UNIT = /[a-z0-9_]/;
const WORD_END = '\\b';

/** Expressions by what they begin with. */
type Beginnings = {
  /** By the first two letters; only where a word begins. */
  readonly words: Map<number, Alternatives>;
  /** By the first character, anywhere. */
  readonly anywhere: Map<number, Alternatives>;
  /** What begins with no certain character. */
  readonly rest: Expression | null;
  /** By a character's last twelve bits: 1 where one of the above may begin with it. Most cannot. */
  readonly mayBegin: Uint8Array;
};

const BEGIN_BITS = 0xfff;

/** Words and phrases that are looked for together; taken apart when the first line comes. */
class WordPattern {
  readonly #parts: readonly string[];
  #beginnings: Beginnings | null = null;

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  get #held(): Beginnings {
    return (this.#beginnings ??= beginningsOf(this.#parts));
  }

  test(line: string): boolean {
    const { rest, mayBegin } = this.#held;
    if (rest?.isIn(line) === true) return true;
    for (let at = 0; at < line.length; at += 1) {
      if (mayBegin[line.charCodeAt(at) & BEGIN_BITS] === 1 && this.#endAt(line, at) > at)
        return true;
    }
    return false;
  }

  /** Every place it is found at, from the left, replaced by `by`. */
  replaceIn(line: string, by: string): string {
    let [replaced, kept] = ['', 0];
    for (let at = 0; at < line.length;) {
      const end = this.#endAt(line, at);
      if (end > at) {
        replaced += line.slice(kept, at) + by;
        kept = end;
      }
      at = Math.max(end, at + 1);
    }
    const text = kept === 0 ? line : replaced + line.slice(kept);
    return this.#held.rest?.replaceIn(text, by) ?? text;
  }

  /** Where what begins at `at` ends; `at` itself when nothing does. */
  #endAt(line: string, at: number): number {
    const { words, anywhere } = this.#held;
    const unit = line.charCodeAt(at);
    const end = anywhere.get(unit)?.endAt(line, at) ?? at;
    if (end > at || !isWordUnit(unit) || (at > 0 && isWordUnit(line.charCodeAt(at - 1))))
      return end;
    return words.get(unit * 65_536 + line.charCodeAt(at + 1))?.endAt(line, at) ?? at;
  }
}

/** Alternatives of one beginning; the first that fits counts, as in one expression of them all. */
class Alternatives {
  readonly #sources: string[];
  #each: readonly Alternative[] | null = null;

  constructor(source: string) {
    this.#sources = [source];
  }

  add(source: string): void {
    this.#sources.push(source);
  }

  /** Where the first that fits at `at` ends; `at` itself when none does. */
  endAt(line: string, at: number): number {
    this.#each ??= this.#sources.map(
      (source) => new Alternative(source, needsUnicode(this.#sources)),
    );
    for (const each of this.#each) {
      const end = each.endAt(line, at);
      if (end !== null) return end;
    }
    return at;
  }
}

/** Compiled when a line first holds the plain text that it begins with; not at all where it is no more. */
class Alternative {
  readonly #source: string;
  readonly #plain: string;
  readonly #flags: string;
  #expression: RegExp | null = null;

  constructor(source: string, isUnicode: boolean) {
    this.#source = source;
    this.#plain = plainHeadOf(source);
    this.#flags = isUnicode ? 'yu' : 'y';
  }

  endAt(line: string, at: number): number | null {
    if (!line.startsWith(this.#plain, at)) return null;
    if (this.#source.length - this.#plain.length <= WORD_END.length) {
      const end = at + this.#plain.length;
      if (this.#source === this.#plain) return end;
      if (this.#source === this.#plain + WORD_END) return isWordEnd(line, end) ? end : null;
    }
    this.#expression ??= new RegExp(this.#source, this.#flags);
    this.#expression.lastIndex = at;
    return this.#expression.test(line) ? this.#expression.lastIndex : null;
  }
}

/** Alternatives that may begin anywhere, in one expression. */
class Expression {
  readonly #source: string;
  readonly #flags: string;
  #compiled: RegExp | null = null;

  constructor(sources: readonly string[]) {
    this.#source = sources.join('|');
    this.#flags = needsUnicode(sources) ? 'gu' : 'g';
  }

  isIn(line: string): boolean {
    const expression = this.#global();
    expression.lastIndex = 0;
    return expression.test(line);
  }

  replaceIn(line: string, by: string): string {
    return line.replace(this.#global(), by);
  }

  #global(): RegExp {
    return (this.#compiled ??= new RegExp(this.#source, this.#flags));
  }
}

/** Classes by Unicode property need the slower mode. */
function needsUnicode(sources: readonly string[]): boolean {
  return sources.some((source) => source.includes('\\p'));
}

/** A pattern of alternatives. */
export function anyOf(...parts: readonly string[]): WordPattern {
  return new WordPattern(parts);
}

function beginningsOf(parts: readonly string[]): Beginnings {
  const words = new Map<number, Alternatives>();
  const anywhere = new Map<number, Alternatives>();
  const rest: string[] = [];
  for (const source of parts.flatMap((part) => alternativesOf(part)).flatMap(headsOf)) {
    const isWord = source.startsWith('\\b');
    const plain = (isWord ? headsOf(source.slice(2)) : [source]).flatMap((each) =>
      secondsOf(each, isWord),
    );
    for (const each of plain) {
      const key = keyOf(each, isWord);
      if (key === null) rest.push(isWord ? `\\b${each}` : each);
      else putInto(isWord ? words : anywhere, key, each);
    }
  }
  const mayBegin = new Uint8Array(BEGIN_BITS + 1);
  for (const unit of anywhere.keys()) mayBegin[unit & BEGIN_BITS] = 1;
  for (const pair of words.keys()) mayBegin[Math.floor(pair / 65_536) & BEGIN_BITS] = 1;
  return { words, anywhere, rest: rest.length === 0 ? null : new Expression(rest), mayBegin };
}

function putInto(map: Map<number, Alternatives>, key: number, source: string): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, new Alternatives(source));
  else held.add(source);
}

function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95;
}

/** A word whose second letter is a choice, as words that each have a certain one. */
function secondsOf(source: string, isWord: boolean): readonly string[] {
  const first = firstOf(source);
  if (!isWord || first === null || !WORD_UNIT.test(first)) return [source];
  return headsOf(source.slice(first.length)).map((tail) => first + tail);
}

/** What a pattern is kept by; null when it begins with no certain character. */
function keyOf(source: string, isWord: boolean): number | null {
  const first = firstOf(source);
  if (first === null) return null;
  if (!isWord) return first.charCodeAt(0);
  const second = firstOf(source.slice(first.length));
  if (!WORD_UNIT.test(first) || second === null) return null;
  return first.charCodeAt(0) * 65_536 + second.charCodeAt(0);
}

/** Whether what ends at `end` ends a word there, as `\\b` would have it after a letter or a digit. */
function isWordEnd(line: string, end: number): boolean {
  return isWordCharacter(line.charCodeAt(end - 1)) !== isWordCharacter(line.charCodeAt(end));
}

function isWordCharacter(unit: number): boolean {
  return isWordUnit(unit) || (unit >= 65 && unit <= 90);
}
