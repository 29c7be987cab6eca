import { STAND_IN_PREFIX, type PersonToErase } from '../model/erasure.ts';

/** An event's fields as JSON holds them: of the contract of today or of an earlier version. */
export type EventFields = Readonly<Record<string, unknown>>;

/** What is left where a name stood. */
export const MASK = '****';

/** Shorter ids are ordinary numbers in somebody's sentence. */
const DISTINCT_ID_LENGTH = 5;

type Names = {
  /** Behind an @. */
  readonly called: RegExp | null;
  /** Anywhere in a sentence that is known to be about the person. */
  readonly bare: RegExp | null;
  /** The platform's id, anywhere. */
  readonly id: RegExp | null;
  readonly lowerCased: ReadonlySet<string>;
};

/** The patterns of one person, made once for all their events. */
export type ErasePatterns = {
  readonly platform: string;
  readonly platformUserId: string;
  readonly names: Names;
};

export function erasePatterns(person: PersonToErase): ErasePatterns {
  const { platform, platformUserId } = person;
  // The longest first: "anna" must not leave "-maria" of "anna-maria" behind.
  const names = [...new Set(person.names.map((name) => name.trim()).filter((name) => name !== ''))];
  names.sort((a, b) => b.length - a.length);
  const words = names.map(bounded).join('|');
  return {
    platform,
    platformUserId,
    names: {
      called: words === '' ? null : new RegExp(`([@＠]\\s?)(?:${words})`, 'giu'),
      bare: words === '' ? null : new RegExp(`(?:${words})`, 'giu'),
      id:
        platformUserId.length < DISTINCT_ID_LENGTH
          ? null
          : new RegExp(bounded(platformUserId), 'gu'),
      lowerCased: new Set(names.map((name) => name.toLowerCase())),
    },
  };
}

/** A name that begins or ends like a word is not found inside a longer word. */
function bounded(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const before = /^\w/.test(name) ? '(?<!\\w)' : '';
  const after = /\w$/.test(name) ? '(?!\\w)' : '';
  return `${before}${escaped}${after}`;
}

/**
 * An event of the person themselves: what was counted stays (kind, times, counts, money), who and
 * what was said goes. `standInId` is the id of the nobody who takes their place in every figure.
 */
export function eraseOwnEvent(kind: string, fields: EventFields, standInId: string): EventFields {
  return {
    ...fields,
    actor: standInActor(standInId),
    ...(KINDS_WITH_FRAGMENTS.has(kind) ? { fragments: [] } : {}),
    ...('replyTo' in fields ? { replyTo: null } : {}),
    ...('systemText' in fields ? { systemText: kind === 'notice' ? '' : null } : {}),
    ...('orderId' in fields ? { orderId: standInId } : {}),
    // A streak's id is often made of the giver's; the row holds what was counted without it.
    ...('comboId' in fields ? { comboId: null } : {}),
  };
}

const KINDS_WITH_FRAGMENTS: ReadonlySet<string> = new Set([
  'chat',
  'gift',
  'paid_message',
  'membership',
  'reward',
  'notice',
]);

function standInActor(standInId: string): EventFields {
  return {
    platformUserId: standInId,
    name: '',
    displayName: '',
    roles: [],
    badges: [],
    masked: true,
  };
}

/** The id of the nobody that one erasure makes: the same in the store and in every copy of it. */
export function standInIdOf(saltHex: string): string {
  return `${STAND_IN_PREFIX}${saltHex.slice(0, 16)}`;
}

/**
 * Somebody else's event (or, after eraseOwnEvent, the person's own) without what points at the
 * person. `text` is the message as the store's column holds it. Null where nothing points at them.
 */
export function eraseMentions(
  fields: EventFields,
  text: string | null,
  patterns: ErasePatterns,
  standInId: string,
): { readonly fields: EventFields; readonly text: string | null } | null {
  const { platform, onPlatform } = fields;
  if (platform !== patterns.platform && platform !== 'cuedesk') return null;
  // A fact of the desk about one platform's people.
  if (typeof onPlatform === 'string' && onPlatform !== patterns.platform) return null;
  const linked = isAbout(fields, patterns);
  const changed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    const next = eraseField(key, value, { patterns, standInId, linked });
    if (next !== value) changed[key] = next;
  }
  const fragments = changed['fragments'] ?? fields['fragments'];
  const nextText = isList(fragments)
    ? joinTexts(fragments)
    : text === null
      ? null
      : maskText(text, patterns.names, linked);
  const kept = isList(fragments) && changed['fragments'] === undefined ? text : nextText;
  if (Object.keys(changed).length === 0 && kept === text) return null;
  return { fields: { ...fields, ...changed }, text: kept };
}

