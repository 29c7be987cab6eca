import {
  ENGLISH_COLOURS,
  ENGLISH_PHRASES,
  ENGLISH_STOP_WORDS,
  ENGLISH_TOPICS,
} from './english-words.ts';
import type { ReadTopic } from './topic.ts';
import { sizeName } from './size-name.ts';
import { stemOf } from './english-stem.ts';

const NUMERALS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
};
/** "one" counts only where something is numbered: "this one" is no number. */
const NUMBERED_ONE = /\b(link|number|item|no|nr|product) one\b/gu;
/** Why somebody asks denies nothing. */
const IF_UNWANTED = /\bif (?:i|it|we)\b[^?,.]*\b(?:not (?:like|fit|work|want)|no good)\b[^?,.]*/gu;
/** "The fabric" of what is said of it. */
const THE_FABRIC = /\bthe (?:fabric|material|cloth)\b/gu;
const NOT = /\b(?:not|no|never|without|cannot)\b/u;
/** "After washing" goes without saying where something shrinks, fades, pills or loses its shape. */
const WEARS = /\b(?:shr[iu]nk|fad|bleed|pill|shape)/u;
const IN_THE_WASH =
  /\b(?:in the|after|when|once|if)(?: (?:it|you|i|is|are|gets?|a|the|first|few|one))* (?:wash(?:ed|es|ing)?|laundry)\b/gu;
const SIZES: ReadonlySet<string> = new Set(
  'xxs xs s m l xl xxl xxxl 2xl 3xl 4xl 5xl 6xl small medium large'.split(' '),
);
const COLOURS: ReadonlySet<string> = new Set(ENGLISH_COLOURS);

/** What an English line asks: stems without stop words. `text` is a compared text. */
export function englishTopic(text: string): ReadTopic {
  const exact = new Set<string>();
  const words = new Set<string>();
  let rest = spelledOut(text).replace(IF_UNWANTED, ' ');
  if (WEARS.test(rest)) rest = rest.replace(IN_THE_WASH, ' ');
  for (const [form, topic] of ENGLISH_PHRASES) {
    const without = rest.replace(form, ' ');
    if (without !== rest) (topic.startsWith('?') ? exact : words).add(topic);
    rest = without;
  }
  rest = rest.replace(THE_FABRIC, ' ');
  if (NOT.test(rest)) exact.add('not');
  for (const token of rest.match(/\d+(?:\.\d+)?|[a-z0-9]+/gu) ?? []) {
    const number =
      NUMERALS[token] ??
      /^#?(\d+(?:\.\d+)?)(?:cm|kg|lb|lbs|in|inch|oz|g|st|nd|rd|th)?$/u.exec(token)?.[1];
    if (number !== undefined) exact.add(String(Number(number)));
    else if (SIZES.has(token)) exact.add(`size:${sizeName(token)}`);
    else if (COLOURS.has(token)) exact.add(`colour:${token}`);
    else addWord(token, words);
  }
  dropImplied(words, exact);
  // "size M?", "any in black?": what is asked is whether there is one.
  if (words.size === 0 && exact.size > 0) words.add('#stock');
  return { exact: [...exact].sort().join(' '), words };
}

const FIBRES: readonly string[] = ['#wool', '#silk', '#linen', '#cotton'];

/** What another word says already. */
function dropImplied(words: Set<string>, exact: ReadonlySet<string>): void {
  if ([...exact].some((each) => each.startsWith('size:'))) words.delete('how-big');
  if (words.has('#fabric-of')) {
    words.delete('#fabric-of');
    if (!FIBRES.some((fibre) => words.has(fibre))) words.add('#fabric');
  } else if (FIBRES.some((fibre) => words.has(fibre))) words.delete('#fabric');
  if (words.size > 1) words.delete('good');
}

function addWord(token: string, words: Set<string>): void {
  if (token.length < 2 || ENGLISH_STOP_WORDS.has(token)) return;
  const stem = stemOf(token);
  if (ENGLISH_STOP_WORDS.has(stem)) return;
  words.add(ENGLISH_TOPICS.get(stem) ?? stem);
}

function spelledOut(text: string): string {
  return text
    .replace(/\bcan'?t\b/gu, 'can not')
    .replace(/\bwon'?t\b/gu, 'will not')
    .replace(/\b(is|are|do|does|did|has|have|was|were|would|could|should)n'?t\b/gu, '$1 not')
    .replace(/'(?:s|re|m|ll|ve|d)\b/gu, '')
    .replace(/-/gu, ' ')
    .replace(NUMBERED_ONE, '$1 1');
}
