import type { ChatRow } from '#renderer/store/chat-row.ts';

/** Of longer lines the rest is not compared. */
const READ_UP_TO = 400;
/** Whatever stands between two digits is of the number: 1.5 is not 15. */
const POINT = '.';
const SIGNS = /[^\p{L}\p{N}]+/gu;
const DIGIT = /^\d$/;
const [ZERO, NINE, UPPER_A, UPPER_Z, LOWER_A, LOWER_Z] = [48, 57, 65, 90, 97, 122];
/** Full-width forms of ASCII stand this far above it. */
const FULL_WIDTH = 0xfee0;

/**
 * What must be equal for two messages to fold; null for those that never do. Lines are the same
 * whatever their case, width, blanks, punctuation, emoji and repeated letters (哈哈哈 and 哈哈哈哈哈);
 * numbers and words are not passed over, so that two sizes stay two questions. A line of signs alone is
 * compared with its like.
 */
export function foldKey({ event, deletion, text }: ChatRow): string | null {
  if (event.kind !== 'chat' || deletion !== null || event.replyTo !== null) return null;
  const read = text.length > READ_UP_TO ? text.slice(0, READ_UP_TO) : text;
  const words = plainWords(read) ?? wordsOf(read);
  if (words !== '') return words;
  const signs = read.normalize('NFKC').replace(/\s+/gu, '');
  return signs.replace(/(.)\1+/gu, '$1') || null;
}

function wordsOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.replace(SIGNS, (signs: string, at: number) => {
    const isInNumber =
      DIGIT.test(plain[at - 1] ?? '') && DIGIT.test(plain[at + signs.length] ?? '');
    return isInNumber ? POINT : '';
  });
  return withoutRuns(words);
}

/** Three and more of the same are two; digits are numbers and stay. */
function withoutRuns(text: string): string {
  return text.replace(/(\D)\1{2,}/gu, '$1$1');
}

/**
 * The same as `wordsOf` for what nearly every line is made of – ASCII, Chinese and their punctuation –
 * in one pass; null for a line with anything else. Thousands a second come by here.
 */
function plainWords(text: string): string | null {
  let words = '';
  let [last, run, isSignBefore] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const letter = plainLetter(text.charCodeAt(index));
    if (letter === OTHER) return null;
    if (letter === NOTHING) {
      isSignBefore = true;
      continue;
    }
    if (isSignBefore && isDigit(last) && isDigit(letter)) words += POINT;
    isSignBefore = false;
    run = letter === last ? run + 1 : 1;
    last = letter;
    if (run <= 2 || isDigit(letter)) words += String.fromCharCode(letter);
  }
  return words;
}

const NOTHING = 0;
const OTHER = -1;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** A code unit as it is compared; `NOTHING` for signs, `OTHER` for what needs Unicode's own tables. */
function plainLetter(given: number): number {
  const code = given >= 0xff01 && given <= 0xff5e ? given - FULL_WIDTH : given;
  if (code >= LOWER_A && code <= LOWER_Z) return code;
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (isDigit(code)) return code;
  if (code >= UPPER_A && code <= UPPER_Z) return code + (LOWER_A - UPPER_A);
  if (code < 0x80 || (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x301c)) {
    return NOTHING;
  }
  return code >= 0x2010 && code <= 0x2027 ? NOTHING : OTHER;
}
