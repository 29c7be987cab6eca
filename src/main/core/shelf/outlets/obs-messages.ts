import { createHash } from 'node:crypto';

import { z } from 'zod';

/**
 * obs-websocket 5, as far as a push needs it (protocol of obsproject/obs-websocket, docs/generated
 * /protocol.md): Hello, Identify, Identified, Request, RequestResponse, Event. RPC version 1.
 */
export const RPC_VERSION = 1;
/** Close code of a password that is wrong or missing. */
export const CLOSE_AUTH_FAILED = 4009;
/** Intents: scenes (1 << 2), inputs (1 << 3) and scene items (1 << 7). */
export const EVENT_SUBSCRIPTIONS = 4 | 8 | 128;
/** Intent of the volume meters (1 << 16), told every 50 ms: asked for only where somebody listens. */
const METERS_SUBSCRIPTION = 65_536;
const METERS_EVENT = 'InputVolumeMeters';
/** What may change what a push has set; OBS tells of settings from obs-websocket 5.4 on. */
const TOLD_EVENTS: ReadonlySet<string> = new Set([
  'CurrentProgramSceneChanged',
  'SceneItemEnableStateChanged',
  'SceneItemCreated',
  'SceneItemRemoved',
  'InputSettingsChanged',
  'CurrentSceneCollectionChanged',
]);

export function isToldEvent(eventType: string): boolean {
  return TOLD_EVENTS.has(eventType);
}

const Hello = z.object({
  op: z.literal(0),
  d: z.object({
    rpcVersion: z.number(),
    authentication: z.object({ challenge: z.string(), salt: z.string() }).optional(),
  }),
});
const Identified = z.object({
  op: z.literal(2),
  d: z.object({ negotiatedRpcVersion: z.number() }),
});
const Event = z.object({
  op: z.literal(5),
  d: z.object({ eventType: z.string(), eventData: z.unknown().optional() }),
});
/** Of each channel: magnitude and peak behind the fader, peak before it; all 0 to 1. */
const Meters = z.object({
  inputs: z.array(
    z.object({
      inputName: z.string(),
      inputLevelsMul: z.array(z.tuple([z.number(), z.number(), z.number()])),
    }),
  ),
});
const RequestResponse = z.object({
  op: z.literal(7),
  d: z.object({
    requestId: z.string(),
    requestStatus: z.object({ result: z.boolean(), code: z.number() }),
    responseData: z.record(z.string(), z.unknown()).nullish(),
  }),
});
const ObsMessage = z.discriminatedUnion('op', [Hello, Identified, Event, RequestResponse]);
export type ObsMessage = z.infer<typeof ObsMessage>;

/** A frame of OBS; null for what is none of those above. */
export function readObsMessage(text: string): ObsMessage | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return ObsMessage.safeParse(raw).data ?? null;
}

/**
 * How loud an input is before its fader, in dB of full scale (-Infinity: digital silence); null where
 * this event does not say. A voice that is muted or faded down is a voice all the same.
 */
export function inputLevelDb(
  { d }: Extract<ObsMessage, { op: 5 }>,
  inputName: string,
): number | null {
  if (d.eventType !== METERS_EVENT) return null;
  const input = Meters.safeParse(d.eventData).data?.inputs.find(
    (each) => each.inputName === inputName,
  );
  if (input === undefined) return null;
  return 20 * Math.log10(Math.max(0, ...input.inputLevelsMul.map(([, , peak]) => peak)));
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

/** The answer to OBS's challenge: the password itself never goes over the line. */
export function obsAuthentication(password: string, salt: string, challenge: string): string {
  return hash(hash(password + salt) + challenge);
}

export function identify(authentication: string | null, hasMeters: boolean): string {
  const eventSubscriptions = EVENT_SUBSCRIPTIONS | (hasMeters ? METERS_SUBSCRIPTION : 0);
  const d = { rpcVersion: RPC_VERSION, eventSubscriptions };
  return JSON.stringify({ op: 1, d: authentication === null ? d : { ...d, authentication } });
}

export function request(
  requestType: string,
  requestId: string,
  requestData: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({ op: 6, d: { requestType, requestId, requestData } });
}
