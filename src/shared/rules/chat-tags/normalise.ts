import { SIMPLE_CHARACTERS } from './simple-characters.ts';

/** What is read of a line, in UTF-16 units: the rest of a longer one is never looked at. */
export const READ_UP_TO = 400;

/** Needs nothing but lower case: ASCII, common Chinese characters and the quotes and stops they go with. */
const PLAIN = /^[ -~一-鿿。、“”‘’《》【】「」]*$/u;
/** The same with full-width forms of ASCII among them: 你好，有货吗？ */
const WIDE = /^[ -~一-鿿。、“”‘’《》【】「」！-～]*$/u;
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
/** Cheap to ask first: most lines repeat nothing and hold no old form. */
const REPEATED = /(.)\1/u;
const OLD_FORM = new RegExp(`[${[...SIMPLE_CHARACTERS.keys()].join('')}]`);
const OLD_FORMS = new RegExp(`[${[...SIMPLE_CHARACTERS.keys()].join('')}]`, 'gu');
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * A chat line as rules compare it: the first {@link READ_UP_TO} units; full width, ligatures and
 * styled letters as plain ones (NFKC); lower case; no invisible characters, accents and piled-up
 * marks; the trade's traditional characters in simplified form; repeated characters folded
 * (`sooooo` → `soo`, `？？？` → `?`, `好看看看看` → `好看看`); single blanks, none at the ends.
 * Normalising twice changes nothing. An empty text says that nothing readable is left.
 */
export function normaliseChat(text: string): string {
  const read = text.length > READ_UP_TO ? text.slice(0, READ_UP_TO) : text;
  const plain = PLAIN.test(read)
    ? read.toLowerCase()
    : WIDE.test(read)
      ? read.replace(WIDE_FORMS, narrow).toLowerCase()
      : plainForm(read);
  const simple = OLD_FORM.test(plain)
    ? plain.replace(OLD_FORMS, (character) => SIMPLE_CHARACTERS.get(character) ?? character)
    : plain;
  return (REPEATED.test(simple) ? fold(simple) : simple).trim();
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
