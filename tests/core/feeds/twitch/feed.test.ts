import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { STEP_TIMEOUT_MS } from '#core/feeds/supervisor/supervise-link.ts';
import { MAX_FRAME_BYTES } from '#core/feeds/twitch/client.ts';
import { PING_INTERVAL_MS, twitchFeed } from '#core/feeds/twitch/feed.ts';
import type { RunningFeed } from '#core/feeds/feed.ts';
import { liveRoomView, RecordingSink } from '#tests/support/recording-sink.ts';
import { madeUpFolder, readLiveLines } from '#tests/support/recordings-folder.ts';
import { testPorts } from '#tests/support/test-ports.ts';
import type { TestPorts } from '#tests/support/test-ports.ts';
import { startTwitchChatServer } from '#tests/support/twitch-chat-server.ts';
import type {
  TwitchChatServer,
  TwitchChatServerOptions,
} from '#tests/support/twitch-chat-server.ts';

const LIVE = readLiveLines(madeUpFolder());
const IDS = LIVE.map((line) => /[@;]id=([^; ]+)/.exec(line)?.[1]);
const CHAT = ':ann!ann@ann.tmi.twitch.tv PRIVMSG #linxia_live :';

let server: TwitchChatServer;
let feed: RunningFeed;
let sink: RecordingSink;
let ports: TestPorts;

beforeEach(() => {
  ports = testPorts();
  sink = new RecordingSink(ports.clock);
});

afterEach(async () => {
  await feed.stop();
  await server.close();
});

async function listen(options: Partial<TwitchChatServerOptions>, channel: string): Promise<void> {
  server = await startTwitchChatServer({ channels: ['linxia_live'], ...options });
  feed = twitchFeed.start(
    { channel, address: server.url, options: {}, login: null },
    sink,
    liveRoomView(ports.clock),
    ports,
  );
}

const isReady = (): boolean => sink.link?.link === 'ready';
const isWaiting = (): boolean =>
  sink.link?.link === 'reconnecting' && sink.link.nextAttemptTs !== null;

/** Lets the wait before the next attempt pass, however long it is. */
function passBackOff(): void {
  ports.clock.advance((sink.link?.nextAttemptTs ?? 0) - ports.clock.wallNow());
}

/** Keys of the messages, each once, in order of arrival. */
function messageKeys(): readonly string[] {
  const keys = sink.events.filter((event) => event.kind === 'chat').map((event) => event.dedupeKey);
  return [...new Set(keys)];
}

describe('the link', () => {
  it('logs in without an account, asks for tags and commands, and joins', async () => {
    await listen({}, '#LinXia_Live');
    await sink.until(isReady);
    expect(server.received.slice(0, 4)).toEqual([
      'CAP REQ :twitch.tv/tags twitch.tv/commands',
      'PASS SCHMOOPIIE',
      expect.stringMatching(/^NICK justinfan\d{5}$/),
      'JOIN #linxia_live',
    ]);
    expect(sink.reports.map(({ link }) => link)).toEqual(['connecting', 'ready']);
    await sink.until(() => sink.events.some((event) => event.kind === 'room_state'));
    expect(sink.gaps).toEqual([]);
  });

  it('answers the server, and asks for a sign of life after a silence', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcast('PING :tmi.twitch.tv');
    server.broadcast(`${CHAT}one`);
    await sink.until(() => messageKeys().length === 1);
    ports.clock.advance(PING_INTERVAL_MS);
    server.broadcast(`${CHAT}two`);
    await sink.until(() => messageKeys().length === 2);
    await server.onReceived('PING :cuedesk');
    expect(server.received).toContain('PONG :tmi.twitch.tv');
    expect(server.received).toContain('PING :cuedesk');
    expect(sink.link?.link).toBe('ready');
  });

  it('takes a silent line for dead after twice the interval, and marks the gap from then', async () => {
    await listen({}, 'linxia_live');
    await sink.until(() => sink.events.some((event) => event.kind === 'room_state'));
    server.mute(true);
    const heardTs = ports.clock.wallNow();
    ports.clock.advance(2 * PING_INTERVAL_MS - 1);
    expect(sink.link?.link).toBe('ready');
    ports.clock.advance(1);
    expect(sink.link).toMatchObject({ link: 'reconnecting', reason: 'silent' });
    server.mute(false);
    passBackOff();
    await sink.until(isReady);
    expect(sink.gaps).toEqual([{ fromTs: heardTs, toTs: ports.clock.wallNow(), lost: null }]);
  });

  it('reconnects when the server asks for it', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcast(':tmi.twitch.tv RECONNECT');
    await sink.until(isWaiting);
    expect(sink.link?.reason).toBe('reconnect_asked');
    passBackOff();
    await sink.until(isReady);
    expect(server.joins()).toBe(2);
    expect(sink.gaps).toHaveLength(1);
  });

  it('waits longer after each failure, and starts over after a working link', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    await server.close();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await sink.until(isWaiting);
      waits.push((sink.link?.nextAttemptTs ?? 0) - ports.clock.wallNow());
      passBackOff();
    }
    // The test's randomness is always one half.
    expect(waits).toEqual([750, 1250, 2250, 4250, 8250, 15250, 15250, 15250]);
    await sink.until(isWaiting);
    await restart();
    passBackOff();
    await sink.until(isReady);
    server.drop();
    await sink.until(isWaiting);
    expect((sink.link?.nextAttemptTs ?? 0) - ports.clock.wallNow()).toBe(750);
    expect(sink.gaps).toHaveLength(1);
  });

  it('fails for good when the channel is suspended', async () => {
    await listen({ suspended: ['gone'] }, 'gone');
    await sink.until(() => sink.link?.link === 'failed');
    expect(sink.link).toEqual({
      link: 'failed',
      reason: 'channel_suspended',
      nextAttemptTs: null,
      missingSinceTs: ports.clock.wallNow(),
    });
  });

  it('keeps trying a channel that does not answer, and says so', async () => {
    await listen({}, 'nobody_here');
    await server.onReceived('JOIN #nobody_here');
    ports.clock.advance(STEP_TIMEOUT_MS);
    expect(sink.link).toMatchObject({ link: 'reconnecting', reason: 'join_unanswered' });
    expect(sink.gaps).toEqual([]);
  });

  it('says nothing more once it was stopped', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    await feed.stop();
    // Stopped twice is stopped once.
    await feed.stop();
    const calls = sink.calls.length;
    server.broadcast(`${CHAT}late`);
    ports.clock.advance(120_000);
    await server.close();
    expect(sink.calls).toHaveLength(calls);
    expect(ports.clock.timerCount()).toBe(0);
  });

  async function restart(): Promise<void> {
    const port = Number(new URL(server.url).port);
    server = await startTwitchChatServer({ channels: ['linxia_live'], port });
  }
});

