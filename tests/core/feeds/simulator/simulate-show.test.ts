import { describe, expect, test } from 'vitest';

import { FeedEvent } from '#shared/contract/room-event.ts';

import { MINUTE_MS, START_TS, cueAt, eventsOf, ofKind, pushAt } from './simulated-events.ts';

const inputs = [pushAt(2, 'LN-02'), cueAt(4, 'retain'), pushAt(9, 'LN-04'), pushAt(12, null)];

describe('determinism', () => {
  test.each([
    [null, 'zh-CN'],
    [null, 'en'],
    [40, 'en'],
  ] as const)('same seed and inputs give the same bytes (rate %s, %s)', (rate, language) => {
    const span = { seed: 7, language, rate, inputs, from: 0, to: 15 };
    expect(JSON.stringify(eventsOf(span))).toBe(JSON.stringify(eventsOf(span)));
  });

  test('another seed gives another show', () => {
    const span = { seed: 7, rate: null, inputs, from: 0, to: 2 };
    expect(eventsOf({ ...span, seed: 8 })).not.toEqual(eventsOf(span));
  });

  test.each([
    [null, 'zh-CN'],
    [null, 'en'],
    [40, 'zh-CN'],
  ] as const)('passing over the beginning changes nothing after it (%s, %s)', (rate, language) => {
    const whole = eventsOf({ seed: 3, language, rate, inputs, from: 0, to: 16 });
    const resumed = eventsOf({ seed: 3, language, rate, inputs, from: 10.01, to: 16 });
    const fromTs = START_TS + 10.01 * MINUTE_MS;
    expect(resumed).toEqual(whole.filter((event) => (event.platformTs ?? 0) >= fromTs));
    expect(resumed.length).toBeGreaterThan(1000);
  });

  test('every key is unique in its room, with or without pushes before', () => {
    const events = eventsOf({ seed: 5, rate: null, inputs, from: 0, to: 30 });
    const keys = new Set(events.map((event) => `${event.platform} ${event.dedupeKey}`));
    expect(keys.size).toBe(events.length);
  });
});

describe.each(['zh-CN', 'en'] as const)('the show in %s', (language) => {
  const events = eventsOf({ seed: 1, language, rate: null, inputs, from: 0, to: 121 });
  const dropped = language === 'en' ? 'youtube' : 'bilibili';

  test('every event satisfies the contract', () => {
    const broken = events.filter((event) => !FeedEvent.safeParse(event).success);
    expect(broken).toEqual([]);
  });

  test('events come in order of show time', () => {
    const times = events.map((event) => event.platformTs ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('has what the trade sees in an evening', () => {
    const kinds = new Set(events.map((event) => event.kind));
    for (const kind of [
      'chat',
      'chat.deleted',
      'gift',
      'paid_message',
      'membership',
      'follow',
      'join',
      'like',
      'share',
      'raid',
      'viewers',
      'stream',
      'order',
      'cart_add',
      'product',
      'connector',
    ]) {
      expect(kinds).toContain(kind);
    }
    const english = ofKind(events, 'chat').filter((chat) => chat.platform === 'twitch');
    expect(english.every((chat) => /^[\x20-\x7e]+$/.test(chat.fragments[0]?.text ?? ''))).toBe(
      true,
    );
  });

  test('natural pace is 5 to 20 events a show second', () => {
    const perSecond = events.length / (121 * 60);
    expect(perSecond).toBeGreaterThan(5);
    expect(perSecond).toBeLessThan(20);
  });

  test('the middle is slow and a spike follows', () => {
    const onlineAt = (minute: number) =>
      ofKind(events, 'viewers')
        .filter((event) => event.platformTs === START_TS + minute * MINUTE_MS)
        .reduce((sum, event) => sum + event.current, 0);
    expect(onlineAt(30)).toBeGreaterThan(1000);
    expect(onlineAt(30)).toBeLessThan(1400);
    expect(onlineAt(66)).toBeLessThan(onlineAt(45) * 0.75);
    expect(onlineAt(77)).toBeGreaterThan(onlineAt(66) * 2);
  });

  test('one platform stops for two minutes and comes back', () => {
    const silent = events.filter(
      ({ platform, kind, platformTs }) =>
        platform === dropped &&
        kind !== 'connector' &&
        (platformTs ?? 0) >= START_TS + 98 * MINUTE_MS &&
        (platformTs ?? 0) < START_TS + 100 * MINUTE_MS,
    );
    expect(silent).toEqual([]);
    const states = ofKind(events, 'connector').filter((event) => event.platform === dropped);
    expect(states.map(({ state }) => state)).toEqual(['ready', 'degraded', 'ready']);
  });

  test('goes on after the written end', () => {
    const after = eventsOf({ seed: 1, language, rate: null, inputs, from: 150, to: 152 });
    expect(ofKind(after, 'chat').length).toBeGreaterThan(50);
  });
});

describe('the room reacts', () => {
  test('a push sells its product in a burst after 5 to 40 seconds', () => {
    const events = eventsOf({
      seed: 2,
      rate: null,
      inputs: [pushAt(35, 'LN-05')],
      from: 34,
      to: 37,
    });
    const placed = ofKind(events, 'order').filter(({ status }) => status === 'placed');
    const within = (fromS: number, toS: number) =>
      placed.filter(({ productId, platformTs }) => {
        const seconds = ((platformTs ?? 0) - START_TS) / 1000 - 35 * 60;
        return productId === 'LN-05' && seconds >= fromS && seconds < toS;
      }).length;
    expect(within(-60, 0)).toBe(0);
    expect(within(5, 40)).toBeGreaterThan(2 * within(60, 95));
    expect(within(5, 40)).toBeGreaterThan(5);
  });

  test('a giveaway cue lifts the chat, floods it and holds people', () => {
    const span = { seed: 2, rate: null, from: 34, to: 38 };
    const calm = eventsOf({ ...span, inputs: [] });
    const moved = eventsOf({ ...span, inputs: [cueAt(35, 'giveaway')] });
    const chats = ofKind(moved, 'chat');
    expect(chats.length).toBeGreaterThan(1.4 * ofKind(calm, 'chat').length);
    expect(chats.filter(({ fragments }) => fragments[0]?.text === '1').length).toBeGreaterThan(30);
    const lastOnline = (events: FeedEvent[]) => ofKind(events, 'viewers').at(-3)?.current ?? 0;
    expect(lastOnline(moved)).toBeGreaterThan(lastOnline(calm));
  });

  test.each([1, 2, 3, 4])('the benefit item sells out by itself (seed %i)', (seed) => {
    const events = eventsOf({ seed, rate: null, inputs: [], from: 20, to: 34 });
    const soldOut = ofKind(events, 'product').filter(({ state }) => state === 'soldout');
    expect(soldOut.map(({ productId, stock }) => [productId, stock])).toEqual([['LN-04', 0]]);
  });
});

describe('a prescribed rate', () => {
  test.each([2.5, 20, 250, 5000])('%d events a show second are met within a twentieth', (rate) => {
    const to = 16 + Math.min(4, 1000 / rate);
    const events = eventsOf({ seed: 4, rate, inputs: [], from: 16, to });
    const measured = events.length / ((to - 16) * 60);
    expect(measured).toBeGreaterThan(rate * 0.95);
    expect(measured).toBeLessThan(rate * 1.05);
  });

  test('is there from the first second', () => {
    const events = eventsOf({ seed: 4, rate: 1000, inputs: [], from: 0, to: 0.1 });
    expect(events.length).toBeGreaterThan(5700);
    expect(events.length).toBeLessThan(6300);
  });
});
