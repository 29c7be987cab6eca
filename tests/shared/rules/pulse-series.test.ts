import { describe, expect, test } from 'vitest';

import { ConcurrentViewers } from '#shared/rules/concurrent-viewers.ts';
import { PulseSeries } from '#shared/rules/pulse-series.ts';

const START = 1_772_395_200_000;
const ALL = { any: true, orders: true };
const NOTHING = { any: false, orders: false };

function series() {
  const viewers = new ConcurrentViewers();
  const pulse = new PulseSeries(viewers);
  return {
    pulse,
    setViewers(sourceId: number, current: number, ts: number) {
      const place = { sourceId, platform: 'twitch', platformRoomId: '' };
      viewers.set(place, { current, total: null, isApprox: false, ts });
      pulse.noteViewers(ts);
    },
  };
}

describe('silence is unknown, never 0', () => {
  test('a step in which nothing is received has no figures', () => {
    const { pulse } = series();
    pulse.tick(START, NOTHING);
    expect(pulse.all()).toEqual([
      { ts: START, viewers: null, chatPerMinute: null, ordersPerMinute: null },
    ]);
  });

  test('a step in which a quiet source is received is 0', () => {
    const { pulse } = series();
    pulse.tick(START, ALL);
    expect(pulse.all()).toEqual([
      { ts: START, viewers: null, chatPerMinute: 0, ordersPerMinute: 0 },
    ]);
  });

  test('orders are unknown where no source tells them, whatever else is received', () => {
    const { pulse } = series();
    pulse.tick(START, { any: true, orders: false });
    expect(pulse.all()).toEqual([
      { ts: START, viewers: null, chatPerMinute: 0, ordersPerMinute: null },
    ]);
  });

  test('the source comes back within a step: the step is known', () => {
    const { pulse } = series();
    pulse.tick(START, NOTHING);
    pulse.tick(START + 3_000, ALL);
    pulse.tick(START + 6_000, NOTHING);
    expect(pulse.all()[0]?.chatPerMinute).toBe(0);
  });

  test('a late message makes the silent step of its time known', () => {
    const { pulse } = series();
    pulse.tick(START, NOTHING);
    pulse.tick(START + 10_000, ALL);
    pulse.addChat(START + 5_000);
    expect(pulse.all().map(({ chatPerMinute }) => chatPerMinute)).toEqual([1, 1]);
  });

  test('viewers of a source that says nothing for 90 s are unknown', () => {
    const { pulse, setViewers } = series();
    setViewers(1, 120, START);
    pulse.tick(START + 90_000, ALL);
    pulse.tick(START + 100_000, ALL);
    expect(pulse.all().map(({ viewers }) => viewers)).toEqual([120, 120, null]);
  });
});

test('chat and orders are trailing minutes, late ones in their own step', () => {
  const { pulse } = series();
  for (let step = 0; step <= 7; step += 1) pulse.tick(START + step * 10_000, ALL);
  pulse.addChat(START + 69_000);
  pulse.addChat(START + 1_000);
  pulse.addPaidOrder(START + 12_000);
  expect(pulse.all().map(({ chatPerMinute }) => chatPerMinute)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(pulse.all().map(({ ordersPerMinute }) => ordersPerMinute)).toEqual([
    0, 1, 1, 1, 1, 1, 1, 0,
  ]);
});

test('only what changed is handed on, once, in order', () => {
  const { pulse, setViewers } = series();
  pulse.tick(START, ALL);
  pulse.tick(START + 10_000, ALL);
  expect(pulse.takeChanged().map(({ ts }) => ts)).toEqual([START, START + 10_000]);
  expect(pulse.takeChanged()).toEqual([]);
  pulse.tick(START + 11_000, ALL);
  expect(pulse.takeChanged()).toEqual([]);
  pulse.addChat(START + 12_000);
  setViewers(1, 10, START + 1_000);
  expect(pulse.takeChanged().map(({ ts }) => ts)).toEqual([START, START + 10_000]);
});

test('a stored show gives the points the live one had', () => {
  const { pulse: live } = series();
  for (const ms of [1_000, 2_000, 14_000, 65_000]) {
    live.tick(START + ms, ALL);
    live.addChat(START + ms);
  }
  live.addPaidOrder(START + 14_000);
  const { pulse: restored } = series();
  restored.restore(START + 60_000, 1, 0, true);
  restored.restore(START + 10_000, 1, 1, true);
  restored.restore(START, 2, 0, true);
  expect(restored.all()).toEqual(live.all());
});
