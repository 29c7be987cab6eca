import { loadUnits, units } from './line-units.ts';

/** Tags of nearly every message: each text has a slot of its own, faster than its name. */
export const TAG = {
  id: 0,
  userId: 1,
  roomId: 2,
  displayName: 3,
  badges: 4,
  badgeInfo: 5,
  color: 6,
  emotes: 7,
  userType: 8,
} as const;
const TEXT_KEYS = [
  'id',
  'user-id',
  'room-id',
  'display-name',
  'badges',
  'badge-info',
  'color',
  'emotes',
  'user-type',
] as const;

/** Tags of nearly every message that are `1` or mean nothing; bits of `Tags.flags`. */
export const FLAG = {
  mod: 1,
  vip: 2,
  subscriber: 4,
  firstMsg: 8,
  returningChatter: 16,
  historical: 32,
} as const;
const FLAG_KEYS = [
  'mod',
  'vip',
  'subscriber',
  'first-msg',
  'returning-chatter',
  'historical',
] as const;
const TIME_KEY = 'tmi-sent-ts';
/** Sent with nearly every message and of no use here. */
const UNUSED_KEYS = ['flags', 'turbo', 'client-nonce', 'rm-received-ts'] as const;

/** A slot of TAG, or the name of any other tag. */
export type TagKey = (typeof TAG)[keyof typeof TAG] | RareKey;
type RareKey = `${string}-${string}-${string}` | RareName;
type RareName =
  | 'bits'
  | 'ban-duration'
  | 'emote-only'
  | 'followers-only'
  | 'login'
  | 'msg-id'
  | 'r9k'
  | 'rm-deleted'
  | 'slow'
  | 'source-id'
  | 'subs-only'
  | 'system-msg';

const NO_TEXTS: readonly (string | undefined)[] = TEXT_KEYS.map(() => undefined);

/** Tag values as they came, still escaped; read them through tag-values.ts. */
export class Tags {
  // A copy keeps the array dense, whichever tag comes first.
  readonly texts: (string | undefined)[] = NO_TEXTS.slice();
  /** Bits of FLAG. */
  flags = 0;
  /** `tmi-sent-ts`; -1 when it is absent or is no number of at most 13 digits. */
  sentTs = -1;
  rare: Map<string, string> | null = null;
  /** Whether any value holds an escape at all; hardly any message does. */
  hasEscapes = false;
  /** Where the tags end in their line. */
  end = 0;
  /** Whether there may be NUL or half of a surrogate pair among them. */
  isSuspect = false;

  /** undefined when the tag is absent or empty. */
  get(key: TagKey): string | undefined {
    return typeof key === 'number' ? this.texts[key] : this.rare?.get(key);
  }

  has(key: TagKey): boolean {
    return this.get(key) !== undefined;
  }
}

export const NO_TAGS: Tags = new Tags();

/** What is done with a tag's value. */
const KEEP_TEXT = 0;
const SET_FLAG = 1;
const READ_TIME = 2;
const DROP = 3;

type KnownKey = {
  readonly hash: number;
  readonly length: number;
  readonly use: typeof KEEP_TEXT | typeof SET_FLAG | typeof READ_TIME | typeof DROP;
  /** Slot of a text, bit of a flag. */
  readonly place: number;
};
const TABLE_BITS = 1023;
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 16_777_619;
/** Known keys by a hash of their letters (FNV-1a), each in a place of its own. */
const KNOWN: readonly (KnownKey | null)[] = knownKeys();

function knownKeys(): readonly (KnownKey | null)[] {
  const table: (KnownKey | null)[] = Array.from({ length: TABLE_BITS + 1 }, () => null);
  function add(key: string, use: KnownKey['use'], place: number): void {
    let hash = HASH_START;
    for (let at = 0; at < key.length; at += 1) {
      hash = Math.imul(hash ^ key.charCodeAt(at), HASH_FACTOR);
    }
    if (table[hash & TABLE_BITS] !== null) throw new Error(`tag ${key} shares its place`);
    table[hash & TABLE_BITS] = { hash, length: key.length, use, place };
  }
  for (const [slot, key] of TEXT_KEYS.entries()) add(key, KEEP_TEXT, slot);
  for (const [bit, key] of FLAG_KEYS.entries()) add(key, SET_FLAG, 1 << bit);
  for (const key of UNUSED_KEYS) add(key, DROP, 0);
  add(TIME_KEY, READ_TIME, 0);
  return table;
}

