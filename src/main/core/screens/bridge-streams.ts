import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';

import type { BridgeRefusal } from '#shared/model/inbound.ts';
import { BRIDGE_LIMITS, type BridgeAnswer, refusalAnswer } from '../inbound/bridge-answers.ts';
import type { Endpoint } from '../inbound/endpoint.ts';
import type { InboundDoor } from '../inbound/inbound-door.ts';
import type { Ports } from '../ports.ts';
import { bearerOf, type WrongTokens } from './bridge-token.ts';

/** The first message where no header can be sent, as in a browser. */
const Greeting = z.strictObject({ type: z.literal('hello'), token: z.string().max(200) });

/** Close codes of ours: the status of the refusal, above 4000. */
const CLOSED = { wrong: 4401, full: 4429 } as const;
const BACKLOG_BYTES = 1024 * 1024;

export type StreamsDeps = {
  readonly ports: Ports;
  readonly inbound: InboundDoor;
  readonly isLoopback: boolean;
  readonly wrongTokens: WrongTokens;
};

export interface BridgeStreams {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** WebSockets of bridges: the messages are the bodies of requests, each answered by itself. */
export function openBridgeStreams(deps: StreamsDeps): BridgeStreams {
  const { inbound, ports, isLoopback, wrongTokens } = deps;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: BRIDGE_LIMITS.bodyBytes,
    perMessageDeflate: false,
  });

  function enter(request: IncomingMessage, token: string): Endpoint | BridgeRefusal {
    const origin = request.headers.origin ?? null;
    const who = inbound.enter(token, { isLoopback, origin });
    if (who !== 'token_wrong') return who;
    return wrongTokens.refusal(request.socket.remoteAddress ?? '', who);
  }

  /** Says why and hangs up; one that does not answer that is cut. */
  function refuse(line: WebSocket, code: BridgeRefusal): void {
    say(line, refusalAnswer(code));
    hangUp(line, CLOSED.wrong, code);
  }

  function hangUp(line: WebSocket, code: number, reason: string): void {
    line.close(code, reason);
    const stop = ports.clock.after(1_000, () => line.terminate());
    line.once('close', stop);
  }

  function greet(line: WebSocket, request: IncomingMessage): void {
    const address = request.socket.remoteAddress ?? '';
    const stop = ports.clock.after(BRIDGE_LIMITS.helloMs, () => {
      line.off('message', onHello);
      refuse(line, wrongTokens.refusal(address, 'hello_missing'));
    });
    function onHello(data: RawData, isBinary: boolean): void {
      stop();
      const token = isBinary ? null : tokenOf(data);
      const who =
        token === null ? wrongTokens.refusal(address, 'hello_missing') : enter(request, token);
      if (typeof who === 'string') refuse(line, who);
      else serve(line, who);
    }
    line.once('message', onHello);
    line.once('close', stop);
  }

  function serve(line: WebSocket, who: Endpoint): void {
    if (who.isFull()) {
      inbound.refused(who, 'too_often');
      return hangUp(line, CLOSED.full, 'too_often');
    }
    let waiting: Promise<void> = Promise.resolve();
    let count = 0;
    let isAlive = true;
    const ended = who.opened(() => hangUp(line, CLOSED.wrong, 'token_wrong'));
    const stopAsking = ports.clock.every(BRIDGE_LIMITS.pingMs, () => {
      if (!isAlive) return line.terminate();
      isAlive = false;
      line.ping();
    });
    line.on('pong', () => {
      isAlive = true;
      if (inbound.isValid(who)) inbound.heard(who);
    });
    line.once('close', () => {
      stopAsking();
      ended();
      inbound.changed(who);
    });
    line.on('message', (data: RawData, isBinary: boolean) => {
      isAlive = true;
      if (isBinary) return hangUp(line, 1003, 'text only');
      if (count >= BRIDGE_LIMITS.waiting) return hangUp(line, CLOSED.full, 'too_often');
      count += 1;
      waiting = waiting
        .then(() => answer(line, who, textOf(data)))
        .catch((error: unknown) => {
          ports.logger.log('error', 'bridge_message_failed', { error: String(error) });
          line.terminate();
        })
        .finally(() => {
          count -= 1;
        });
    });
    say(line, { status: 200, body: { type: 'welcome', name: who.row.name }, retryAfterS: null });
    inbound.changed(who);
  }

  async function answer(line: WebSocket, who: Endpoint, text: string): Promise<void> {
    if (line.readyState !== line.OPEN || !inbound.isValid(who)) return;
    if (!who.bucket.take()) {
      inbound.refused(who, 'too_often');
      return say(line, refusalAnswer('too_often'));
    }
    say(line, await inbound.take(who, text, true));
  }

  return {
    upgrade(request, socket, head) {
      const token = bearerOf(request);
      server.handleUpgrade(request, socket, head, (line) => {
        line.on('error', (error) => {
          ports.logger.log('warn', 'bridge_line_broken', { reason: error.message });
        });
        if (token === null) return greet(line, request);
        const who = enter(request, token);
        if (typeof who === 'string') refuse(line, who);
        else serve(line, who);
      });
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of server.clients) line.terminate();
        server.close(() => resolve());
      }),
  };
}

function say(line: WebSocket, { status, body }: BridgeAnswer): void {
  if (line.readyState !== line.OPEN) return;
  // One that sends and never reads is not written to for ever.
  if (line.bufferedAmount > BACKLOG_BYTES) return line.terminate();
  line.send(JSON.stringify({ status, ...body }));
}

function tokenOf(data: RawData): string | null {
  const text = textOf(data);
  if (text.length > BRIDGE_LIMITS.helloBytes) return null;
  try {
    const greeting = Greeting.safeParse(JSON.parse(text));
    return greeting.success ? greeting.data.token : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}
