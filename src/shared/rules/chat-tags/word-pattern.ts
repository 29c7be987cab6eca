/**
 * Thousands of words in one expression take long to compile and are tried one after the other at
 * every character. Here they are kept by what they begin with, the first two letters of a word or
 * one other character; each small expression is compiled when a line first holds such a beginning.
 */

/** A group at the beginning is only taken apart into so many alternatives. */
const MAX_HEADS = 24;
const WORD_UNIT = /[a-z0-9_]/;

/** Words and phrases that are looked for together. */
class WordPattern {
  /** By the first two letters; only where a word begins. */
  readonly #words = new Map<number, Expressions>();
  /** By the first character, anywhere. */
  readonly #anywhere = new Map<number, Expressions>();
  /** What begins with no certain character. */
  readonly #rest: Expressions | null;

  constructor(parts: readonly string[]) {
    const rest: string[] = [];
    for (const source of parts.flatMap((part) => alternativesOf(part)).flatMap(headsOf)) {
      const isWord = source.startsWith('\\b');
      const plain = (isWord ? headsOf(source.slice(2)) : [source]).flatMap((each) =>
        secondsOf(each, isWord),
      );
      for (const each of plain) {
        const key = keyOf(each, isWord);
        if (key === null) rest.push(isWord ? `\\b${each}` : each);
        else putInto(isWord ? this.#words : this.#anywhere, key, each);
      }
    }
    this.#rest = rest.length === 0 ? null : new Expressions(rest);
  }

  test(line: string): boolean {
    if (this.#rest?.isIn(line) === true) return true;
    for (let at = 0; at < line.length; at += 1) if (this.#endAt(line, at) > at) return true;
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
    return this.#rest === null ? text : this.#rest.replaceIn(text, by);
  }

  /** Where what begins at `at` ends; `at` itself when nothing does. */
  #endAt(line: string, at: number): number {
    const unit = line.charCodeAt(at);
    const end = this.#anywhere.get(unit)?.endAt(line, at) ?? at;
    if (end > at || !isWordUnit(unit) || (at > 0 && isWordUnit(line.charCodeAt(at - 1))))
      return end;
    return this.#words.get(unit * 65_536 + line.charCodeAt(at + 1))?.endAt(line, at) ?? at;
  }
}

/** Alternatives of one beginning, compiled when they are first needed. */
class Expressions {
  readonly #sources: string[];
  #sticky: RegExp | null = null;
  #global: RegExp | null = null;

  constructor(sources: readonly string[]) {
    this.#sources = [...sources];
  }

  add(source: string): void {
    this.#sources.push(source);
  }

  endAt(line: string, at: number): number {
    this.#sticky ??= this.#compiled('y');
    this.#sticky.lastIndex = at;
    return this.#sticky.test(line) ? this.#sticky.lastIndex : at;
  }

  isIn(line: string): boolean {
    this.#global ??= this.#compiled('g');
    this.#global.lastIndex = 0;
    return this.#global.test(line);
  }

  replaceIn(line: string, by: string): string {
    this.#global ??= this.#compiled('g');
    return line.replace(this.#global, by);
  }

  #compiled(flags: string): RegExp {
    // Classes by Unicode property need the slower mode.
    const isUnicode = this.#sources.some((source) => source.includes('\\p'));
    return new RegExp(this.#sources.join('|'), isUnicode ? `${flags}u` : flags);
  }
}

/** A pattern of alternatives. */
export function anyOf(...parts: readonly string[]): WordPattern {
  return new WordPattern(parts);
}

function putInto(map: Map<number, Expressions>, key: number, source: string): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, new Expressions([source]));
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

/** The plain character a pattern begins with, or null when it begins with something else. */
function firstOf(source: string): string | null {
  const first = [...source][0] ?? '';
  const after = source.slice(first.length);
  const isPlain = first !== '' && !'\\^$.|?*+()[]{}-'.includes(first);
  return isPlain && !/^[?*+{]/.test(after) ? first : null;
}

/** A pattern that begins with a group, a class or something optional, as patterns that do not. */
function headsOf(source: string): readonly string[] {
  const end = endOfFirst(source);
  if (end === null) return [source];
  const [head, after] = [source.slice(0, end), source.slice(end)];
  const isOptional = after.startsWith('?') && !after.startsWith('??');
  if (/^[*+{?]/.test(after) && !isOptional) return [source];
  const rest = isOptional ? after.slice(1) : after;
  const choices = head.startsWith('(?:')
    ? alternativesOf(head.slice(3, -1))
    : head.startsWith('[')
      ? Array.from(head.slice(1, -1))
      : [head];
  if (
    choices.length > MAX_HEADS ||
    (choices.length === 1 && !head.startsWith('(?:') && !isOptional)
  ) {
    return [source];
  }
  const heads = [...choices.map((choice) => choice + rest), ...(isOptional ? [rest] : [])];
  return heads.flatMap((each) => (each === source ? [each] : headsOf(each)));
}

/** Where the group, plain class or optional character ends that a pattern begins with. */
function endOfFirst(source: string): number | null {
  if (source.startsWith('(?:')) return closingOf(source) + 1;
  if (/^\[[^\]\\^$.|?*+()[{}-]+\]/.test(source)) return source.indexOf(']') + 1;
  const first = [...source][0] ?? '';
  if (firstOf(first) !== null && source.startsWith('?', first.length)) return first.length;
  return null;
}

function closingOf(source: string): number {
  let [depth, isClass] = [0, false];
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (isClass) isClass = unit !== ']';
    else if (unit === '[') isClass = true;
    else if (unit === '(') depth += 1;
    else if (unit === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return source.length;
}

/** Splits at the bars that stand in no group and no class. */
function alternativesOf(source: string): readonly string[] {
  const found: string[] = [];
  let [depth, isClass, start] = [0, false, 0];
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (isClass) isClass = unit !== ']';
    else if (unit === '[') isClass = true;
    else if (unit === '(') depth += 1;
    else if (unit === ')') depth -= 1;
    else if (unit === '|' && depth === 0) {
      found.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, source.slice(start)];
}
