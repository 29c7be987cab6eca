import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { LANGUAGES, messages } from '#renderer/i18n/messages.ts';
import { networkAddress } from '#tests/support/host-matrix.ts';
import { outcome, screenSocket } from '#tests/support/screen-client.ts';
import { expectOk, letIn, type ScreensRig, startScreensRig } from '#tests/support/screens-rig.ts';

const address = networkAddress();

let rig: ScreensRig;
let other: Server | null = null;
/** Where a paired tablet looks for the desk, and the cookie it shows there. */
let known = 0;
let cookie = '';

beforeEach(async () => {
  rig = await startScreensRig();
  expectOk(await rig.screens.listen(address));
  known = rig.slice().listen?.port ?? 0;
  cookie = await letIn(rig, 'anchor');
  await rig.screens.closeListening();
  other = await take(address, known);
});
afterEach(async () => {
  await free();
  await rig.close();
});

/** Another program of this machine. */
async function take(host: string, port: number): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
  return server;
}

async function free(): Promise<void> {
  const server = other;
  other = null;
  if (server === null) return;
  server.close();
  await once(server, 'close');
}

const tablet = (port: number) => screenSocket(port, 'anchor', cookie, address);

describe('the port that screens know belongs to another program', () => {
  test('the desk opens at another one and says both', async () => {
    expectOk(await rig.screens.listen(address));
    const { listen } = rig.slice();
    expect(listen).toEqual({
      address,
      port: expect.any(Number),
      takenPort: known,
      isGone: false,
    });
    expect(listen?.port).not.toBe(known);
    expect(await outcome(tablet(listen?.port ?? 0))).toBe('connected');
    for (const language of LANGUAGES) {
      expect(messages[language]['screens.portTaken']).toMatch(/\{taken\}[\s\S]*\{port\}/);
    }
  });

  test('while it is held the way back is refused, and nothing moves', async () => {
    expectOk(await rig.screens.listen(address));
    const before = rig.slice().listen;
    const socket = tablet(before?.port ?? 0);
    expect(await outcome(socket)).toBe('connected');
    expect(await rig.screens.listen(address)).toEqual({
      ok: false,
      error: { code: 'port_taken', params: { port: known } },
    });
    expect(rig.slice().listen).toEqual(before);
    expect(socket.connected).toBe(true);
  });

  test('once it is free one press goes back, and the tablet finds the desk where it was', async () => {
    expectOk(await rig.screens.listen(address));
    const between = rig.slice().listen?.port ?? 0;
    const { url } = await rig.offer('anchor');
    expect(url).toContain(`:${between}/`);
    await free();
    expectOk(await rig.screens.listen(address));
    expect(rig.slice().listen).toEqual({ address, port: known, takenPort: null, isGone: false });
    expect(await outcome(tablet(known))).toBe('connected');
    expect(await outcome(tablet(between))).not.toBe('connected');
    // A code that was shown with the other port leads nowhere, and is gone.
    expect(rig.slice().offer).toBeNull();
    expect((await rig.offer('anchor')).url).toContain(`:${known}/`);
  });

  test('it is still said after a restart, and gone with the first start after it is free', async () => {
    expectOk(await rig.screens.listen(address));
    rig = await rig.restart();
    expect(rig.slice().listen).toMatchObject({ address, takenPort: known });
    await free();
    rig = await rig.restart();
    expect(rig.slice().listen).toEqual({ address, port: known, takenPort: null, isGone: false });
  });
});

test('a desk whose own port is taken keeps it in mind for the next start', async () => {
  const own = rig.port;
  rig = await rig.restart(async () => {
    await free();
    other = await take('127.0.0.1', own);
  });
  expect(rig.port).not.toBe(own);
  expectOk(await rig.screens.listen('127.0.0.1'));
  expect(rig.slice().listen).toMatchObject({ port: rig.port, takenPort: own });
  rig = await rig.restart(free);
  expect(rig.port).toBe(own);
  expect(rig.slice().listen).toMatchObject({ port: own, takenPort: null });
});
