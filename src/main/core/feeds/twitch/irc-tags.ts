/** Tags of nearly every message: each has a slot of its own, which is faster than its name. */
export const TAG = {
  id: 0,
  userId: 1,
  roomId: 2,
  displayName: 3,
  sentTs: 4,
  badges: 5,
  badgeInfo: 6,
  color: 7,
  emotes: 8,
  mod: 9,
  vip: 10,
  subscriber: 11,
  userType: 12,
  firstMsg: 13,
  returningChatter: 14,
  historical: 15,
} as const;
const SLOT_KEYS = [
  'id',
  'user-id',
  'room-id',
  'display-name',
  'tmi-sent-ts',
  'badges',
  'badge-info',
  'color',
  'emotes',
  'mod',
  'vip',
  'subscriber',
  'user-type',
  'first-msg',
  'returning-chatter',
  'historical',
] as const;
/** Sent with nearly every message and of no use here. */
const UNUSED_KEYS = ['flags', 'turbo', 'client-nonce', 'rm-received-ts'] as const;
const UNUSED_SLOT = -1;
const RARE_SLOT = -2;

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

const SLOTS: ReadonlyMap<string, number> = new Map(SLOT_KEYS.map((key, slot) => [key, slot]));
const NO_VALUES: readonly (string | undefined)[] = SLOT_KEYS.map(() => undefined);

/** Tag values as they came, still escaped; read them through tag-values.ts. */
export class Tags {
  // A copy keeps the array dense, whichever tag comes first.
  readonly usual: (string | undefined)[] = NO_VALUES.slice();
  rare: Map<string, string> | null = null;
  /** Whether any value holds an escape at all; hardly any message does. */
  hasEscapes = false;

  /** undefined when the tag is absent or empty. */
  get(key: TagKey): string | undefined {
    return typeof key === 'number' ? this.usual[key] : this.rare?.get(key);
  }

  has(key: TagKey): boolean {
    return this.get(key) !== undefined;
  }
}

export const NO_TAGS: Tags = new Tags();

type KnownKey = { readonly hash: number; readonly length: number; readonly slot: number };
const TABLE_BITS = 1023;
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 16_777_619;
/** Known keys by a hash of their letters (FNV-1a), each in a place of its own. */
const KNOWN: readonly (KnownKey | null)[] = knownKeys();

function knownKeys(): readonly (KnownKey | null)[] {
  const table: (KnownKey | null)[] = Array.from({ length: TABLE_BITS + 1 }, () => null);
  for (const key of [...SLOT_KEYS, ...UNUSED_KEYS]) {
    let hash = HASH_START;
    for (let at = 0; at < key.length; at += 1) {
      hash = Math.imul(hash ^ key.charCodeAt(at), HASH_FACTOR);
    }
    if (table[hash & TABLE_BITS] !== null) throw new Error(`tag ${key} shares its place`);
    const slot = SLOTS.get(key) ?? UNUSED_SLOT;
    table[hash & TABLE_BITS] = { hash, length: key.length, slot };
  }
  return table;
}

const KEY = /^[A-Za-z0-9./+_-]+$/;
const EQUALS = 61;
const SEMICOLON = 59;

/**
 * Reads the tags between two offsets of a line; null when they break the grammar: a value without a
 * key, or a key of other characters than IRCv3 allows. Empty values count as absent.
 *
 * A key is recognised by its 32-bit hash and its length, without being cut out; a test proves that
 * no tag Twitch documents is mistaken for another.
 */
export function parseTags(raw: string, start: number, end: number): Tags | null {
  const tags = new Tags();
  const backslash = raw.indexOf('\\', start);
  tags.hasEscapes = backslash !== -1 && backslash < end;
  let at = start;
  while (at < end) {
    const keyStart = at;
    let hash = HASH_START;
    let unit = SEMICOLON;
    while (at < end) {
      unit = raw.charCodeAt(at);
      if (unit === EQUALS || unit === SEMICOLON) break;
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
      at += 1;
    }
    const keyEnd = at;
    if (unit === EQUALS) at = valueEndAfter(raw, at + 1, end);
    if (at > keyEnd + 1) {
      const slot = slotOf(keyEnd - keyStart, hash);
      if (slot >= 0) tags.usual[slot] = raw.slice(keyEnd + 1, at);
      else if (slot === RARE_SLOT && !setRareTag(tags, raw, keyStart, keyEnd, at)) return null;
    } else if (keyEnd === keyStart && at > keyEnd) {
      return null;
    }
    at += 1;
  }
  return tags;
}

/** Most values are empty or one character long; only for the others is a search worth its call. */
function valueEndAfter(raw: string, start: number, end: number): number {
  if (start >= end || raw.charCodeAt(start) === SEMICOLON) return start;
  if (start + 1 < end && raw.charCodeAt(start + 1) === SEMICOLON) return start + 1;
  const found = raw.indexOf(';', start + 1);
  return found === -1 || found > end ? end : found;
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

function slotOf(length: number, hash: number): number {
  const known = KNOWN[hash & TABLE_BITS];
  // Absent only beyond the table, which the mask excludes.
  if (known === null || known === undefined) return RARE_SLOT;
  return known.hash === hash && known.length === length ? known.slot : RARE_SLOT;
}
