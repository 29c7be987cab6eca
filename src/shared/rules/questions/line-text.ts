import { normaliseChat } from '../chat-tags/normalise.ts';

/** A line longer than this is a speech; what it asks is looked for in its beginning. */
const CHARACTERS_READ = 200;

const LINK = /\b(?:https?:\/+|www\.)\S+/gu;
const MENTION = /[@＠][\p{L}\p{N}_.-]{1,40}/gu;
/** Emotes as platforms write them: [doge], :smile: */
const EMOTE = /\[[^\][]{1,20}\]|:[a-z][a-z0-9_]{1,30}:/gu;

/** A chat line as it is compared: one width, small letters, no links, names or emotes. */
export function comparedText(line: string): string {
  return normaliseChat(line.slice(0, CHARACTERS_READ))
    .replace(LINK, ' ')
    .replace(MENTION, ' ')
    .replace(EMOTE, ' ')
    .replace(/[‘’`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A line as it is shown for many: without the people it calls. */
export function withoutNames(line: string): string {
  const text = line.replace(MENTION, ' ').replace(/\s+/gu, ' ').trim();
  return text === '' ? line.trim() : text;
}

export type LineLanguage = 'zh' | 'en' | 'other';

const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LATIN = /[a-z]/u;
const OTHER_LETTER = /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/u;

/** What a compared line is written in; null when it has no letter of any script. */
export function languageOf(text: string): LineLanguage | null {
  if (KANA_OR_HANGUL.test(text)) return 'other';
  if (HAN.test(text)) return 'zh';
  if (OTHER_LETTER.test(text)) return 'other';
  if (LATIN.test(text)) return 'en';
  return /\p{L}/u.test(text) ? 'other' : null;
}
