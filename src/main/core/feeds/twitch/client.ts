import { WebSocket } from 'ws';
import type { RawData } from 'ws';

import type { SourceReason } from '#shared/model/source-reason.ts';
import type { Ports } from '../../ports.ts';
import { createLineFrames } from '../line-frames.ts';
import type { FeedLogin } from '../feed.ts';
import { connectFault } from '../supervisor/connect-fault.rules.ts';
import type { LinkConnection, LinkListener } from '../supervisor/live-link.ts';
import { parseIrcLine } from './irc-line.ts';
import type { BadLineReason, IrcLine } from './irc-line.ts';
import { MAX_LINE_LENGTH } from './line-units.ts';
import { greeting, newSession, stepSession } from './session.rules.ts';

/** A frame without a line end is taken as a whole line when nothing follows it. */
const REST_WAIT_MS = 250;
/** A larger frame ends the connection; Twitch's own are below 16 KB. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

export type ReceivedLine = { readonly raw: string; readonly parsed: IrcLine | BadLineReason };

/** Where a connection goes, and as whom; `login` null is anonymous. */
export type TwitchTarget = {
  readonly url: string;
  readonly channel: string;
  readonly login: FeedLogin | null;
};

/** One connection to Twitch's chat, for one channel. */
export function openTwitchClient(
  { url, channel, login }: TwitchTarget,
  listener: LinkListener<ReceivedLine>,
  ports: Ports,
): LinkConnection {
  const frames = createLineFrames(MAX_LINE_LENGTH);
  let session = newSession(channel, login !== null);
  let isOver = false;
  let isClosing = false;
  let cancelRest = (): void => undefined;

  const socket = new WebSocket(url, {
    // Compression is refused: a small hostile frame could otherwise unfold into a huge one.
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    followRedirects: false,
    // Bytes that are no UTF-8 cost their own frame, not the connection: they are checked below.
    skipUTF8Validation: true,
  });
  const isClosed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });

  function end(reason: SourceReason): void {
    if (isOver) return;
    isOver = true;
    cancelRest();
    socket.terminate();
    listener.ended(reason);
  }

  function send(line: string): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(`${line}\r\n`);
  }

  function handle(raws: readonly string[]): void {
    const lines: ReceivedLine[] = [];
    for (const raw of raws) {
      const parsed = parseIrcLine(raw);
      lines.push({ raw, parsed });
      if (typeof parsed === 'string') continue;
      const reason = act(parsed);
      if (reason === null) continue;
      // What came before in the same frame is not lost with the link.
      listener.messages(lines);
      end(reason);
      return;
    }
    if (lines.length > 0) listener.messages(lines);
  }

  /** Does what the line asks of the connection; the reason where it ends by it. */
  function act(line: IrcLine): SourceReason | null {
    const wasJoinSent = session.isJoinSent;
    const [next, step] = stepSession(session, line);
    session = next;
    switch (step.do) {
      case 'nothing':
        return null;
      case 'send':
        send(step.line);
        if (!wasJoinSent && next.isJoinSent) listener.awaits('join_unanswered');
        return null;
      case 'ready':
        listener.confirmed();
        return null;
      case 'end':
        return step.reason;
    }
  }

  function takeRest(): void {
    cancelRest();
    const rest = frames.flush();
    if (rest !== null) handle([rest]);
  }

  function receive(data: RawData): void {
    if (isOver) return;
    listener.heard();
    cancelRest();
    const bytes = Buffer.isBuffer(data) ? data : Buffer.concat([data].flat().map(toBuffer));
    const text = decodeUtf8(bytes);
    if (text === null) listener.badFrame(bytes, 'not_utf8');
    else handle(frames.push(text));
    if (!isOver && frames.hasRest) cancelRest = ports.clock.after(REST_WAIT_MS, takeRest);
  }

  listener.awaits('connect_timeout');
  socket.on('open', () => {
    if (isOver) return;
    listener.awaits('connect_timeout');
    listener.heard();
    const digits = 10_000 + Math.floor(ports.randomness.fraction() * 89_999);
    for (const line of greeting(login, digits)) send(line);
  });
  socket.on('message', receive);
  for (const sign of ['ping', 'pong'] as const) {
    socket.on(sign, () => {
      if (!isOver) listener.heard();
    });
  }
  socket.on('error', (error) => {
    // The reason that is shown comes with `end`; the log keeps what the socket said.
    ports.logger.log('warn', 'twitch.socket', { message: error.message });
    if (isOver) return;
    const fault = frameFault(error);
    if (fault !== null) {
      listener.badFrame('', fault);
      end(fault);
    } else {
      end(session.isWelcome ? 'connection_lost' : connectFault(error));
    }
  });
  socket.on('close', (code) => {
    if (isOver) return;
    // 1006: gone without a word; anything else is an orderly close by the server. A rest that was
    // cut off is no message: the platform repeats it whole, under the same id.
    if (code !== 1006) listener.heard();
    if (isClosing || code !== 1006) takeRest();
    if (isClosing) isOver = true;
    else if (!session.isWelcome) end('connect_failed');
    else end(code === 1006 ? 'connection_lost' : 'closed');
  });

  return {
    ping: () => send('PING :cuedesk'),
    async close() {
      isClosing = true;
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
      else if (socket.readyState !== WebSocket.CLOSED) socket.close(1000);
      if (socket.readyState !== WebSocket.CLOSED) await isClosed;
    },
    cut() {
      if (isClosing && !isOver) takeRest();
      isOver = true;
      cancelRest();
      socket.terminate();
    },
  };
}

/** A frame that the socket could not take; null for any other trouble. */
function frameFault(error: Error): 'frame_too_long' | 'frame_broken' | null {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'frame_too_long';
  return code.startsWith('WS_ERR_') ? 'frame_broken' : null;
}

function toBuffer(part: Buffer | ArrayBuffer): Buffer {
  return Buffer.isBuffer(part) ? part : Buffer.from(part);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** null when the bytes are no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
