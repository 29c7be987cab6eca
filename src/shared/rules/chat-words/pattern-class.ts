import { othersThan, rangeOf, setOf, unionOf, type CharacterSet } from './character-set.ts';

type Found =
  | { readonly ok: true; readonly set: CharacterSet; readonly end: number }
  | {
      readonly ok: false;
      readonly why: 'bad_syntax' | 'unsupported' | 'backreference';
      readonly at: number;
      readonly length: number;
    };

const DIGITS = rangeOf(0x30, 0x39);
const WORD = unionOf([DIGITS, rangeOf(0x61, 0x7a), setOf('_')]);
const BLANK = unionOf([rangeOf(9, 13), setOf('\u00a0'), [[0x20, 0x20]], [[0x3000, 0x3000]]]);
const KINDS: Readonly<Record<string, CharacterSet>> = {
  d: DIGITS,
  D: othersThan(DIGITS),
  w: WORD,
  W: othersThan(WORD),
  s: BLANK,
  S: othersThan(BLANK),
};
const MARKS = '\\^$.|?*+()[]{}-/';

/** Reads `\d`, `\.` and their like; `at` is the place of the backslash. */
export function parseEscape(source: string, at: number): Found {
  const character = String.fromCodePoint(source.codePointAt(at + 1) ?? 0);
  const end = at + 1 + character.length;
  if (at + 1 >= source.length) return { ok: false, why: 'bad_syntax', at, length: 1 };
  const kind = KINDS[character];
  if (kind !== undefined) return { ok: true, set: kind, end };
  if (/[1-9k]/.test(character)) return { ok: false, why: 'backreference', at, length: 2 };
  // \b, \p{…}, \u…: a letter after a backslash means something else than itself.
  if (/[a-z0-9]/i.test(character)) return { ok: false, why: 'unsupported', at, length: 2 };
  const isMark = MARKS.includes(character);
  return { ok: true, set: isMark ? pointOf(character) : setOf(character), end };
}

/** Reads a class; `at` is the place of its opening bracket. */
export function parseClass(source: string, at: number): Found {
  const isNot = source[at + 1] === '^';
  const sets: CharacterSet[] = [];
  let next = at + (isNot ? 2 : 1);
  for (;;) {
    const character = source.codePointAt(next);
    if (character === undefined) return { ok: false, why: 'bad_syntax', at, length: 1 };
    if (source[next] === ']') break;
    const from = memberAt(source, next);
    if (!from.ok) return from;
    next = from.end;
    const isRange = source[next] === '-' && next + 1 < source.length && source[next + 1] !== ']';
    if (!isRange) {
      sets.push(from.set);
      continue;
    }
    const to = memberAt(source, next + 1);
    if (!to.ok) return to;
    const [first, last] = [from.point, to.point];
    const length = to.end - next;
    if (first === null || last === null || first > last) {
      return { ok: false, why: 'bad_syntax', at: next, length };
    }
    sets.push(rangeOf(first, last));
    next = to.end;
  }
  if (sets.length === 0) return { ok: false, why: 'bad_syntax', at, length: 2 };
  const union = unionOf(sets);
  return { ok: true, set: isNot ? othersThan(union) : union, end: next + 1 };
}

/** One character of a class, or a kind of characters (`point` null). */
function memberAt(
  source: string,
  at: number,
):
  | Extract<Found, { ok: false }>
  | (Extract<Found, { ok: true }> & { readonly point: number | null }) {
  if (source[at] === '\\') {
    const found = parseEscape(source, at);
    if (!found.ok) return found;
    const isKind = KINDS[source[at + 1] ?? ''] !== undefined;
    return { ...found, point: isKind ? null : (source.codePointAt(at + 1) ?? null) };
  }
  const point = source.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(point);
  return { ok: true, set: setOf(character), end: at + character.length, point };
}

function pointOf(character: string): CharacterSet {
  const point = character.codePointAt(0) ?? 0;
  return [[point, point]];
}
