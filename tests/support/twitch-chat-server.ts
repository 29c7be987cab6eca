/**
 * A local server that speaks Twitch's chat over WebSocket: capabilities, anonymous login, welcome,
 * join with names and room state, keep-alive. It plays raw lines at their own pace, with their
 * times moved to now, and can break the connection at given lines.
 *
 * By hand: `node tests/support/twitch-chat-server.ts --file lines.txt --port 8090 --speed 4`
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { parseArgs } from 'node:util';

import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

import { TwitchChatPeer } from './twitch-chat-peer.ts';
import { playbackTimes, rebaseLine } from './twitch-playback.ts';

export type TwitchChatServerOptions = {
  readonly lines: readonly string[];
  /** 1 is the lines' own pace; Infinity sends them at once. */
  readonly speed: number;
  /** After so many lines (counted from 1) every connection breaks, once for each entry. */
  readonly dropAfter: readonly number[];
  /** So many of the last lines are sent again after each rejoin that follows a break. */
  readonly replay: number;
  readonly port: number;
  /** Channels that can be joined; null takes the one the lines were written in. */
  readonly channels: readonly string[] | null;
  /** Channels whose join is answered with Twitch's notice of a suspension. */
  readonly suspended: readonly string[];
  /** Login names with the token each must bring, without `oauth:`. */
  readonly accounts: ReadonlyMap<string, string>;
};

export type TwitchChatServer = {
  readonly url: string;
  readonly channel: string;
  /** Lines as they were sent, each once, in order. */
  readonly sentLines: readonly string[];
  /** Resolves when every line was sent and no break is left. */
  readonly onFinished: Promise<void>;
  /** How many joins were confirmed so far. */
  readonly joins: () => number;
  /** Resolves with the next confirmed join. */
  nextJoin(): Promise<void>;
  /** Sends something of the server's own to everybody who joined, such as `RECONNECT`. */
  broadcast(line: string): void;
  /** A text frame as it is, with or without a line end. */
  broadcastText(frame: string): void;
  /** A binary frame. */
  broadcastBytes(frame: Uint8Array): void;
  /** A text frame of bytes that need not be text. */
  broadcastBrokenText(frame: Uint8Array): void;
  /** From now on nothing is sent or answered, as with a dead line that nobody closed. */
  mute(isMuted: boolean): void;
  /** Breaks all connections as a lost network does. */
  drop(): void;
  /** The same with a TCP reset, which the client hears at once. */
  reset(): void;
  /** Resolves when everybody has read what was sent so far. */
  receipt(): Promise<void>;
  /** Connections that are open now, and the most there ever were at a time. */
  connections(): { readonly now: number; readonly most: number };
  /** What clients sent, in order. */
  readonly received: readonly string[];
  /** Resolves when a client has sent that line, now or earlier. */
  onReceived(line: string): Promise<void>;
  close(): Promise<void>;
};

const TWITCH_SERVER_DEFAULTS: TwitchChatServerOptions = {
  lines: [],
  speed: Number.POSITIVE_INFINITY,
  dropAfter: [],
  replay: 20,
  port: 0,
  channels: null,
  suspended: [],
  accounts: new Map(),
};

