import { lateGuard } from '../lib/schema-guard.ts';
import { ActorRole, Badge } from './actor.ts';
import { EVENT_SCHEMA, envelope } from './event-envelope.ts';
import { Fragment } from './fragment.ts';

type Loose = Readonly<Record<string, unknown>>;

const CHAT_KEYS = 14;
const ACTOR_KEYS = 5;
const isPlatform = lateGuard(() => envelope.platform);
const isSource = lateGuard(() => envelope.source);
const isDedupeKey = lateGuard(() => envelope.dedupeKey);
const isTime = lateGuard(() => envelope.receivedTs);
const isRole = lateGuard(() => ActorRole);
const isBadge = lateGuard(() => Badge);
const isFragment = lateGuard(() => Fragment);

/**
 * Whether plain data is a message as nearly all are: no reply, no marks, nothing rare about whom.
 * True only for what the schema of `chat` takes; false means no more than that the schema must be
 * asked. Properties are named one by one, which the engine reads several times as fast as keys
 * that it walks; that there are no others is told by their number.
 */
export function isUsualChat(value: object): boolean {
  if (!isLoose(value)) return false;
  const { platformTs, actor } = value;
  return (
    value['kind'] === 'chat' &&
    isPlatform(value['platform']) &&
    isSource(value['source']) &&
    isStringOrNull(value['platformRoomId']) &&
    isDedupeKey(value['dedupeKey']) &&
    (platformTs === null || isTime(platformTs)) &&
    isTime(value['receivedTs']) &&
    isBoolean(value['test']) &&
    isBoolean(value['historical']) &&
    value['schema'] === EVENT_SCHEMA &&
    value['replyTo'] === null &&
    isBoolean(value['pinned']) &&
    hasKeys(value, CHAT_KEYS) &&
    (actor === null || isUsualActor(actor)) &&
    isEach(value['fragments'], isUsualFragment)
  );
}

function isUsualActor(value: unknown): boolean {
  if (!isLoose(value)) return false;
  const { color, medal } = value;
  let keys = ACTOR_KEYS;
  if (color !== undefined) keys += 1;
  if (medal !== undefined) keys += 1;
  return (
    isStringOrNull(value['platformUserId']) &&
    typeof value['name'] === 'string' &&
    typeof value['displayName'] === 'string' &&
    (color === undefined || typeof color === 'string') &&
    (medal === undefined || isUsualMedal(medal)) &&
    hasKeys(value, keys) &&
    isEach(value['roles'], isRole) &&
    isEach(value['badges'], isUsualBadge)
  );
}

function isUsualMedal(value: unknown): boolean {
  return (
    isLoose(value) &&
    typeof value['name'] === 'string' &&
    Number.isSafeInteger(value['level']) &&
    hasKeys(value, 2)
  );
}

function isUsualBadge(value: unknown): boolean {
  const isUsual =
    isLoose(value) &&
    typeof value['set'] === 'string' &&
    typeof value['id'] === 'string' &&
    hasKeys(value, 2);
  return isUsual || isBadge(value);
}

function isUsualFragment(value: unknown): boolean {
  if (!isLoose(value) || typeof value['text'] !== 'string') return false;
  if (value['type'] === 'text') return hasKeys(value, 2);
  const isEmote =
    value['type'] === 'emote' &&
    typeof value['provider'] === 'string' &&
    typeof value['id'] === 'string' &&
    typeof value['url'] === 'string' &&
    hasKeys(value, 5);
  return isEmote || isFragment(value);
}

function isEach(value: unknown, isGood: (item: unknown) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at += 1) if (!isGood(value[at])) return false;
  return true;
}

function hasKeys(value: Loose, count: number): boolean {
  let found = 0;
  for (const key in value) found += typeof key === 'string' ? 1 : 0;
  return found === count;
}

function isStringOrNull(value: unknown): boolean {
  return typeof value === 'string' || value === null;
}

function isBoolean(value: unknown): boolean {
  return value === true || value === false;
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
