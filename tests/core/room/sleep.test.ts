import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startSleepRig, type SleepRig } from '#tests/support/sleep-rig.ts';

let sleep: SleepRig;

beforeEach(async () => {
  sleep = await startSleepRig();
});
afterEach(() => sleep.close());

describe('a machine that slept during a show', () => {
  it('asks its links at once, keeps the one that answers, and marks what it did not hear', async () => {
    await sleep.say('before');
    const fromTs = sleep.rig.ports.clock.wallNow();
    const pings = sleep.pings();
    sleep.rig.ports.clock.sleep(600_000);
    await sleep.rig.advance(1_000);
    await sleep.until(() => sleep.pings() === pings + 1);
    await sleep.say('after');
    await sleep.rig.advance(6_000);
    expect(sleep.link()).toBe('ready');
    const [gap, ...others] = sleep.gaps();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ cause: 'slept', sourceLabel: null, lost: null });
    expect(Math.abs((gap?.fromTs ?? 0) - fromTs)).toBeLessThan(1_500);
    expect((gap?.toTs ?? 0) - (gap?.fromTs ?? 0)).toBeGreaterThanOrEqual(600_000);
    expect(sleep.texts()).toEqual(['before', 'after']);
  });

  it('opens a link that died meanwhile anew within seconds instead of waiting for its watchdog', async () => {
    await sleep.say('before');
    sleep.server.mute(true);
    sleep.rig.ports.clock.sleep(600_000);
    await sleep.rig.advance(1_000);
    await sleep.rig.advance(5_000);
    expect(sleep.link()).toBe('reconnecting');
    sleep.server.mute(false);
    await sleep.until(() => sleep.link() === 'ready');
    await sleep.say('after');
    expect(sleep.texts()).toEqual(['before', 'after']);
    expect(sleep.gaps().map(({ cause }) => cause)).toEqual(['slept', 'source_lost']);
  });

  it('tries a link at once that was waiting for its next attempt', async () => {
    sleep.server.mute(true);
    await sleep.rig.advance(30_000);
    expect(sleep.link()).toBe('reconnecting');
    sleep.server.mute(false);
    sleep.rig.ports.clock.sleep(600_000);
    await sleep.rig.advance(1_000);
    await sleep.until(() => sleep.link() === 'ready');
  });
});

it('a core that was held finds what came meanwhile and marks no gap of its own', async () => {
  await sleep.say('before');
  const pings = sleep.pings();
  await sleep.hold(20_000);
  await sleep.until(() => sleep.pings() > pings);
  await sleep.say('after');
  expect(sleep.texts()).toEqual(['before', 'after']);
  expect(sleep.gaps()).toEqual([]);
});
