import { platformEventSchemas } from '#shared/contract/platform-event.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { deskEventSchemas } from '#shared/contract/desk-event.ts';

import type { RecordedEvent } from './types.ts';

export type ParsedRecord =
  | { readonly state: 'event'; readonly record: RecordedEvent }
  /** A fact of the recorded desk (push, cue, show state): not replayed, since this desk makes its own. */
  | { readonly state: 'desk_fact' }
  | { readonly state: 'bad'; readonly reason: 'not_json' | 'unknown_kind' | 'not_an_event' };

/** One line of an event file. Fields beyond the event's own (seq, showId, raw) are ignored. */
export function parseEventLine(line: string): ParsedRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { state: 'bad', reason: 'not_json' };
  }
  return parseRecord(parsed);
}

/** The same for an object that is already read, for example from the store. */
export function parseRecord(value: unknown): ParsedRecord {
  if (!isRecord(value)) return { state: 'bad', reason: 'not_an_event' };
  const kind = value['kind'];
  if (typeof kind !== 'string') return { state: 'bad', reason: 'not_an_event' };
  if (Object.hasOwn(deskEventSchemas, kind)) return { state: 'desk_fact' };
  if (!isPlatformKind(kind)) return { state: 'bad', reason: 'unknown_kind' };
  const schema = platformEventSchemas[kind];
  const own: Record<string, unknown> = {};
  for (const key of Object.keys(schema.shape)) {
    if (Object.hasOwn(value, key)) own[key] = value[key];
  }
  const checked = schema.safeParse(own);
  if (!checked.success) return { state: 'bad', reason: 'not_an_event' };
  return { state: 'event', record: { event: checked.data, ts: timeOf(value, checked.data) } };
}

/** A stored event knows its corrected time; a decoded one what the platform said. */
function timeOf(value: Readonly<Record<string, unknown>>, event: FeedEvent): number {
  const eventTs = value['eventTs'];
  if (typeof eventTs === 'number' && Number.isSafeInteger(eventTs) && eventTs >= 0) return eventTs;
  return event.platformTs ?? event.receivedTs;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlatformKind(kind: string): kind is keyof typeof platformEventSchemas {
  return Object.hasOwn(platformEventSchemas, kind);
}
