/** What a tag section is read into: most messages carry the same few tags, the rest is rare. */
export type Tags = {
  /** Whether any value holds an escape at all; hardly any message does. */
  readonly hasEscapes: boolean;
  /** The tag's value as it came, still escaped; undefined when it is absent or empty. */
  get(key: string): string | undefined;
  has(key: string): boolean;
};

/** Tags of nearly every message, each with a slot of its own. */
const USUAL_TAGS = [
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
const UNUSED_TAGS = ['flags', 'turbo', 'client-nonce', 'rm-received-ts'] as const;

const SLOTS: ReadonlyMap<string, number> = new Map(USUAL_TAGS.map((key, slot) => [key, slot]));
const UNUSED_SLOT = -1;
const RARE_SLOT = -2;

type KnownKey = { readonly key: string; readonly first: number; readonly slot: number };
/** Known keys by their length: a key is recognised in the line without cutting it out. */
const KNOWN_BY_LENGTH: readonly (readonly KnownKey[])[] = Array.from({ length: 24 }, (_, length) =>
  [...USUAL_TAGS, ...UNUSED_TAGS]
    .filter((key) => key.length === length)
    .map((key) => ({ key, first: key.charCodeAt(0), slot: SLOTS.get(key) ?? UNUSED_SLOT })),
);

const NO_VALUES: readonly (string | undefined)[] = USUAL_TAGS.map(() => undefined);

class LineTags implements Tags {
  // A copy keeps the array dense, whichever tag comes first.
  readonly usual: (string | undefined)[] = NO_VALUES.slice();
  rare: Map<string, string> | null = null;
  hasEscapes = false;

  get(key: string): string | undefined {
    const slot = SLOTS.get(key);
    return slot === undefined ? this.rare?.get(key) : this.usual[slot];
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

export const NO_TAGS: Tags = new LineTags();

/** Letters, digits and the few marks a key may have; everything else ends it. */
const KEY_UNITS = new Uint8Array(128);
for (const unit of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./+_') {
  KEY_UNITS[unit.charCodeAt(0)] = 1;
}

const EQUALS = 61;
const SEMICOLON = 59;

/**
 * Reads the tags between two offsets of a line; null when they break the grammar: a value without a
 * key, or a key of other characters than IRCv3 allows. Empty values count as absent.
 */
export function parseTags(raw: string, start: number, end: number): Tags | null {
  const tags = new LineTags();
  const backslash = raw.indexOf('\\');
  tags.hasEscapes = backslash !== -1 && backslash < end;
  let at = start;
  while (at < end) {
    const keyStart = at;
    while (at < end && KEY_UNITS[raw.charCodeAt(at)] === 1) at += 1;
    const unit = at < end ? raw.charCodeAt(at) : SEMICOLON;
    if (unit === EQUALS) {
      if (at === keyStart) return null;
      const keyEnd = at;
      at += 1;
      if (at < end && raw.charCodeAt(at) !== SEMICOLON) {
        at = raw.indexOf(';', at);
        if (at === -1 || at > end) at = end;
        setTag(tags, raw, keyStart, keyEnd, at);
      }
    } else if (unit !== SEMICOLON) {
      return null;
    }
    at += 1;
  }
  return tags;
}

function setTag(
  tags: LineTags,
  raw: string,
  keyStart: number,
  keyEnd: number,
  valueEnd: number,
): void {
  const slot = slotOf(raw, keyStart, keyEnd);
  if (slot === UNUSED_SLOT) return;
  const value = raw.slice(keyEnd + 1, valueEnd);
  if (slot === RARE_SLOT) {
    tags.rare ??= new Map();
    tags.rare.set(raw.slice(keyStart, keyEnd), value);
  } else {
    tags.usual[slot] = value;
  }
}

function slotOf(raw: string, keyStart: number, keyEnd: number): number {
  const candidates = KNOWN_BY_LENGTH[keyEnd - keyStart];
  if (candidates === undefined) return RARE_SLOT;
  const first = raw.charCodeAt(keyStart);
  for (const candidate of candidates) {
    if (candidate.first === first && raw.startsWith(candidate.key, keyStart)) return candidate.slot;
  }
  return RARE_SLOT;
}
