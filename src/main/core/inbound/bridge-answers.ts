import type { BridgeRefusal } from '#shared/model/inbound.ts';

/** What one bridge may send; written down in docs/bridge.md. */
export const BRIDGE_LIMITS = {
  bodyBytes: 1024 * 1024,
  events: 500,
  /** Objects and lists inside one another. */
  depth: 10,
  /** Requests and messages of a room's bridge together. */
  perSecond: 20,
  burst: 60,
  /** Messages of one WebSocket that wait for their answer; beyond it the line is closed. */
  waiting: 32,
  helloMs: 5_000,
  helloBytes: 1_024,
  /** One WebSocket's sign of life; without an answer until the next it is closed. */
  pingMs: 20_000,
  /** A bridge that said nothing for so long is silent. */
  silentMs: 180_000,
  streams: 8,
} as const;

/** What a bridge is answered: as an HTTP response, or as a message with `status` in it. */
export type BridgeAnswer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterS: number | null;
};

/** An event that was not taken. */
export type RefusedEvent = {
  /** Its place in `events`, from 0. */
  readonly index: number;
  /** The field, such as `money.currency`; empty for the event as a whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

type Said = readonly [status: number, message: string, retryAfterS?: number];

/** Its readers write programs: English, like the names of the fields. The desk has its own sentences. */
const SAID: Readonly<Record<BridgeRefusal, Said>> = {
  off: [404, 'No room of this desk takes events here: switch the endpoint on under Sources.'],
  unknown_path: [404, 'There is POST /bridge/v1/events and the WebSocket /bridge/v1/stream.'],
  wrong_method: [405, 'Events come by POST.'],
  token_missing: [401, 'Send the token as the header "Authorization: Bearer TOKEN".'],
  token_wrong: [401, 'This token is not valid (any more): make a new one under Sources.'],
  hello_missing: [401, 'The first message must be {"type":"hello","token":"TOKEN"}, within 5 s.'],
  not_on_network: [403, 'This endpoint answers on its own machine alone.'],
  origin_refused: [403, 'This Origin is not among those the desk allows.'],
  too_large: [413, 'A body has 1 MB at most.'],
  too_many_events: [413, 'A request has 500 events at most.'],
  wrong_content: [415, 'Send Content-Type: application/json, as UTF-8, without Content-Encoding.'],
  not_json: [400, 'The body is not JSON in UTF-8.'],
  not_events: [422, 'The body must be an object with the list "events" and nothing else.'],
  too_deep: [422, 'Objects and lists may be nested 10 deep.'],
  events_refused: [422, 'No event was taken; "refused" says of each why.'],
  too_often: [429, 'Too many requests; send more events in each.', 1],
  no_show: [409, 'No show is running. Keep the events of a show and send them again.'],
  playback_on: [409, 'The desk plays a demo or a replay, which takes no events of yours.'],
  source_off: [409, 'The operator has switched this source off.'],
  store_unwritable: [503, 'The desk cannot write just now. Nothing was taken; send it again.', 2],
};

export function refusalAnswer(code: BridgeRefusal): BridgeAnswer {
  const [status, message, retryAfterS = null] = SAID[code];
  const error = retryAfterS === null ? { code, message } : { code, message, retryAfterS };
  return { status, body: { error }, retryAfterS };
}

export function takenAnswer(
  accepted: number,
  duplicates: number,
  refused: readonly RefusedEvent[],
): BridgeAnswer {
  const isNothing = refused.length > 0 && accepted + duplicates === 0;
  if (!isNothing) {
    return { status: 200, body: { accepted, duplicates, refused }, retryAfterS: null };
  }
  const { status, body } = refusalAnswer('events_refused');
  return { status, body: { accepted, duplicates, refused, ...body }, retryAfterS: null };
}