type Around = {
  readonly patterns: ErasePatterns;
  readonly standInId: string;
  readonly linked: boolean;
};

function eraseField(key: string, value: unknown, around: Around): unknown {
  const { patterns, standInId, linked } = around;
  switch (key) {
    case 'actor':
      return eraseMedal(value, patterns);
    case 'replyTo':
      return isObject(value) && isPerson(value, patterns)
        ? { ...value, userId: null, name: null, displayName: null, text: null }
        : value;
    case 'toUser':
    case 'target':
      return isObject(value) && isPerson(value, patterns)
        ? { platformUserId: standInId, name: null, displayName: null }
        : value;
    case 'userId':
      return value === patterns.platformUserId ? standInId : value;
    case 'fragments':
      return isList(value) ? eraseFragments(value, around) : value;
    case 'systemText':
      // The platform's own sentences say names without an @.
      return typeof value === 'string' ? maskText(value, patterns.names, true) : value;
    case 'text':
      // Of a removed message: the person's own words where it names them.
      if (typeof value === 'string' && linked) return null;
      return typeof value === 'string' ? maskText(value, patterns.names, false) : value;
    case 'note':
    case 'title':
      return typeof value === 'string' ? maskText(value, patterns.names, false) : value;
    default:
      return value;
  }
}

/** Does it answer, address, reward or punish the person? Their bare name then means them. */
function isAbout(fields: EventFields, patterns: ErasePatterns): boolean {
  const { replyTo, toUser, target, userId, fragments } = fields;
  if (userId === patterns.platformUserId) return true;
  if ([replyTo, toUser, target].some((ref) => isObject(ref) && isPerson(ref, patterns)))
    return true;
  return (
    isList(fragments) &&
    fragments.some(
      (fragment) => isObject(fragment) && fragment['userId'] === patterns.platformUserId,
    )
  );
}

function isPerson(reference: EventFields, { platformUserId, names }: ErasePatterns): boolean {
  const id = reference['platformUserId'] ?? reference['userId'] ?? null;
  if (id !== null) return id === platformUserId;
  return [reference['name'], reference['displayName']].some(
    (name) => typeof name === 'string' && names.lowerCased.has(name.toLowerCase()),
  );
}

function eraseMedal(actor: unknown, { platformUserId }: ErasePatterns): unknown {
  if (!isObject(actor)) return actor;
  const { medal } = actor;
  if (!isObject(medal) || medal['anchorId'] !== platformUserId) return actor;
  const { anchorId: _gone, ...rest } = medal;
  return { ...actor, medal: rest };
}

function eraseFragments(fragments: readonly unknown[], around: Around): readonly unknown[] {
  const next = fragments.map((fragment) => eraseFragment(fragment, around));
  return next.every((fragment, index) => fragment === fragments[index]) ? fragments : next;
}

function eraseFragment(fragment: unknown, { patterns, linked }: Around): unknown {
  if (!isObject(fragment) || typeof fragment['text'] !== 'string') return fragment;
  const { type, userId, text } = fragment;
  if (type === 'mention') {
    const called = text
      .replace(/^[@＠]\s?/u, '')
      .trim()
      .toLowerCase();
    const isThem = userId === patterns.platformUserId;
    if (isThem || (userId === null && patterns.names.lowerCased.has(called))) {
      return { ...fragment, text: `@${MASK}`, userId: null };
    }
    return fragment;
  }
  if (type !== 'text') return fragment;
  const masked = maskText(text, patterns.names, linked);
  return masked === text ? fragment : { ...fragment, text: masked };
}

/** `isAboutThem`: their bare name is masked too, not only behind an @. */
function maskText(text: string, names: Names, isAboutThem: boolean): string {
  let masked = text;
  if (names.called !== null) masked = masked.replace(names.called, `$1${MASK}`);
  if (isAboutThem && names.bare !== null) masked = masked.replace(names.bare, MASK);
  if (names.id !== null) masked = masked.replace(names.id, MASK);
  return masked;
}

/** A sentence of the operator (a cue, a note) without the person's name behind an @ and their id. */
export function maskSentence(text: string, patterns: ErasePatterns): string {
  return maskText(text, patterns.names, false);
}

/**
 * What an operator keeps about somebody else, without the person's name however it is written, and
 * without their id. Nobody writes an @ there.
 */
export function maskKept(text: string, patterns: ErasePatterns): string {
  return maskText(text, patterns.names, true);
}

function joinTexts(fragments: readonly unknown[]): string {
  return fragments
    .map((fragment) => {
      const text = isObject(fragment) ? fragment['text'] : null;
      return typeof text === 'string' ? text : '';
    })
    .join('');
}

function isObject(value: unknown): value is EventFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
