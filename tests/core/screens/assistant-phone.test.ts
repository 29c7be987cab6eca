import { afterEach, beforeEach, expect, test } from 'vitest';

import { SecondScreenRole } from '#shared/model/screen.ts';
import { outcome, screenSocket } from '#tests/support/screen-client.ts';
import {
  expectOk,
  letIn,
  ROOM,
  type ScreensRig,
  startScreensRig,
} from '#tests/support/screens-rig.ts';

let rig: ScreensRig;
beforeEach(async () => {
  rig = await startScreensRig();
});
afterEach(() => rig.close());

test('an assistant is paired with its trade, which holds after a restart', async () => {
  const { url } = await rig.offer('assistant', 'ads');
  expect(new URL(url).pathname).toBe('/assistant/');
  expect(rig.slice().offer).toMatchObject({ role: 'assistant', trade: 'ads' });
  const cookie = await letIn(rig, 'assistant', { trade: 'stock', name: 'Pixel' });
  const phone = { role: 'assistant', trade: 'stock', name: 'Pixel' };
  expect(rig.slice().screens).toMatchObject([phone]);
  rig = await rig.restart();
  expect(rig.slice().screens).toMatchObject([phone]);
  const socket = screenSocket(rig.port, 'assistant', cookie);
  expect(await outcome(socket)).toBe('connected');
  expect(rig.served.map(({ identity }) => identity)).toEqual([
    { role: 'assistant', screenId: 1, roomId: ROOM },
  ]);
  socket.disconnect();
});

test('the token of one kind of screen opens no other, and none when it was revoked', async () => {
  for (const role of SecondScreenRole.options) {
    const trade = role === 'assistant' ? 'stock' : null;
    const cookie = await letIn(rig, role, { trade });
    const [, token = ''] = cookie.split('=');
    for (const other of SecondScreenRole.options.filter((each) => each !== role)) {
      const renamed = `${cookie.slice(0, cookie.indexOf('=')).replace(role, other)}=${token}`;
      expect(await outcome(screenSocket(rig.port, other, renamed))).toBe('not_allowed');
    }
    const screen = rig.slice().screens.find((each) => each.role === role);
    if (screen === undefined) throw new Error('not paired');
    expectOk(rig.screens.revoke(ROOM, screen.id));
    expect(await outcome(screenSocket(rig.port, role, cookie))).toBe('not_allowed');
  }
});
