import type { IncomingMessage, ServerResponse } from 'node:http';

import type { BridgeRefusal } from '#shared/model/inbound.ts';
import { BRIDGE_LIMITS, type BridgeAnswer, refusalAnswer } from '../inbound/bridge-answers.ts';
import type { InboundDoor } from '../inbound/inbound-door.ts';
import type { Ports } from '../ports.ts';
import type { BridgeRoute } from './page-listener.ts';
import { openBridgeStreams } from './bridge-streams.ts';
import { bearerOf, type WrongTokens } from './bridge-token.ts';
import { createBucketPerKey, createTokenBucket } from './token-bucket.ts';

export const BRIDGE_PATH = '/bridge/v1/';
const EVENTS_PATH = `${BRIDGE_PATH}events`;
const STREAM_PATH = `${BRIDGE_PATH}stream`;

export type BridgeDeps = { readonly ports: Ports; readonly inbound: InboundDoor };

export type BridgeRoutes = BridgeRoute & {
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  close(): Promise<void>;
};

/** The endpoint of bridges at one address of the page server (docs/bridge.md). */
export function createBridgeRoutes(deps: BridgeDeps, isLoopback: boolean): BridgeRoutes {
  const { inbound, ports } = deps;
  const { clock } = ports;
  const perDevice = createBucketPerKey(() => createTokenBucket(clock, 0.2, 10), 256);
  const ofAll = createTokenBucket(clock, 2, 60);
  const wrongTokens: WrongTokens = {
    refusal(address, code) {
      if (!perDevice.take(address) || !ofAll.take()) return 'too_often';
      inbound.refused(null, code);
      return code;
    },
  };
  const streams = openBridgeStreams({ ...deps, isLoopback, wrongTokens });

  function whoOf(request: IncomingMessage): ReturnType<InboundDoor['enter']> {
    const token = bearerOf(request);
    const address = request.socket.remoteAddress ?? '';
    if (token === null) return wrongTokens.refusal(address, 'token_missing');
    const who = inbound.enter(token, { isLoopback, origin: request.headers.origin ?? null });
    return who === 'token_wrong' ? wrongTokens.refusal(address, who) : who;
  }

  async function answerOf(request: IncomingMessage, path: string): Promise<BridgeAnswer> {
    if (!inbound.isOn()) return refusalAnswer('off');
    if (path !== EVENTS_PATH) return refusalAnswer('unknown_path');
    if (request.method !== 'POST') return refusalAnswer('wrong_method');
    const who = whoOf(request);
    if (typeof who === 'string') return refusalAnswer(who);
    const refused = (code: BridgeRefusal): BridgeAnswer => {
      inbound.refused(who, code);
      return refusalAnswer(code);
    };
    if (!who.bucket.take()) return refused('too_often');
    if (!isPlainJson(request)) return refused('wrong_content');
    const body = await readText(request);
    return body.ok ? inbound.take(who, body.text, false) : refused(body.code);
  }

  return {
    path: BRIDGE_PATH,
    allowsOrigin: (origin) => inbound.allowsOrigin(origin),
    async handle(request, response, path) {
      const { status, body, retryAfterS } = await answerOf(request, path);
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        ...(status === 405 ? { Allow: 'POST' } : {}),
        ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
        ...(retryAfterS === null ? {} : { 'Retry-After': String(retryAfterS) }),
        // The rest of a body that is not wanted is not waited for.
        ...(request.complete ? {} : { Connection: 'close' }),
      });
      response.end(text);
    },
    upgrade: (request, socket, head, path) => {
      if (!inbound.isOn() || path !== STREAM_PATH) return false;
      streams.upgrade(request, socket, head);
      return true;
    },
    close: () => streams.close(),
  };
}

function isPlainJson({ headers }: IncomingMessage): boolean {
  const [type, ...more] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = more.find((part) => part.toLowerCase().startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/i.test(charset);
  const encoding = headers['content-encoding'] ?? 'identity';
  return type?.toLowerCase() === 'application/json' && isUtf8 && encoding === 'identity';
}

type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'too_large' | 'not_json' };

async function readText(request: IncomingMessage): Promise<Text> {
  const { bodyBytes } = BRIDGE_LIMITS;
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) {
    return { ok: false, code: 'too_large' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left early, the request stays open for its answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > bodyBytes) return { ok: false, code: 'too_large' };
    chunks.push(part);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, text };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, code: 'not_json' };
    throw error;
  }
}
