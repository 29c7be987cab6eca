import { connect, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { LISTENER_LIMITS } from '#core/screens/connection-limits.ts';
import { limitedLogger } from '#core/screens/limited-log.ts';
import { STRANGER_LIMITS } from '#core/screens/role-limits.ts';
import { networkAddress } from '#tests/support/host-matrix.ts';
import { RawScreen } from '#tests/support/raw-screen.ts';
import { expectOk, letIn, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';
import { testPorts } from '#tests/support/test-ports.ts';

const address = networkAddress();
let rig: ScreensRig;
let place: { readonly address: string; readonly port: number };
let sockets: Socket[] = [];
beforeEach(async () => {
  rig = await startScreensRig();
  expectOk(await rig.screens.listen(address));
  place = { address, port: rig.slice().listen?.port ?? 0 };
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await rig.close();
});

type Line = { readonly socket: Socket; readonly closed: Promise<string>; text(): string };

/** A bare TCP connection that has said these bytes. */
function line(bytes: string): Promise<Line> {
  const socket = connect(place.port, place.address);
  sockets.push(socket);
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(text)));
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.write(bytes, () => resolve({ socket, closed, text: () => text }));
    });
    socket.once('close', () => resolve({ socket, closed, text: () => text }));
  });
}

/** A whole request answered: the server has by now taken up every connection made before. */
async function served(): Promise<void> {
  const own = `HEAD /anchor/ HTTP/1.1\r\nHost: ${address}:${place.port}\r\nConnection: close\r\n\r\n`;
  expect(await (await line(own)).closed).toContain('200 OK');
}

describe('a connection is ended', () => {
  const head = () => `POST /pair HTTP/1.1\r\nHost: ${address}:${place.port}\r\n`;
  test.each([
    ['that says nothing', () => ''],
    ['that never ends its headers', () => `${head()}X-Slow: `],
    [
      'that never ends its body',
      () =>
        `${head()}Origin: http://${address}:${place.port}\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{`,
    ],
  ])('%s in ten seconds', async (_what, bytes) => {
    const slow = await line(bytes());
    await served();
    rig.clock.advance(LISTENER_LIMITS.requestMs - 1);
    expect(slow.socket.destroyed).toBe(false);
    rig.clock.advance(1);
    expect(await slow.closed).toBe('');
  });

  test('with headers beyond 8 KB', async () => {
    const large = `${head()}X-Large: ${'x'.repeat(LISTENER_LIMITS.headerBytes)}\r\n\r\n`;
    expect(await (await line(large)).closed).toContain('431');
  });

  test('that is one too many of its address; the others stay, and its place is free again', async () => {
    const held = await Promise.all(
      Array.from({ length: LISTENER_LIMITS.perAddress }, () => line('')),
    );
    const [first] = held;
    const more = await Promise.all(Array.from({ length: 20 }, () => line('')));
    await Promise.all(more.map((one) => one.closed));
    expect(held.filter(({ socket }) => socket.destroyed)).toEqual([]);
    first?.socket.destroy();
    await first?.closed;
    await freed();
  });
});

/** Resolves when a connection is taken again. */
async function freed(): Promise<void> {
  for (;;) {
    const own = `HEAD /anchor/ HTTP/1.1\r\nHost: ${address}:${place.port}\r\nConnection: close\r\n\r\n`;
    if ((await (await line(own)).closed).includes('200 OK')) return;
  }
}

describe('a socket of a stranger is ended', () => {
  const stranger = () => RawScreen.connect({ ...place, cookie: '' });

  test('that does not say who it is', async () => {
    const screen = await stranger();
    await served();
    rig.clock.advance(STRANGER_LIMITS.greetMs);
    await screen.closed;
    expect(rig.served).toEqual([]);
  });

  test.each([
    ['a long greeting', (): (string | Buffer)[] => [`40{"role":"${'x'.repeat(5_000)}"}`]],
    ['bytes', () => [Buffer.alloc(100)]],
    ['many words', () => Array.from({ length: 8 }, () => '40/elsewhere,{}')],
    ['what is no packet', () => ['zzzz']],
    ['a frame before it is let in', () => ['42["frame",{}]']],
  ])('that sends %s', async (_what, messages) => {
    const screen = await stranger();
    for (const message of messages()) screen.send(message);
    await screen.closed;
    expect(rig.served).toEqual([]);
  });

  test('and hears that it is not allowed, without being served', async () => {
    const screen = await stranger();
    screen.send('40{"role":"anchor"}');
    await screen.until(() => screen.texts.some((text) => text.includes('not_allowed')));
    rig.clock.advance(STRANGER_LIMITS.greetMs);
    await screen.closed;
    expect(rig.served).toEqual([]);
  });
});

describe('a screen that was let in is cut off', () => {
  test.each([
    ['attachments', () => ['451-["frame",{"_placeholder":true,"num":0}]', Buffer.alloc(64)]],
    ['a frame of half a megabyte', () => [`42["frame","${'x'.repeat(500_000)}"]`]],
    ['a flood', () => Array.from({ length: 200 }, () => '42["frame",{}]')],
    ['what is no packet', () => ['4zzzz']],
  ])('that sends %s', async (_what, messages) => {
    const screen = await RawScreen.connect({ ...place, cookie: await letIn(rig, 'anchor') });
    await screen.greet('anchor');
    for (const message of messages()) screen.send(message);
    await screen.closed;
    expect(rig.served[0]?.frames.length ?? 0).toBeLessThanOrEqual(21);
    expect(rig.slice().screens).toMatchObject([{ isConnected: false }]);
  });

  test('but not for a frame that is only nonsense', async () => {
    const screen = await RawScreen.connect({ ...place, cookie: await letIn(rig, 'anchor') });
    await screen.greet('anchor');
    const deep = `${'['.repeat(7_000)}${']'.repeat(7_000)}`;
    screen.send(`42["frame",${deep}]`);
    screen.sendFrame('after it');
    const frames = (): readonly unknown[] => rig.served[0]?.frames ?? [];
    while (frames().length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(frames()[1]).toBe('after it');
    screen.drop();
  });
});

test('closing the address ends every connection, half-open and upgraded ones too', async () => {
  const silent = await line('');
  const stranger = await RawScreen.connect({ ...place, cookie: '' });
  const screen = await RawScreen.connect({ ...place, cookie: await letIn(rig, 'overlay') });
  await screen.greet('overlay');
  await served();
  await rig.screens.closeListening();
  await Promise.all([silent.closed, stranger.closed, screen.closed]);
  const after = await line('');
  await after.closed;
  expect(after.text()).toBe('');
});

test('strangers cannot fill the log, and it says how much was left out', () => {
  const ports = testPorts();
  const logger = limitedLogger(ports.logger, ports.clock);
  for (let at = 0; at < 10_000; at += 1) logger.log('warn', 'page_request_refused', { at });
  expect(ports.lines).toHaveLength(20);
  ports.clock.advance(10_000);
  logger.log('warn', 'page_request_refused', { at: 10_000 });
  logger.log('warn', 'screen_cut_off', {});
  for (let at = 0; at < 50; at += 1) logger.log('error', 'page_request_failed', { at });
  expect(ports.lines[20]).toMatchObject({ fields: { at: 10_000, leftOut: 9_980 } });
  expect(ports.lines).toHaveLength(72);
});
