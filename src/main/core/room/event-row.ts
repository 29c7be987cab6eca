import { deskEventSchemas, type DeskEvent } from '#shared/contract/desk-event.ts';
import { isFeedEvent, isStoredFeedEvent } from '#shared/contract/event-guard.ts';
import type { FeedEvent, RoomEvent } from '#shared/contract/room-event.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import { RoomEvent as RoomEventSchema } from '#shared/contract/room-event.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { joinFragments } from '#shared/contract/fragment.ts';

/** A row of `events` as it is read back. */
export type EventRow = {
  readonly seq: number;
  readonly show_id: number;
  readonly kind: number;
  readonly platform_ts: number | null;
  readonly received_ts: number;
  readonly event_ts: number;
  readonly dedupe_key: string;
  readonly text: string | null;
  readonly body: string;
};

const kindOfCode: ReadonlyMap<number, string> = new Map(
  Object.entries(EVENT_KIND_CODES).map(([name, code]) => [code, name]),
);

/** The message as plain text where the event has one; the searchable column. */
export function textOf(event: FeedEvent | DeskEvent): string | null {
  if ('fragments' in event) return event.fragments.length > 0 ? joinFragments(event.fragments) : '';
  if (event.kind === 'cue.sent') return event.text;
  return null;
}

/**
 * Everything of the event that no column holds. A message of one text fragment is held by the text
 * column alone, which is most of chat.
 */
export function bodyOf(event: FeedEvent | DeskEvent): string {
  // On the path of every message: copying whole and blanking is several times faster than rest.
  if ('fragments' in event && event.fragments.length === 1 && event.fragments[0]?.type === 'text') {
    return JSON.stringify({ ...event, ...IN_COLUMNS, fragments: undefined });
  }
  return JSON.stringify({ ...event, ...IN_COLUMNS });
}

/** JSON leaves out what is undefined. */
const IN_COLUMNS = {
  kind: undefined,
  platformTs: undefined,
  receivedTs: undefined,
  dedupeKey: undefined,
  schema: undefined,
} as const;

/** The event as it was stored. Throws when the row is not one of ours: a damaged store. */
export function eventOf(row: EventRow, roomId: string): RoomEvent {
  const event = {
    ...fieldsOf(row),
    seq: row.seq,
    roomId,
    showId: row.show_id,
    eventTs: row.event_ts,
  };
  return isStoredFeedEvent(event) ? event : RoomEventSchema.parse(event);
}

type RowFields = Pick<
  EventRow,
  'kind' | 'platform_ts' | 'received_ts' | 'dedupe_key' | 'text' | 'body'
>;

/** The event without what the store adds. */
function fieldsOf(row: RowFields): { readonly kind: unknown } & Record<string, unknown> {
  const body = JSON.parse(row.body) as Record<string, unknown>;
  const kind = kindOfCode.get(row.kind);
  return {
    ...body,
    ...(hasFragments(kind) && !('fragments' in body)
      ? { fragments: [{ type: 'text', text: row.text ?? '' }] }
      : {}),
    kind,
    platformTs: row.platform_ts,
    receivedTs: row.received_ts,
    dedupeKey: row.dedupe_key,
    schema: EVENT_SCHEMA,
  };
}

/** Whether a row that comes from elsewhere can be read back as an event. */
export function isStoredEvent(row: RowFields): boolean {
  try {
    const fields = fieldsOf(row);
    if (isFeedEvent(fields)) return true;
    return Object.values(deskEventSchemas).some((schema) => schema.safeParse(fields).success);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
}

const KINDS_WITH_FRAGMENTS = new Set([
  'chat',
  'gift',
  'paid_message',
  'membership',
  'reward',
  'notice',
]);

function hasFragments(kind: string | undefined): boolean {
  return kind !== undefined && KINDS_WITH_FRAGMENTS.has(kind);
}
