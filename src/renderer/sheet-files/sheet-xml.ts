import { SheetRefused } from './sheet-reading.ts';

/** An element is held whole before it is read; none of a permitted sheet is larger. */
const ELEMENT_MAX_CHARS = 8_000_000;

/**
 * Elements of one name out of XML that comes in pieces, each as its opening tag and what is inside.
 * For the flat lists that sheets are made of: an element of the name never holds another one. What a
 * document type declares is not looked at, so that no entity can grow.
 */
export async function* elements(
  pieces: AsyncIterable<string>,
  name: string,
): AsyncGenerator<{ readonly tag: string; readonly inside: string }, void> {
  const read = new ElementReader(name);
  for await (const piece of pieces) {
    read.add(piece);
    for (let found = read.next(); found !== null; found = read.next()) yield found;
  }
}

class ElementReader {
  readonly #name: string;
  #text = '';
  #at = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(piece: string): void {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    if (this.#text.length > ELEMENT_MAX_CHARS) throw new SheetRefused('damaged');
  }

  /** The next element that is there whole; null: more of the text is needed. */
  next(): { tag: string; inside: string } | null {
    const start = openingOf(this.#text, this.#name, this.#at);
    if (start === -1) {
      // A tag may be cut in two by the end of a piece.
      this.#at = Math.max(this.#at, this.#text.length - this.#name.length - 2);
      return null;
    }
    this.#at = start;
    const tagEnd = this.#text.indexOf('>', start);
    if (tagEnd === -1) return null;
    const tag = this.#text.slice(start, tagEnd + 1);
    if (tag.endsWith('/>')) {
      this.#at = tagEnd + 1;
      return { tag, inside: '' };
    }
    const closing = `</${this.#name}>`;
    const close = this.#text.indexOf(closing, tagEnd);
    if (close === -1) return null;
    this.#at = close + closing.length;
    return { tag, inside: this.#text.slice(tagEnd + 1, close) };
  }
}

/** All elements of a name in text that is there whole. */
export function elementsIn(text: string, name: string): { tag: string; inside: string }[] {
  const read = new ElementReader(name);
  read.add(text);
  const found: { tag: string; inside: string }[] = [];
  for (let each = read.next(); each !== null; each = read.next()) found.push(each);
  return found;
}

function openingOf(text: string, name: string, from: number): number {
  let at = text.indexOf(`<${name}`, from);
  while (at !== -1) {
    const next = text.charAt(at + name.length + 1);
    if (next === '>' || next === '/' || /\s/.test(next)) return at;
    at = text.indexOf(`<${name}`, at + 1);
  }
  return -1;
}

/** Asked for with every cell, and of few names. */
const patterns = new Map<string, RegExp>();

/** The value of an attribute of an opening tag; null where it has none. */
export function attributeOf(tag: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? null : unescapeXml(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const isHex = name.charAt(1).toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The text of a string of a sheet (`si`, `is`): its `t` elements joined, without the reading aids of
 * `rPh`. Characters that XML cannot hold stand as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19).
 */
export function stringOf(inside: string): string {
  const spoken = inside.includes('<rPh') ? withoutReadings(inside) : inside;
  const text = elementsIn(spoken, 't')
    .map((each) => unescapeXml(each.inside))
    .join('');
  return unescapeUnits(text);
}

function withoutReadings(inside: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = openingOf(inside, 'rPh', at);
    const end = start === -1 ? -1 : inside.indexOf('</rPh>', start);
    if (end === -1) return kept + inside.slice(at);
    kept += inside.slice(at, start);
    at = end + '</rPh>'.length;
  }
}

export function unescapeUnits(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
