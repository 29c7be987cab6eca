import { WebSocket } from 'ws';
import type { RawData } from 'ws';

import type { Ports } from '../../ports.ts';
import { createLineFrames } from '../line-frames.ts';
import { parseIrcLine } from './irc-line.ts';
import type { BadLineReason, IrcLine } from './irc-line.ts';
import { MAX_LINE_LENGTH } from './line-units.ts';
import { greeting, newSession, stepSession } from './session.rules.ts';
import type { EndReason } from './session.rules.ts';

/** Time for the socket to open, then again for the login, then for the join to be confirmed. */
export const STEP_TIMEOUT_MS = 10_000;
/** After so much silence we ask for a sign of life; after twice as much the link is dead. */
export const PING_INTERVAL_MS = 15_000;
/** A frame without a line end is taken as a whole line when nothing follows it. */
const REST_WAIT_MS = 250;
/** An orderly close waits this long for the server's answer. */
const CLOSE_WAIT_MS = 1_000;
const MAX_FRAME_BYTES = 4 * 1024 * 1024;

export type ReceivedLine = { readonly raw: string; readonly parsed: IrcLine | BadLineReason };

export type TwitchListener = {
  /** The channel is joined, confirmed by the server. */
  ready(): void;
  /** All lines of one frame, in order. */
  lines(lines: readonly ReceivedLine[]): void;
  badFrame(frame: Uint8Array, reason: string): void;
  /** Once, unless `close` came first; nothing is called afterwards. */
  ended(reason: EndReason): void;
};

export type TwitchClient = {
  /** Ends in order; no call of the listener once it was called. */
  close(): Promise<void>;
};

/** One connection to Twitch's chat, for one channel, without an account. It never reconnects. */
export function openTwitchClient(
  url: string,
  channel: string,
  listener: TwitchListener,
  ports: Ports,
): TwitchClient {
  const { clock } = ports;
  const frames = createLineFrames(MAX_LINE_LENGTH);
  let session = newSession(channel);
  let isOver = false;
  let lastHeardMs = clock.monotonicNow();
  let cancelStep = (): void => undefined;
  let cancelWatch = (): void => undefined;
  let cancelRest = (): void => undefined;

  // Compression is refused: a small hostile frame could otherwise unfold into a huge one.
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    followRedirects: false,
  });
  const isClosed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });

  function finish(): void {
    isOver = true;
    cancelStep();
    cancelWatch();
    cancelRest();
  }

  function end(reason: EndReason): void {
    if (isOver) return;
    finish();
    socket.terminate();
    listener.ended(reason);
  }

  function awaitStep(reason: EndReason): void {
    cancelStep();
    cancelStep = clock.after(STEP_TIMEOUT_MS, () => end(reason));
  }

  function send(line: string): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(`${line}\r\n`);
  }

  /** One timer that is set anew from the last sign of life, not one for each message. */
  function watch(afterMs: number): void {
    cancelWatch = clock.after(Math.max(1, afterMs), () => {
      const silentMs = clock.monotonicNow() - lastHeardMs;
      if (silentMs >= 2 * PING_INTERVAL_MS) return end('silent');
      if (silentMs < PING_INTERVAL_MS) return watch(PING_INTERVAL_MS - silentMs);
      send('PING :cuedesk');
      watch(2 * PING_INTERVAL_MS - silentMs);
    });
  }

  function handle(raws: readonly string[]): void {
    if (raws.length === 0) return;
    const lines: ReceivedLine[] = [];
    for (const raw of raws) {
      const parsed = parseIrcLine(raw);
      lines.push({ raw, parsed });
      if (typeof parsed !== 'string') act(parsed, lines);
      if (isOver) return;
    }
    listener.lines(lines);
  }

  function act(line: IrcLine, linesSoFar: readonly ReceivedLine[]): void {
    const wasJoinSent = session.isJoinSent;
    const [next, step] = stepSession(session, line);
    session = next;
    switch (step.do) {
      case 'nothing':
        return;
      case 'send':
        send(step.line);
        if (!wasJoinSent && next.isJoinSent) awaitStep('join_unanswered');
        return;
      case 'ready':
        cancelStep();
        listener.ready();
        return;
      case 'end':
        // What came before in the same frame is not lost with the link.
        listener.lines(linesSoFar);
        end(step.reason);
        return;
    }
  }

  function receive(data: RawData, isBinary: boolean): void {
    if (isOver) return;
    lastHeardMs = clock.monotonicNow();
    cancelRest();
    const bytes = Buffer.isBuffer(data) ? data : Buffer.concat([data].flat().map(toBuffer));
    const text = isBinary ? decodeUtf8(bytes) : bytes.toString('utf8');
    if (text === null) {
      listener.badFrame(bytes, 'not_utf8');
      return;
    }
    handle(frames.push(text));
    if (isOver || !frames.hasRest) return;
    cancelRest = clock.after(REST_WAIT_MS, () => {
      const rest = frames.flush();
      if (rest !== null) handle([rest]);
    });
  }

  awaitStep('connect_timeout');
  socket.on('open', () => {
    if (isOver) return;
    awaitStep('connect_timeout');
    lastHeardMs = clock.monotonicNow();
    watch(PING_INTERVAL_MS);
    const digits = 10_000 + Math.floor(ports.randomness.fraction() * 89_999);
    for (const line of greeting(digits)) send(line);
  });
  socket.on('message', receive);
  socket.on('ping', () => {
    lastHeardMs = clock.monotonicNow();
  });
  socket.on('error', (error) => {
    // The reason that is shown comes with `end`; the log keeps what the socket said.
    ports.logger.log('warn', 'twitch.socket', { message: error.message });
    end(session.isWelcome ? 'connection_lost' : 'connect_failed');
  });
  socket.on('close', (code) => {
    // 1006: gone without a word; anything else is an orderly close by the server.
    if (!session.isWelcome) end('connect_failed');
    else end(code === 1006 ? 'connection_lost' : 'closed');
  });

  return {
    async close() {
      finish();
      if (socket.readyState === WebSocket.CLOSED) return;
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
      else socket.close(1000);
      const cancelWait = clock.after(CLOSE_WAIT_MS, () => socket.terminate());
      await isClosed;
      cancelWait();
    },
  };
}

function toBuffer(part: Buffer | ArrayBuffer): Buffer {
  return Buffer.isBuffer(part) ? part : Buffer.from(part);
}

/** null when the bytes are no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
