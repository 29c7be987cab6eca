import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { RuntimeInfo } from '#core/screens/runtime-file.ts';
import { fail } from '#shared/contract/app-error.ts';
import {
  codeOf,
  cookieOf,
  disconnected,
  disconnectedEngine,
  outcome,
  postPair,
  programSocket,
  screenSocket,
} from '#tests/support/screen-client.ts';
import { expectOk, letIn, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

let rig: ScreensRig;
let opened: Socket[] = [];
beforeEach(async () => {
  rig = await startScreensRig();
  opened = [];
});
afterEach(async () => {
  for (const socket of opened) socket.disconnect();
  await rig.close();
});

async function connected(socket: Socket): Promise<Socket> {
  opened.push(socket);
  expect(await outcome(socket)).toBe('connected');
  return socket;
}

async function anchorSocket(): Promise<Socket> {
  return connected(screenSocket(rig.port, 'anchor', await letIn(rig, 'anchor')));
}

/** Waits until the server has taken so many frames of its first connection. */
async function framesTaken(count: number): Promise<readonly unknown[]> {
  const frames = (): readonly unknown[] => rig.served[0]?.frames ?? [];
  while (frames().length < count) await new Promise((resolve) => setImmediate(resolve));
  return frames();
}

test('frames go both ways in their order', async () => {
  const socket = await anchorSocket();
  const received: unknown[] = [];
  const second = new Promise<void>((resolve) => {
    socket.on('frame', (frame: unknown) => received.push(frame) === 2 && resolve());
  });
  const { error } = fail('bad_request', {});
  rig.served[0]?.connection.send({ type: 'refused', commandId: null, error });
  rig.served[0]?.connection.send({ type: 'reload', protocol: 7 });
  await second;
  expect(received).toEqual([
    { type: 'refused', commandId: null, error },
    { type: 'reload', protocol: 7 },
  ]);
  socket.emit('frame', { type: 'hello' });
  socket.emit('frame', ['not', 'an', 'object']);
  expect(await framesTaken(2)).toEqual([{ type: 'hello' }, ['not', 'an', 'object']]);
  expect(rig.served[0]?.connection.backlog()).toBe(0);
});

describe('a second screen is cut off', () => {
  test('beyond 16 KB a frame', async () => {
    const socket = await anchorSocket();
    socket.emit('frame', { text: 'x'.repeat(15_000) });
    await framesTaken(1);
    const gone = disconnected(socket);
    socket.emit('frame', { text: 'x'.repeat(17_000) });
    await gone;
    expect(rig.served[0]?.frames).toHaveLength(1);
  });

  test('beyond twenty frames at once', async () => {
    const socket = await anchorSocket();
    for (let at = 0; at < 15; at += 1) socket.emit('frame', { at });
    await framesTaken(15);
    rig.clock.advance(1_000);
    const gone = disconnected(socket);
    for (let at = 0; at < 30; at += 1) socket.emit('frame', { at });
    await gone;
    expect(rig.served[0]?.frames.length).toBeLessThanOrEqual(35);
    expect(rig.lines).toContainEqual({
      level: 'warn',
      event: 'screen_cut_off',
      fields: { role: 'anchor', reason: 'too_many_frames' },
    });
  });

  test('with an event that is not a frame', async () => {
    const socket = await anchorSocket();
    const gone = disconnected(socket);
    socket.emit('admin', {});
    expect(await gone).toBe('io server disconnect');
  });
});

describe('local programs', () => {
  test('find port and token in a file of their user only, while the core runs', async () => {
    const path = join(rig.folder, 'runtime.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const info = RuntimeInfo.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(info).toMatchObject({
      pid: process.pid,
      port: rig.port,
      url: `http://127.0.0.1:${rig.port}`,
      token: rig.screens.cliToken(),
    });
    await connected(programSocket(rig.port, info.token));
    expect(rig.served[0]?.identity).toEqual({ role: 'cli', screenId: null, roomId: null });
    await rig.screens.close();
    expect(existsSync(path)).toBe(false);
  });

  test('may send large frames', async () => {
    const socket = await connected(programSocket(rig.port, rig.screens.cliToken()));
    socket.emit('frame', { text: 'x'.repeat(2_000_000) });
    expect(await framesTaken(1)).toHaveLength(1);
  });

  test('are refused with a wrong token, and the token is no use to a page', async () => {
    expect(await outcome(programSocket(rig.port, 'wrong'))).toBe('not_allowed');
    const page = screenSocket(rig.port, 'cli', '');
    page.auth = { role: 'cli', token: rig.screens.cliToken() };
    expect(await outcome(page)).toBe('not_allowed');
  });
});

describe('an address of the network', () => {
  const lan = (): string => {
    const address = rig.slice().addresses.find((one) => one !== '127.0.0.1');
    if (address === undefined) throw new Error('this machine has no address but loopback');
    return address;
  };

  test('serves second screens and never the desk or local programs', async () => {
    const address = lan();
    expectOk(await rig.screens.listen(address));
    const { listen } = rig.slice();
    expect(listen?.address).toBe(address);
    const port = listen?.port ?? 0;
    const { url } = await rig.offer('overlay');
    expect(url).toContain(`http://${address}:${port}/overlay/#code=`);
    const cookie = await letIn(rig, 'overlay');
    const overlay = await connected(screenSocket(port, 'overlay', cookie, address));

    const deskCode = codeOf(rig.screens.deskUrl());
    expect((await postPair(port, { code: deskCode, name: '' }, { address })).status).toBe(403);
    const desk = cookieOf(await postPair(rig.port, { code: deskCode, name: '' }));
    expect(await outcome(screenSocket(port, 'desk', desk, address))).toBe('not_allowed');

    const gone = disconnected(overlay);
    await rig.screens.closeListening();
    await gone;
    expect(rig.slice().listen).toBeNull();
  });

  test('is open again after a restart, so that tablets find the desk', async () => {
    expectOk(await rig.screens.listen(lan()));
    const before = rig.slice().listen;
    rig = await rig.restart();
    expect(rig.slice().listen).toEqual(before);
  });

  test('must be one of this machine', async () => {
    const refused = await rig.screens.listen('203.0.113.9');
    expect(refused).toMatchObject({ ok: false, error: { code: 'address_unavailable' } });
  });
});

test('switched off, second screens are dropped and come back when it is on again', async () => {
  expect(rig.slice().listen).toBeNull();
  const socket = await anchorSocket();
  expect(rig.slice().listen).toEqual({
    address: '127.0.0.1',
    port: rig.port,
    takenPort: null,
    isGone: false,
  });
  const gone = disconnected(socket);
  await rig.screens.closeListening();
  // Not a goodbye: a page tries again after it.
  expect(await gone).toBe('transport close');
  const dropped = disconnectedEngine(socket);
  socket.connect();
  expect(await dropped).toBe('transport close');
  expectOk(await rig.screens.listen('127.0.0.1'));
  expect(await outcome(socket)).toBe('connected');
});

test('a port that is asked for and taken is refused by name', async () => {
  await expect(startScreensRig({ deskPort: rig.port })).rejects.toThrow('address_unavailable');
});
