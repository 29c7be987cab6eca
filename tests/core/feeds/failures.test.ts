import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { STEP_TIMEOUT_MS } from '#core/feeds/supervisor/supervise-link.ts';
import { isMessageKey, LANGUAGES, messages } from '#renderer/i18n/messages.ts';
import type { Source } from '#shared/model/source.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

const CHANNEL = 'linxia_live';
const NAME = 'cuedesk_operator';
const TOKEN = 'r1ght2oken3r1ght4oken5r1ght6ok';
const WRONG = 'wr0ng2oken3wr0ng4oken5wr0ng6ok';
/** A resolver that is out of reach takes its time to say so. */
const RESOLVER_LIMIT_MS = 60_000;

let rig: CoreRig;
let desk: RigScreen;
let closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'Linen', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
});
afterEach(async () => {
  await rig.close();
  for (const close of closing) await close();
  closing = [];
});

const add = (address: string, channel = CHANNEL): Promise<{ sourceId: Source['id'] }> =>
  desk.must('source.add', { connector: 'twitch-irc', channel, address });

async function platform(): Promise<TwitchChatServer> {
  const server = await startTwitchChatServer({
    channels: [CHANNEL],
    accounts: new Map([[NAME, TOKEN]]),
  });
  closing.push(() => server.close());
  return server;
}