/** Starts it on loopback; `port: 0` takes a free one. */
export async function startTwitchChatServer(
  asked: Partial<TwitchChatServerOptions>,
): Promise<TwitchChatServer> {
  const options = { ...TWITCH_SERVER_DEFAULTS, ...asked };
  const channel = options.channels?.[0] ?? channelOf(options.lines) ?? 'cuedesk';
  const channels = new Set(options.channels ?? [channel]);
  const server = new WebSocketServer({ host: '127.0.0.1', port: options.port });
  await once(server, 'listening');

  const peers = new Set<TwitchChatPeer>();
  const sockets = new Set<Socket>();
  let mostPeers = 0;
  const sentLines: string[] = [];
  const received: string[] = [];
  const drops = [...options.dropAfter].sort((a, b) => a - b);
  const times = playbackTimes(options.lines, options.speed);
  let joinWaiters: (() => void)[] = [];
  let lineWaiters: { readonly line: string; readonly resolve: () => void }[] = [];
  let joins = 0;
  let isMuted = false;
  let isClosed = false;
  let needsReplay = false;
  let startedTs: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let finish = (): void => undefined;
  const onFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  function joinedPeers(): TwitchChatPeer[] {
    return [...peers].filter((peer) => peer.hasJoined(channel));
  }

  function broadcast(line: string): void {
    for (const peer of joinedPeers()) peer.send(line);
  }

  /** A break after line N means that line N arrived: its receipt is awaited first. */
  async function breakAfterReceipt(): Promise<void> {
    await Promise.all(joinedPeers().map((peer) => peer.receipt()));
    needsReplay = true;
    for (const peer of peers) peer.terminate();
  }

  function playOn(): void {
    if (timer !== null || joinedPeers().length === 0) return;
    startedTs ??= Date.now();
    while (sentLines.length < options.lines.length) {
      const index = sentLines.length;
      const dueTs = startedTs + (times[index] ?? 0);
      const waitMs = dueTs - Date.now();
      if (waitMs > 0) {
        timer = setTimeout(() => {
          timer = null;
          playOn();
        }, waitMs);
        return;
      }
      const line = rebaseLine(options.lines[index] ?? '', dueTs);
      sentLines.push(line);
      broadcast(line);
      if (drops[0] === sentLines.length) {
        drops.shift();
        void breakAfterReceipt();
        return;
      }
    }
    if (!needsReplay) finish();
  }

  function noteReceived(line: string): void {
    received.push(line);
    for (const waiter of lineWaiters) if (waiter.line === line) waiter.resolve();
    lineWaiters = lineWaiters.filter((waiter) => waiter.line !== line);
  }

  function welcomeToRoom(peer: TwitchChatPeer): void {
    joins += 1;
    if (needsReplay) {
      needsReplay = false;
      for (const line of sentLines.slice(-options.replay)) peer.send(line);
    }
    for (const waiter of joinWaiters.splice(0)) waiter();
    playOn();
  }

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const peer = new TwitchChatPeer(socket, {
      isKnown: (name) => channels.has(name),
      isSuspended: (name) => options.suspended.includes(name),
      isMuted: () => isMuted,
      tokenOf: (name) => options.accounts.get(name),
      onReceived: noteReceived,
      onJoined: (name) => {
        if (name === channel) welcomeToRoom(peer);
      },
    });
    peers.add(peer);
    sockets.add(request.socket);
    mostPeers = Math.max(mostPeers, peers.size);
    socket.on('close', () => {
      peers.delete(peer);
      sockets.delete(request.socket);
    });
  });

  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    channel,
    sentLines,
    received,
    onFinished,
    joins: () => joins,
    nextJoin: () =>
      new Promise((resolve) => {
        joinWaiters = [...joinWaiters, resolve];
      }),
    broadcast,
    broadcastText(frame) {
      for (const peer of joinedPeers()) peer.sendFrame(frame);
    },
    broadcastBytes(frame) {
      for (const peer of joinedPeers()) peer.sendFrame(frame);
    },
    broadcastBrokenText(frame) {
      for (const peer of joinedPeers()) peer.sendBrokenText(frame);
    },
    onReceived: (line) =>
      new Promise((resolve) => {
        if (received.includes(line)) resolve();
        else lineWaiters = [...lineWaiters, { line, resolve }];
      }),
    mute(muted) {
      isMuted = muted;
    },
    drop() {
      needsReplay = true;
      for (const peer of peers) peer.terminate();
    },
    reset() {
      needsReplay = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async receipt() {
      await Promise.all(joinedPeers().map((peer) => peer.receipt()));
    },
    connections: () => ({ now: peers.size, most: mostPeers }),
    async close() {
      if (timer !== null) clearTimeout(timer);
      for (const peer of peers) peer.terminate();
      if (isClosed) return;
      isClosed = true;
      server.close();
      await once(server, 'close');
    },
  };
}

function channelOf(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const found = / (?:PRIVMSG|USERNOTICE|CLEARCHAT|CLEARMSG) #([a-z0-9_]+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

async function runByHand(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      port: { type: 'string', default: '8090' },
      speed: { type: 'string', default: '1' },
      drop: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.file === undefined) throw new Error('--file is missing');
  const lines = readFileSync(values.file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const server = await startTwitchChatServer({
    lines,
    port: Number(values.port),
    speed: Number(values.speed),
    dropAfter: values.drop.map(Number),
  });
  process.stdout.write(`${server.url} #${server.channel}, ${lines.length} lines\n`);
  await server.onFinished;
  process.stdout.write('all lines were sent\n');
}

if (process.argv[1] === import.meta.filename) await runByHand();
