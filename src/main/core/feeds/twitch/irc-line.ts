import { NO_TAGS, parseTags } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';

/** Longest line that is taken apart, in UTF-16 units; Twitch's own limit is below 16 KB. */
export const MAX_LINE_LENGTH = 65_536;

/** Why a line is refused; a short code for counting, never shown as a sentence. */
export type BadLineReason =
  | 'empty'
  | 'too_long'
  | 'nul'
  | 'lone_surrogate'
  | 'bad_tags'
  | 'bad_prefix'
  | 'no_command'
  | 'unknown_command'
  | 'missing_parameters';

/** One IRCv3 line taken apart. */
export type IrcLine = {
  /** Values as they came, still escaped; read them through tag-values.ts. */
  readonly tags: Tags;
  /** The nick of `:nick!user@host`; empty for the server and for a broken prefix. */
  readonly nick: string;
  readonly command: string;
  /** First parameter: the channel with its `#`, or whom the server addresses. */
  readonly target: string;
  /** What follows the first parameter, without the colon of a trailing parameter. */
  readonly text: string | null;
};

const SPACE = 32;
const COLON = 58;

/** Takes one line apart in a single pass; a string is the reason why it cannot be. */
export function parseIrcLine(raw: string): IrcLine | BadLineReason {
  const flaw = findFlaw(raw);
  if (flaw !== null) return flaw;
  let end = raw.length;
  while (end > 0 && isLineEnd(raw.charCodeAt(end - 1))) end -= 1;
  if (end === 0) return 'empty';

  let at = 0;
  let tags = NO_TAGS;
  if (raw.charCodeAt(0) === 64) {
    const tagsEnd = raw.indexOf(' ');
    if (tagsEnd === -1) return 'bad_tags';
    const parsed = parseTags(raw, 1, tagsEnd);
    if (parsed === null) return 'bad_tags';
    tags = parsed;
    at = skipSpaces(raw, tagsEnd);
  }

  let nick = '';
  if (raw.charCodeAt(at) === COLON) {
    const prefixEnd = raw.indexOf(' ', at);
    if (prefixEnd === -1) return 'bad_prefix';
    const bang = raw.indexOf('!', at);
    if (bang !== -1 && bang < prefixEnd) nick = raw.slice(at + 1, bang);
    at = skipSpaces(raw, prefixEnd);
  }
  if (at >= end) return 'no_command';

  const commandEnd = wordEnd(raw, at, end);
  const command = raw.slice(at, commandEnd);
  at = skipSpaces(raw, commandEnd);
  if (at >= end) return { tags, nick, command, target: '', text: null };
  if (raw.charCodeAt(at) === COLON) {
    return { tags, nick, command, target: raw.slice(at + 1, end), text: null };
  }
  const targetEnd = wordEnd(raw, at, end);
  const target = raw.slice(at, targetEnd);
  at = skipSpaces(raw, targetEnd);
  if (at >= end) return { tags, nick, command, target, text: null };
  // A relay may leave the colon away from a message of one word; nothing is lost by taking it all.
  const text = raw.slice(raw.charCodeAt(at) === COLON ? at + 1 : at, end);
  return { tags, nick, command, target, text };
}

function findFlaw(raw: string): BadLineReason | null {
  if (raw.length === 0) return 'empty';
  if (raw.length > MAX_LINE_LENGTH) return 'too_long';
  if (raw.includes('\0')) return 'nul';
  // Neither JSON nor SQLite carries half a character; a WebSocket cannot have delivered one.
  return hasLoneSurrogate(raw) ? 'lone_surrogate' : null;
}

const SURROGATE = /[\uD800-\uDFFF]/;

/** True when half of a surrogate pair stands alone in the text. */
export function hasLoneSurrogate(text: string): boolean {
  const first = text.search(SURROGATE);
  if (first === -1) return false;
  for (let at = first; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff) return true;
    at += 1;
    const low = text.charCodeAt(at);
    if (!(low >= 0xdc00 && low <= 0xdfff)) return true;
  }
  return false;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function skipSpaces(raw: string, from: number): number {
  let at = from;
  while (raw.charCodeAt(at) === SPACE) at += 1;
  return at;
}

function wordEnd(raw: string, from: number, end: number): number {
  const space = raw.indexOf(' ', from);
  return space === -1 || space > end ? end : space;
}