// A constant of this very file is known to the compiler as one; an imported one is looked up anew.
const letters = units;
const KEY = /^[A-Za-z0-9./+_-]+$/;
const SPACE = 32;
const SEMICOLON = 59;
const EQUALS = 61;
const BACKSLASH = 92;
const SURROGATES = 0xd800;
const LAST_SURROGATE = 0xdfff;
const ZERO = 48;
const ONE = 49;

/**
 * Reads the tags between an offset of a line and the next space; null when they break the grammar:
 * a value without a key, or a key of other characters than IRCv3 allows. Empty values count as
 * absent. `Tags.end` says where they end; a line of nothing but tags ends behind its last letter.
 *
 * A key is recognised by its 32-bit hash and its length, without being cut out; a test proves that
 * no tag Twitch documents is mistaken for another.
 */
export function parseTags(raw: string, start: number): Tags | null {
  loadUnits(raw);
  // A mark behind the line saves asking for its end at every letter.
  letters[raw.length] = SPACE;
  const tags = new Tags();
  let at = start;
  let below = 0;
  while (letters[at] !== SPACE) {
    const keyStart = at;
    let hash = HASH_START;
    let unit = letters[at] ?? SPACE;
    while (unit !== EQUALS && unit !== SEMICOLON && unit !== SPACE) {
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
      at += 1;
      unit = letters[at] ?? SPACE;
    }
    const keyEnd = at;
    if (unit === EQUALS) {
      at += 1;
      unit = letters[at] ?? SPACE;
      while (unit !== SEMICOLON && unit !== SPACE) {
        if (unit >= SURROGATES && unit <= LAST_SURROGATE) tags.isSuspect = true;
        // Negative for NUL alone.
        below |= unit - 1;
        if (unit === BACKSLASH) tags.hasEscapes = true;
        at += 1;
        unit = letters[at] ?? SPACE;
      }
    }
    const known = KNOWN[hash & TABLE_BITS] ?? null;
    if (known !== null && known.hash === hash && known.length === keyEnd - keyStart) {
      if (at > keyEnd + 1) setTag(tags, known, raw, keyEnd + 1, at);
    } else {
      // The letters of other keys were not looked at.
      tags.isSuspect = true;
      if (at === keyEnd + 1 ? keyEnd === keyStart : at > keyEnd) {
        if (at === keyEnd + 1 || !setRareTag(tags, raw, keyStart, keyEnd, at)) return null;
      }
    }
    if (unit === SEMICOLON) at += 1;
  }
  tags.end = at;
  if (below < 0) tags.isSuspect = true;
  return tags;
}

function setTag(tags: Tags, known: KnownKey, raw: string, start: number, end: number): void {
  if (known.use === KEEP_TEXT) {
    tags.texts[known.place] = raw.slice(start, end);
  } else if (known.use === SET_FLAG) {
    // The last of two holds.
    tags.flags &= ~known.place;
    if (end === start + 1 && letters[start] === ONE) tags.flags |= known.place;
  } else if (known.use === READ_TIME) {
    tags.sentTs = readTime(start, end);
  }
}

/** -1 for what is no number of at most 13 digits. */
function readTime(start: number, end: number): number {
  if (end - start > 13) return -1;
  let time = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (letters[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    time = time * 10 + digit;
  }
  return time;
}

/** False when the key breaks the grammar. */
function setRareTag(
  tags: Tags,
  raw: string,
  keyStart: number,
  keyEnd: number,
  valueEnd: number,
): boolean {
  const key = raw.slice(keyStart, keyEnd);
  if (!KEY.test(key)) return false;
  tags.rare ??= new Map();
  tags.rare.set(key, raw.slice(keyEnd + 1, valueEnd));
  return true;
}