/** A TCP server of no protocol at all. */
async function bareServer(onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port of this machine that nothing listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Lets real sockets go on until the desk was told so; the clock stands still. */
async function until(isSo: (source: Source) => boolean): Promise<Source> {
  for (;;) {
    await rig.advance(0);
    const source = desk.slice('sources').sources[0];
    if (source !== undefined && isSo(source)) return source;
  }
}

/** The reason in words of its own, and what to do in one line, in each language. */
function wordsOf(source: Source): readonly string[] {
  return LANGUAGES.flatMap((language) =>
    (['reason', 'advice'] as const).map((part) => {
      const key = `source.${part}.${source.reason}`;
      if (!isMessageKey(key)) throw new Error(`${key} is missing`);
      return messages[language][key];
    }),
  );
}

function expectSaid(source: Source, link: Source['link'], reason: string): readonly string[] {
  expect(source).toMatchObject({ link, reason });
  // What goes on by itself says when; what does not, waits for the operator.
  expect(source.nextAttemptTs === null).toBe(link === 'failed');
  const words = wordsOf(source);
  expect(new Set(words).size).toBe(words.length);
  return words;
}

const waits = ({ link, nextAttemptTs }: Source): boolean =>
  link === 'reconnecting' && nextAttemptTs !== null;

describe('a server that is not reached', () => {
  test(
    'a name that resolves nowhere',
    async () => {
      await add('ws://chat.cuedesk.invalid:8080');
      const words = expectSaid(await until(waits), 'reconnecting', 'host_unknown');
      expect(words.join('\n')).toMatch(/查不到[\s\S]*核对[\s\S]*No address[\s\S]*Check/);
    },
    RESOLVER_LIMIT_MS,
  );

  test('nothing listens at the port', async () => {
    await add(`ws://127.0.0.1:${await freePort()}`);
    const words = expectSaid(await until(waits), 'reconnecting', 'connect_refused');
    expect(words.join('\n')).toMatch(/拒绝连接[\s\S]*防火墙[\s\S]*refuses[\s\S]*firewall/);
  });

  test('no way leads there', async () => {
    // The system itself refuses to connect to everybody at once: nothing leaves this machine.
    await add('ws://255.255.255.255:8080');
    const words = expectSaid(await until(waits), 'reconnecting', 'network_unreachable');
    expect(words.join('\n')).toMatch(/没有通往[\s\S]*网线[\s\S]*no network[\s\S]*cable/);
  });

  test('a server that takes the connection and says nothing', async () => {
    let taken = 0;
    const address = await bareServer(() => {
      taken += 1;
    });
    await add(address);
    await until(() => taken === 1);
    await rig.advance(STEP_TIMEOUT_MS);
    const words = expectSaid(await until(waits), 'reconnecting', 'connect_timeout');
    expect(words.join('\n')).toMatch(/没有应答[\s\S]*防火墙[\s\S]*does not answer[\s\S]*firewall/);
  });

  test('a page in its place, as of a network that wants a login', async () => {
    await add(
      await bareServer((socket) => socket.end('HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n')),
    );
    const words = expectSaid(await until(waits), 'reconnecting', 'connect_failed');
    expect(words.join('\n')).toMatch(/登录[\s\S]*login/);
  });

  test('a connection that is cut before a word is said', async () => {
    await add(await bareServer((socket) => socket.resetAndDestroy()));
    const words = expectSaid(await until(waits), 'reconnecting', 'connect_failed');
    expect(words.join('\n')).toMatch(/就断了[\s\S]*broke off/);
  });

  test('each of these is said in other words', async () => {
    await add(`ws://127.0.0.1:${await freePort()}`);
    const refused = await until(waits);
    const reasons = [
      'host_unknown',
      'connect_refused',
      'network_unreachable',
      'connect_timeout',
      'connect_failed',
    ];
    const words = reasons.flatMap((reason) => wordsOf({ ...refused, reason }));
    expect(new Set(words).size).toBe(words.length);
  });

  test('when it is there again, the source comes back and its reason goes', async () => {
    const port = await freePort();
    await add(`ws://127.0.0.1:${port}`);
    const { nextAttemptTs } = await until(waits);
    const server = await startTwitchChatServer({ channels: [CHANNEL], port });
    closing.push(() => server.close());
    await rig.advance((nextAttemptTs ?? 0) - rig.ports.clock.wallNow());
    expect(await until(({ link }) => link === 'ready')).toMatchObject({ reason: null });
  });
});

describe('a platform that does not go along', () => {
  test('a channel whose join is never answered, as where its name is mistyped', async () => {
    const server = await platform();
    await add(server.url, 'linxia_livve');
    await until(() => server.received.includes('JOIN #linxia_livve'));
    await rig.advance(STEP_TIMEOUT_MS);
    const words = expectSaid(await until(waits), 'reconnecting', 'join_unanswered');
    expect(words.join('\n')).toMatch(/核对频道名[\s\S]*spelling/);
  });

  test('a channel that the platform says is not there', async () => {
    const server = await platform();
    await add(server.url);
    await until(({ link }) => link === 'ready');
    const text = 'This channel does not exist.';
    server.broadcast(`@msg-id=msg_room_not_found :tmi.twitch.tv NOTICE #${CHANNEL} :${text}`);
    const failed = await until(({ link }) => link === 'failed');
    const words = expectSaid(failed, 'failed', 'channel_unknown');
    expect(words.join('\n')).toMatch(/找不到[\s\S]*核对[\s\S]*no such channel[\s\S]*Check/);
  });

  test('a token that it does not take', async () => {
    const server = await platform();
    const { sourceId } = await add(server.url);
    await until(({ link }) => link === 'ready');
    await desk.must('source.setLogin', { sourceId, name: NAME, token: WRONG });
    const failed = await until(({ link }) => link === 'failed');
    const words = expectSaid(failed, 'failed', 'token_refused');
    expect(words.join('\n')).toMatch(/换上新令牌[\s\S]*Enter a new token/);
    // Said nowhere: neither to a screen nor in the log.
    expect(JSON.stringify([desk.frames, rig.ports.lines])).not.toContain(WRONG);
  });
});

describe('a line of a megabyte', () => {
  const chat = (text: string): string => `:ann!ann@ann.tmi.twitch.tv PRIVMSG #${CHANNEL} :${text}`;
  const texts = (): readonly string[] =>
    desk
      .events()
      .flatMap((event) =>
        event.kind === 'chat' ? [event.fragments.map(({ text }) => text).join('')] : [],
      );

  test('is counted at its source and left out, and the link and the next line are as ever', async () => {
    const server = await platform();
    await add(server.url);
    await until(({ link }) => link === 'ready');
    server.broadcast(chat('前'));
    server.broadcast(chat('x'.repeat(1_048_576)));
    server.broadcast(chat('后'));
    await server.receipt();
    await until(({ badCount }) => badCount > 0);
    while (!texts().includes('后')) await rig.advance(50);
    expect(texts()).toEqual(['前', '后']);
    expect(desk.slice('sources').sources[0]).toMatchObject({
      link: 'ready',
      reason: null,
      badCount: 1,
    });
    expect(server.connections().most).toBe(1);
    for (const language of LANGUAGES) {
      expect(messages[language]['sources.bad.one']).toMatch(/\{count\}.*(照常收|goes on)/);
    }
  });
});
