import { NO_TAGS, parseTags } from './irc-tags.ts';
import type { Tags } from './irc-tags.ts';
import { hasSuspectUnit, loadUnits, MAX_LINE_LENGTH, units } from './line-units.ts';

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

/** See irc-tags.ts. */
const letters = units;
const SPACE = 32;
const COLON = 58;
const AT = 64;
const BANG = 33;
const PRIVMSG = Uint16Array.from(Buffer.from('PRIVMSG'));

/** Takes one line apart in a single pass; a string is the reason why it cannot be. */
export function parseIrcLine(raw: string): IrcLine | BadLineReason {
  let end = raw.length;
  if (end === 0) return 'empty';
  if (end > MAX_LINE_LENGTH) return 'too_long';
  const tags = raw.charCodeAt(0) === AT ? parseTags(raw, 1) : NO_TAGS;
  const flaw = findFlaw(raw, tags);
  if (flaw !== null) return flaw;
  while (end > 0 && isLineEnd(raw.charCodeAt(end - 1))) end -= 1;
  if (end === 0) return 'empty';
  // Tags are followed by a space at least.
  if (tags === null || tags.end === raw.length) return 'bad_tags';
  let at = tags === NO_TAGS ? 0 : skipSpaces(tags.end, end);

  let nick = '';
  if (letters[at] === COLON) {
    let bang = at + 1;
    while (bang < end && letters[bang] !== BANG && letters[bang] !== SPACE) bang += 1;
    if (letters[bang] === BANG && bang < end) nick = raw.slice(at + 1, bang);
    // What follows the nick is long and of no use.
    const prefixEnd = raw.indexOf(' ', bang);
    if (prefixEnd === -1) return 'bad_prefix';
    at = skipSpaces(prefixEnd, end);
  }
  if (at >= end) return 'no_command';

  const commandEnd = wordEnd(at, end);
  // Not cut out where it is the usual one: that string is told from others without reading it.
  const command = isPrivateMessage(at, commandEnd) ? 'PRIVMSG' : raw.slice(at, commandEnd);
  at = skipSpaces(commandEnd, end);
  if (at >= end) return { tags, nick, command, target: '', text: null };
  if (letters[at] === COLON) {
    return { tags, nick, command, target: raw.slice(at + 1, end), text: null };
  }
  const targetEnd = wordEnd(at, end);
  const target = raw.slice(at, targetEnd);
  at = skipSpaces(targetEnd, end);
  if (at >= end) return { tags, nick, command, target, text: null };
  // A relay may leave the colon away from a message of one word; nothing is lost by taking it all.
  const text = raw.slice(letters[at] === COLON ? at + 1 : at, end);
  return { tags, nick, command, target, text };
}

/** Text no WebSocket can have carried; the tags, where they could be read, were looked at already. */
function findFlaw(raw: string, tags: Tags | null): BadLineReason | null {
  loadUnits(raw);
  if (tags !== null && !tags.isSuspect && !hasSuspectUnit(tags.end, raw.length)) return null;
  if (raw.includes('\0')) return 'nul';
  // Neither JSON nor SQLite carries half a character.
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

function isPrivateMessage(start: number, end: number): boolean {
  if (end - start !== PRIVMSG.length) return false;
  for (let at = 0; at < PRIVMSG.length; at += 1) {
    if (letters[start + at] !== PRIVMSG[at]) return false;
  }
  return true;
}

function skipSpaces(from: number, end: number): number {
  let at = from;
  while (at < end && letters[at] === SPACE) at += 1;
  return at;
}

function wordEnd(from: number, end: number): number {
  let at = from;
  while (at < end && letters[at] !== SPACE) at += 1;
  return at;
}
