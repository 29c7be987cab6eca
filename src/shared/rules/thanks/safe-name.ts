import type { RiskMatcher } from '../risk-words/matcher.ts';
import { riskMatcher } from '../risk-words/starter.ts';
import { ABUSE, CONTACT, SPOOF } from './name-words.ts';

/** What a host reads at a glance: so many Chinese characters, or twice as many Latin letters. */
export const NAME_WIDTH = 24;

const INVISIBLE =
  /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]/gu;
const EMOJI =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1f3fb}-\u{1f3ff}]|[\ufe00-\ufe0f]|\u20e3/gu;
/** Marks that are stacked onto a letter; two can belong to it, more are there to overflow the line. */
const STACKED = /\p{M}{3,}/gu;
const PRONOUNCED = /[\p{L}\p{N}]/u;
const LINK =
  /:\/\/|\bwww\b|@|[\p{L}\p{N}]\s?[.。．]\s?(?:com|cn|net|org|top|vip|xyz|shop|store|club|live|info|link|site|app|me|tv|cc|io|co|gg|ru|tk|ly)(?![\p{L}\p{N}])/iu;
const DIGITS = /[\d零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖幺]/gu;
/** From so many digits on a name may be a number to call. */
const PHONE_DIGITS = 7;

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const;

let words: RiskMatcher | null = null;

/** The product's own words of risk, and those that stand in names alone; made when first asked for. */
function dangerous(): RiskMatcher {
  words ??= riskMatcher([...ABUSE, ...SPOOF, ...CONTACT]);
  return words;
}

/**
 * A name as a host can read it aloud: nothing unseen, no pictures, cut where it is long. Null where it
 * must not be read at all – a link, a number to call, an insult, a word of risk, somebody who pretends
 * to be of the room – or where nothing of it can be pronounced: say "a friend" then.
 */
export function safeName(name: string): string | null {
  const tidy = tidied(name);
  // As a whole first: what is cut off would be searched for all the same.
  if (isUnsafe(tidy)) return null;
  const cut = tidied(cutTo(tidy, NAME_WIDTH));
  return isUnsafe(cut) ? null : cut;
}

function tidied(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/\p{Cc}+/gu, ' ')
      .replace(INVISIBLE, '')
      .replace(EMOJI, ' ')
      .replace(STACKED, '')
      .normalize('NFC')
      // Braces would be taken for a variable.
      .replace(/[{}｛｝<>|\\`~^]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')
  );
}

function isUnsafe(name: string): boolean {
  if (!PRONOUNCED.test(name)) return true;
  if (LINK.test(name)) return true;
  if ((name.match(DIGITS) ?? []).length >= PHONE_DIGITS) return true;
  if (SCRIPTS.filter((script) => script.test(name)).length > 1) return true;
  return dangerous().find(name).length > 0;
}

/** Never within a character; Latin names at the end of a word where one is near. */
function cutTo(name: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of name) {
    used += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]|[\u{20000}-\u{3fffd}]/u.test(
      character,
    )
      ? 2
      : 1;
    if (used > width) break;
    end += character.length;
  }
  if (end === name.length) return name;
  const space = name.lastIndexOf(' ', end);
  return name.slice(0, space > end / 2 ? space : end);
}