describe('what arrives', () => {
  it('is every line, once, in order', async () => {
    await listen({ lines: LIVE }, 'linxia_live');
    await sink.until(() => messageKeys().length === LIVE.length);
    expect(messageKeys()).toEqual(IDS);
    expect(sink.refused).toEqual([]);
    expect(sink.events.some((event) => event.historical)).toBe(false);
    expect(sink.frames).toHaveLength(sink.events.length);
  });

  it('is every line still when the server breaks off twice and repeats the last 20', async () => {
    await listen({ lines: LIVE, dropAfter: [60, 140] }, 'linxia_live');
    for (let drop = 0; drop < 2; drop += 1) {
      await sink.until(isWaiting);
      passBackOff();
      await sink.until(isReady);
    }
    await sink.until(() => messageKeys().length === LIVE.length);
    await server.onFinished;
    expect(messageKeys()).toEqual(IDS);
    const received = sink.events.filter((event) => event.kind === 'chat');
    expect(received).toHaveLength(LIVE.length + 40);
    expect(sink.gaps).toHaveLength(2);
  });

  it('is counted and kept where it is garbage', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcast('what is this');
    server.broadcast(`@=x ${CHAT}bad tags`);
    server.broadcast(`${CHAT}${'x'.repeat(1_000_000)}`);
    server.broadcastBytes(Uint8Array.of(0xff, 0xfe, 0x00));
    server.broadcast(`${CHAT}still here`);
    await sink.until(() => messageKeys().length === 1);
    expect(sink.refused.map(({ reason }) => reason)).toEqual([
      'unknown_command',
      'bad_tags',
      'too_long',
      'not_utf8',
    ]);
    expect(sink.link?.link).toBe('ready');
  });

  it('survives bytes that are no text, in a text frame too', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcast(`${CHAT}before`);
    server.broadcastBrokenText(Uint8Array.of(0x68, 0xc3, 0x28));
    server.broadcast(`${CHAT}after`);
    await sink.until(() => messageKeys().length === 2);
    expect(sink.refused.map(({ reason }) => reason)).toEqual(['not_utf8']);
    expect(server.joins()).toBe(1);
  });

  it('a frame larger than is ever taken is counted and ends the link; nothing around it is lost', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcast(`@id=1 ${CHAT}before`);
    server.broadcastText('x'.repeat(MAX_FRAME_BYTES + 1));
    server.broadcast(`@id=2 ${CHAT}after`);
    await sink.until(isWaiting);
    expect(sink.link?.reason).toBe('frame_too_long');
    expect(sink.refused.map(({ reason }) => reason)).toEqual(['frame_too_long']);
    passBackOff();
    await sink.until(isReady);
    // The platform repeats what was not taken.
    server.broadcast(`@id=2 ${CHAT}after`);
    await sink.until(() => messageKeys().length === 2);
    expect(messageKeys()).toEqual(['1', '2']);
    expect(sink.gaps).toHaveLength(1);
  });

  it('is put together where a line is cut across frames', async () => {
    await listen({}, 'linxia_live');
    await sink.until(isReady);
    server.broadcastText(`${CHAT}first\r\n${CHAT}sec`);
    server.broadcastText('ond\r\n');
    await sink.until(() => messageKeys().length === 2);
    expect(sink.events.slice(-2)).toMatchObject([
      { fragments: [{ text: 'first' }] },
      { fragments: [{ text: 'second' }] },
    ]);
  });
});
