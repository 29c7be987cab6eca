import type { z } from 'zod';

import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import { platformEventSchemas } from '#shared/contract/platform-event.ts';
import { FeedEvent } from '#shared/contract/room-event.ts';
import type { BridgeRefusal } from '#shared/model/inbound.ts';
import { findLongText, EVENT_TEXT_MAX } from '../feeds/bridge/text-limit.rules.ts';
import { INBOUND } from '../feeds/source-lists.rules.ts';
import { BRIDGE_LIMITS, type RefusedEvent } from './bridge-answers.ts';

/** What a bridge may report: trade alone. Chat, people and our own links are no business of its. */
export const BRIDGE_KINDS = ['order', 'product', 'cart_add'] as const;
type BridgeKind = (typeof BRIDGE_KINDS)[number];

/** Of events that name none. */
const OWN_PLATFORM = 'bridge';

export type ReadBody =
  | {
      readonly ok: true;
      readonly events: readonly unknown[];
      /** What a message wants its answer to name; null in a request. */
      readonly id: string | number | null;
    }
  | { readonly ok: false; readonly code: BridgeRefusal; readonly id: string | number | null };

/** The text of a request or message; `isMessage`: may carry an `id`. */
export function readBody(text: string, isMessage: boolean): ReadBody {
  if (isDeeperThan(text, BRIDGE_LIMITS.depth)) return { ok: false, code: 'too_deep', id: null };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, code: 'not_json', id: null };
  }
  if (!isObject(body)) return { ok: false, code: 'not_events', id: null };
  const { events, ...rest } = body;
  const { id: given, ...others } = rest;
  const id = isMessage && (typeof given === 'string' || typeof given === 'number') ? given : null;
  const isUnknown = Object.keys(others).length > 0 || (given !== undefined && id === null);
  if (!Array.isArray(events) || isUnknown) return { ok: false, code: 'not_events', id };
  if (events.length > BRIDGE_LIMITS.events) return { ok: false, code: 'too_many_events', id };
  return { ok: true, events, id };
}

export type ReadEvents = {
  readonly good: readonly FeedEvent[];
  readonly refused: readonly RefusedEvent[];
};

/** Each event by itself: a bad one is told by its place and takes no good one with it. */
export function readEvents(list: readonly unknown[], receivedTs: number): ReadEvents {
  const good: FeedEvent[] = [];
  const refused: RefusedEvent[] = [];
  for (const [index, value] of list.entries()) {
    const read = readEvent(value, receivedTs);
    if ('code' in read) refused.push({ index, ...read });
    else good.push(read.event);
  }
  return { good, refused };
}

type Fault = Omit<RefusedEvent, 'index'>;

function readEvent(value: unknown, receivedTs: number): { readonly event: FeedEvent } | Fault {
  if (!isObject(value)) return fault('', 'wrong_type', 'An event is an object.');
  const kind = BRIDGE_KINDS.find((known) => known === value['kind']);
  if (kind === undefined) {
    return fault('kind', 'unknown_kind', `"kind" is one of ${BRIDGE_KINDS.join(', ')}.`);
  }
  const whole = completed(kind, value, receivedTs);
  const parsed = FeedEvent.safeParse(whole);
  if (!parsed.success) return faultOf(parsed.error.issues[0], whole);
  const long = findLongText([parsed.data]);
  if (long === null) return { event: parsed.data };
  const path = long.what.replace(/^events\.0\./, '');
  return fault(path, 'too_long', `A text has ${EVENT_TEXT_MAX} characters at most.`);
}

/** With what may be left out: unknown is null, and how it came here is ours to say. */
function completed(
  kind: BridgeKind,
  given: Readonly<Record<string, unknown>>,
  receivedTs: number,
): Readonly<Record<string, unknown>> {
  const shape: Readonly<Record<string, z.ZodType>> = platformEventSchemas[kind].shape;
  const nulls = Object.keys(shape)
    .filter((key) => shape[key]?.safeParse(null).success === true)
    .map((key) => [key, null] as const);
  return {
    ...Object.fromEntries(nulls),
    platform: OWN_PLATFORM,
    test: false,
    historical: false,
    ...given,
    ...('actor' in given ? { actor: completedActor(given['actor']) } : {}),
    source: INBOUND,
    receivedTs,
    schema: EVENT_SCHEMA,
  };
}

/** A person is known by an id or a name; a shop's system has no badges and no roles to tell. */
function completedActor(actor: unknown): unknown {
  if (!isObject(actor)) return actor;
  const { platformUserId = null, displayName, name } = actor;
  const called = name ?? displayName ?? platformUserId;
  // Nobody to complete: what is missing is told by its field.
  if (called === null) return actor;
  return {
    platformUserId,
    name: called,
    displayName: displayName ?? called,
    roles: [],
    badges: [],
    ...actor,
  };
}

function fault(path: string, code: string, message: string): Fault {
  return { path, code, message };
}

function faultOf(issue: z.core.$ZodIssue | undefined, whole: unknown): Fault {
  if (issue === undefined) return fault('', 'wrong_value', 'This is no event.');
  const path = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = [path, issue.keys[0] ?? ''].filter((part) => part !== '').join('.');
      return fault(unknown, 'unknown_field', 'There is no such field.');
    }
    case 'invalid_type':
      return valueAt(whole, issue.path) === undefined
        ? fault(path, 'missing', `This must be there (${issue.expected}).`)
        : fault(path, 'wrong_type', `This must be of type ${issue.expected}.`);
    case 'invalid_value':
      return fault(path, 'wrong_value', `This is one of ${issue.values.map(String).join(', ')}.`);
    case 'too_small':
      return fault(path, 'too_small', `This is ${issue.minimum} at least.`);
    case 'too_big':
      return fault(path, 'too_big', `This is ${issue.maximum} at most.`);
    default:
      return fault(path, 'wrong_value', 'This does not have the form that docs/bridge.md names.');
  }
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looked at before it is parsed: what walks through a value later goes as deep as it does. */
export function isDeeperThan(text: string, max: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > max) return true;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return false;
}
