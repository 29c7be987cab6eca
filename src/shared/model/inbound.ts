import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** What a bridge is called: its source's name. */
export const BRIDGE_NAME = /^[a-z0-9-]{2,40}$/;
/** Where a browser's page or extension comes from, exactly as a browser sends it. */
export const BRIDGE_ORIGIN =
  /^(?:https?|chrome-extension|moz-extension):\/\/[a-z0-9][a-z0-9.-]{0,120}(?::\d{1,5})?$/;
export const BRIDGE_ORIGINS_MAX = 5;

/** How a room's endpoint for bridges answers, beside its token. */
export const BridgeSetUp = z.strictObject({
  /** Also at the address that is open for second screens; else this machine alone. */
  isOnNetwork: z.boolean(),
  /** Origins that a browser may send; a request with any other one is refused. */
  origins: z.array(z.string().regex(BRIDGE_ORIGIN)).max(BRIDGE_ORIGINS_MAX),
});
export type BridgeSetUp = z.infer<typeof BridgeSetUp>;

/** Why a bridge was not answered as it wished; screens say `inbound.refusal.<code>`. */
export const BRIDGE_REFUSALS = [
  'off',
  'unknown_path',
  'wrong_method',
  'token_missing',
  'token_wrong',
  'hello_missing',
  'not_on_network',
  'origin_refused',
  'too_large',
  'too_many_events',
  'wrong_content',
  'not_json',
  'not_events',
  'too_deep',
  'events_refused',
  'too_often',
  'no_show',
  'playback_on',
  'source_off',
  'store_unwritable',
] as const;
export const BridgeRefusal = z.enum(BRIDGE_REFUSALS);
export type BridgeRefusal = z.infer<typeof BridgeRefusal>;

/** What the desk is told of its room's endpoint for bridges; counts are since the core's start. */
export const InboundSlice = z.strictObject({
  /** Null while it is off. */
  endpoint: BridgeSetUp.extend({
    name: z.string(),
    /** When the token that is valid now was made. */
    madeTs: Timestamp,
  }).nullable(),
  /** Where it answers on this machine, `http://127.0.0.1:PORT`; null while it does not. */
  localUrl: z.string().nullable(),
  /** Where it answers on the network; null while it does not. */
  networkUrl: z.string().nullable(),
  /** WebSockets that are open. */
  streams: z.int().min(0),
  /** Null: not since the core's start. */
  heardTs: Timestamp.nullable(),
  stored: z.int().min(0),
  duplicates: z.int().min(0),
  refused: z.int().min(0),
  lastRefusal: z
    .strictObject({
      ts: Timestamp,
      code: BridgeRefusal,
      /** Of the first event that was refused: its place from 0, and the field. */
      index: z.int().nullable(),
      path: z.string().nullable(),
    })
    .nullable(),
});
export type InboundSlice = z.infer<typeof InboundSlice>;

export const INBOUND_OFF: InboundSlice = {
  endpoint: null,
  localUrl: null,
  networkUrl: null,
  streams: 0,
  heardTs: null,
  stored: 0,
  duplicates: 0,
  refused: 0,
  lastRefusal: null,
};
