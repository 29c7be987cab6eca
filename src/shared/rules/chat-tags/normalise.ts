import { SIMPLE_CHARACTERS } from './simple-characters.ts';

/** What is read of a line, in UTF-16 units: the rest of a longer one is never looked at. */
export const READ_UP_TO = 400;

const WIDE_FORMS = /[！-～]/gu;
const WIDE_ABOVE_ASCII = 0xfee0;
/** Takes no room of its own: zero-width, direction marks, soft hyphen, fillers, selectors, tags. */
const INVISIBLE =
  /(?:[\p{Cc}\p{Cf}]|\u{34F}|[\u{115F}-\u{1160}]|[\u{17B4}-\u{17B5}]|\u{3164}|\u{FFA0}|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}])+/gu;
const BLANKS = /\s+/gu;
/**
 * Marks set on Latin, Greek and Cyrillic letters and on symbols. Those that other scripts are
 * written with (Thai, Arabic, Hindi vowels, Japanese voicing) stay.
 */
const MARKS =
  /(?:[\u0300-\u036F]|[\u0483-\u0489]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F])+/gu;
/** Three or more of a letter are two, of a sign or an emoji one; digits are numbers and stay. */
const LONG_RUN = /([^\d\s])\1{2,}/gu;
const SIGN_RUN = /([^\p{L}\p{N}\s])\1+/gu;
const LETTER = /\p{L}/u;
const OLD_FORMS = new RegExp(`[${[...SIMPLE_CHARACTERS.keys()].join('')}]`, 'gu');
const LONE_SURROGATE = /\p{Cs}/gu;

/** What there is to do about a line; most need next to nothing, and which is told by one look. */
const UPPER = 1;
const WIDE = 2;
const OLD = 4;
/** Three of a letter, two of a sign or a blank. */
const REPEATED = 8;
/** Neither ASCII nor a common Chinese character nor a stop that goes with them. */
const STRANGE = 16;

let needsOfUnit: Uint8Array | null = null;

function unitTable(): Uint8Array {
  const table = new Uint8Array(65_536).fill(STRANGE);
  table.fill(0, 0x20, 0x7f);
  table.fill(0, 0x4e00, 0xa000);
  for (const stop of '。、“”‘’《》【】「」') table[stop.charCodeAt(0)] = 0;
  table.fill(UPPER, 0x41, 0x5b);
  table.fill(WIDE, 0xff01, 0xff5f);
  for (const old of SIMPLE_CHARACTERS.keys()) table[old.charCodeAt(0)] = OLD;
  return table;
}

/** Whether a unit may stand twice in a row: a letter, a digit, a Chinese character. */
function mayDouble(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0x4e00 && unit < 0xa000)
  );
}

function needsOf(text: string): number {
  needsOfUnit ??= unitTable();
  let [needs, before, run] = [0, -1, 1];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    needs |= needsOfUnit[unit] ?? 0;
    run = unit === before ? run + 1 : 1;
    if (run === 2 && !mayDouble(unit)) needs |= REPEATED;
    // Digits are numbers and stay.
    else if (run === 3 && (unit < 48 || unit > 57)) needs |= REPEATED;
    before = unit;
  }
  return needs;
}

/**
 * A chat line as rules compare it: the first {@link READ_UP_TO} units; full width, ligatures and
 * styled letters as plain ones (NFKC); lower case; no invisible characters, accents and piled-up
 * marks; the trade's traditional characters in simplified form; repeated characters folded
 * (`sooooo` → `soo`, `？？？` → `?`, `好看看看看` → `好看看`); single blanks, none at the ends.
 * Normalising twice changes nothing. An empty text says that nothing readable is left.
 */
export function normaliseChat(text: string): string {
  const read = text.length > READ_UP_TO ? text.slice(0, READ_UP_TO) : text;
  const needs = needsOf(read);
  if ((needs & STRANGE) !== 0) return fold(withSimple(plainForm(read))).trim();
  const narrowed = (needs & WIDE) === 0 ? read : read.replace(WIDE_FORMS, narrow);
  const lower = (needs & (UPPER | WIDE)) === 0 ? narrowed : narrowed.toLowerCase();
  const simple = (needs & OLD) === 0 ? lower : withSimple(lower);
  // Other letters may have become the same.
  const isRepeated = (needs & (REPEATED | UPPER | WIDE | OLD)) !== 0;
  return (isRepeated && (needsOf(simple) & REPEATED) !== 0 ? fold(simple) : simple).trim();
}

function withSimple(text: string): string {
  return text.replace(OLD_FORMS, (character) => SIMPLE_CHARACTERS.get(character) ?? character);
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - WIDE_ABOVE_ASCII);
}

function fold(text: string): string {
  return text
    .replace(LONG_RUN, (_run, character: string) =>
      LETTER.test(character) ? character + character : character,
    )
    .replace(SIGN_RUN, '$1')
    .replace(BLANKS, ' ');
}

/** Composing can bring forth a capital, a blank or a mark again; two rounds settle all of them. */
function plainForm(text: string): string {
  const once = round(text.replace(LONE_SURROGATE, ''));
  return round(once).slice(0, READ_UP_TO * 2);
}

function round(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(MARKS, '')
    .normalize('NFKC')
    .toLowerCase();
}
