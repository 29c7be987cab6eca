import { describe, expect, test } from 'vitest';

import { MEAN_STAY_MS } from '#core/feeds/simulator/crowd.ts';
import { demoShows } from '#core/feeds/simulator/demo-show.ts';
import { ShowSimulation } from '#core/feeds/simulator/show-simulation.ts';

import { MINUTE_MS, START_TS, eventsOf, ofKind, pushAt } from './simulated-events.ts';

const pushes = [
  pushAt(10, 'LN-01'),
  pushAt(20, 'LN-04'),
  pushAt(26, 'LN-08'),
  pushAt(32, 'LN-02'),
  pushAt(60, 'LN-03'),
  pushAt(90, 'LN-06'),
];

describe.each([
  [11, 'zh-CN'],
  [12, 'en'],
] as const)('orders of seed %i in %s', (seed, language) => {
  const demoShow = demoShows[language];
  const dropped = demoShow.rooms.find(({ isDropped }) => isDropped)?.platform;
  const events = eventsOf({ seed, language, rate: null, inputs: pushes, from: 0, to: 120 });
  const orders = ofKind(events, 'order');
  const placed = orders.filter(({ status }) => status === 'placed');
  const paid = orders.filter(({ status }) => status === 'paid');

  test('each costs quantity x the price that is valid, so their sum is the GMV', () => {
    let gmvMinor = 0;
    for (const order of orders) {
      const product = demoShow.products.find(({ code }) => code === order.productId);
      const priceMinor = product?.couponPriceMinor ?? product?.priceMinor ?? Number.NaN;
      expect(order.money).toEqual({
        amountMinor: order.qty * priceMinor,
        currency: demoShow.currency,
        exponent: 2,
      });
      expect(order.title).toBe(product?.name);
      if (order.status === 'paid') gmvMinor += order.money?.amountMinor ?? 0;
    }
    expect(gmvMinor).toBeGreaterThan(1_000_000);
  });

  test('each paid one was placed before, about 88 of 100', () => {
    const placedAt = new Map(placed.map((order) => [order.orderId, order]));
    for (const order of paid) {
      const before = placedAt.get(order.orderId);
      expect(before?.platformTs ?? Infinity).toBeLessThan(order.platformTs ?? 0);
      expect({ ...order, status: 0, dedupeKey: 0, platformTs: 0, receivedTs: 0 }).toEqual({
        ...before,
        status: 0,
        dedupeKey: 0,
        platformTs: 0,
        receivedTs: 0,
      });
    }
    expect(paid.length / placed.length).toBeGreaterThan(0.84);
    expect(paid.length / placed.length).toBeLessThan(0.92);
  });

  test('no product is paid more often than it is in stock; what is sold out is sold to the piece', () => {
    for (const { code, stock } of demoShow.products) {
      const units = paid
        .filter(({ productId }) => productId === code)
        .reduce((sum, { qty }) => sum + qty, 0);
      const isSoldOut = ofKind(events, 'product').some(
        ({ productId, state }) => productId === code && state === 'soldout',
      );
      expect(units).toBeLessThanOrEqual(stock ?? 0);
      expect(units === stock).toBe(isSoldOut);
    }
    const soldOut = ofKind(events, 'product').filter(({ state }) => state === 'soldout');
    expect(soldOut.map(({ productId }) => productId)).toContain('LN-04');
    expect(new Set(soldOut.map(({ productId }) => productId)).size).toBe(soldOut.length);
  });

  test('gift streaks only grow and end once', () => {
    const streaks = new Map<string, number>();
    const ended = new Set<string>();
    for (const gift of ofKind(events, 'gift')) {
      expect(gift.value?.quantity).toBe((gift.value?.unitValue ?? 0) * gift.count);
      if (gift.comboId === null || gift.platform === dropped) continue;
      expect(ended).not.toContain(gift.comboId);
      const count = (streaks.get(gift.comboId) ?? 0) + gift.count;
      expect(gift.comboCount).toBe(count);
      streaks.set(gift.comboId, count);
      if (gift.comboEnd) ended.add(gift.comboId);
    }
    expect(ended.size).toBeGreaterThan(20);
  });
});

describe('people', () => {
  const input = { product: null, cue: null, ratePerShowSecond: null };

  test('every viewers event is exactly who entered and who left by then', () => {
    const simulation = new ShowSimulation(21, START_TS, 'zh-CN');
    let viewersEvents = 0;
    const joins: Record<string, number> = { douyin: 0, bilibili: 0, twitch: 0 };
    for (let second = 0; second < 40 * 60; second += 1) {
      const entriesBefore = { ...joins };
      const told = simulation.step(input, false);
      for (const { platform } of ofKind([...told], 'join'))
        joins[platform] = (joins[platform] ?? 0) + 1;
      const leaves = new Map(simulation.census().map((row) => [row.platform, row.leaves]));
      for (const event of ofKind([...told], 'viewers')) {
        const entries = entriesBefore[event.platform] ?? Number.NaN;
        viewersEvents += 1;
        expect(event.total).toBe(entries);
        expect(event.current).toBe(entries - (leaves.get(event.platform) ?? Number.NaN));
      }
    }
    const census = simulation.census().map(({ platform, entries }) => [platform, entries]);
    expect(Object.fromEntries(census)).toEqual(joins);
    expect(viewersEvents).toBe(3 * 40 * 12);
  });

  test.each([31, 32, 33])('entry rate x mean stay is the number online (seed %i)', (seed) => {
    const steady = eventsOf({ seed, rate: null, inputs: [], from: 140, to: 230 });
    const entryRate = ofKind(steady, 'join').length / (90 * MINUTE_MS);
    const samples = ofKind(steady, 'viewers');
    const online = (samples.reduce((sum, { current }) => sum + current, 0) / samples.length) * 3;
    expect(Math.abs(entryRate * MEAN_STAY_MS - online) / online).toBeLessThan(0.06);
  });

  test('nobody follows twice', () => {
    const evening = eventsOf({ seed: 21, rate: null, inputs: [], from: 0, to: 60 });
    const follows = ofKind(evening, 'follow').map(({ actor }) => actor?.platformUserId);
    expect(new Set(follows).size).toBe(follows.length);
  });
});
