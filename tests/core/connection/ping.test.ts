import { afterEach, beforeEach, expect, it } from 'vitest';

import { type CoreRig, startRig } from '#tests/support/core-rig.ts';

let rig: CoreRig;

beforeEach(async () => {
  rig = await startRig(null);
});
afterEach(() => rig.close());

it.each(['desk', 'anchor', 'overlay', 'assistant', 'team', 'cli'] as const)(
  'a %s that asks whether anybody is there is answered at once, also before its hello',
  (role) => {
    const screen = rig.screen(role);
    const before = screen.frames.length;
    screen.raw({ type: 'ping' });
    screen.raw({ type: 'ping' });
    expect(screen.frames.slice(before)).toEqual([{ type: 'pong' }, { type: 'pong' }]);
  },
);

it('a ping with anything in it is no ping', () => {
  const screen = rig.screen('desk');
  screen.raw({ type: 'ping', note: 'x' });
  expect(screen.frames.at(-1)).toMatchObject({ type: 'refused', commandId: null });
});
