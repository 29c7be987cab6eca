import { describe, expect, test } from 'vitest';

import { NO_OUTAGE } from '#core/feeds/feed.ts';
import { simulatorFeed } from '#core/feeds/simulator/feed.ts';
import { simulateShow } from '#core/feeds/simulator/simulate-show.ts';
import {
  type PlaybackRoom,
  playbackRoom,
  recordingSink,
  type Told,
} from '#tests/core/feeds/playback-rig.ts';
import { type PlaybackClock, playbackPorts } from '#tests/core/feeds/playback-clock.ts';

import { MINUTE_MS, ofKind } from './simulated-events.ts';

type Rig = {
  readonly told: Told;
  readonly room: PlaybackRoom;
  readonly clock: PlaybackClock;
  readonly startTs: number;
  stop(): Promise<void>;
};

function startShow(options: Record<string, unknown>, speed: number, sinceStartMs: number): Rig {
  const { ports, clock } = playbackPorts();
  const { sink, told } = recordingSink();
  const room = playbackRoom(clock, speed, sinceStartMs);
  const config = { channel: 'demo', address: null, options, login: null };
  const running = simulatorFeed.start(config, sink, room, ports);
  return { told, room, clock, startTs: room.showStartTs(), stop: () => running.stop() };
}

function withoutReceipt(told: Told): unknown[] {
  return told.events.map((event) => ({ ...event, receivedTs: 0 }));
}

describe('the running show', () => {
  test('tells each event when it is due, and nothing before', () => {
    const rig = startShow({ seed: 5, eventsPerSecond: null }, 1, 0);
    for (let steps = 0; steps < 600; steps += 1) {
      const before = rig.told.events.length;
      rig.clock.advance(50);
      for (const event of rig.told.events.slice(before)) {
        expect(event.platformTs).toBeLessThanOrEqual(rig.room.showNow());
        expect(event.receivedTs).toBe(rig.clock.wallNow());
      }
    }
    expect(rig.told.reports).toEqual([{ link: 'ready', reason: null, ...NO_OUTAGE }]);
    expect(ofKind(rig.told.events, 'stream').map(({ state }) => state)).toEqual([
      'online',
      'online',
      'online',
    ]);
  });

  test('is the generated show, whatever the speed', () => {
    const slow = startShow({ seed: 6 }, 1, 0);
    slow.clock.advance(120_000);
    const fast = startShow({ seed: 6 }, 20, 0);
    fast.clock.advance(6_000);
    const span = { fromTs: 0, toTs: slow.startTs + 120_001, inputs: [] };
    const expected = [
      ...simulateShow({
        language: 'zh-CN',
        seed: 6,
        startTs: slow.startTs,
        ratePerShowSecond: null,
        ...span,
      }),
    ];
    expect(withoutReceipt(slow.told)).toEqual(
      expected.map((event) => ({ ...event, receivedTs: 0 })),
    );
    expect(withoutReceipt(fast.told)).toEqual(withoutReceipt(slow.told));
  });

  test('follows a change of speed while running', () => {
    const changed = startShow({ seed: 6 }, 1, 0);
    changed.clock.advance(20_000);
    changed.room.setSpeed(20);
    changed.clock.advance(5_000);
    const even = startShow({ seed: 6 }, 1, 0);
    even.clock.advance(120_000);
    expect(withoutReceipt(changed.told)).toEqual(withoutReceipt(even.told));
  });

  test.each([
    [1, 500],
    [20, 500],
    [20, 5000],
    [7, 2000],
  ])('at speed %d gives %d events a second of real time', (speed, eventsPerSecond) => {
    const rig = startShow({ seed: 4, eventsPerSecond }, speed, 0);
    rig.clock.advance(5_000);
    const before = rig.told.events.length;
    rig.clock.advance(20_000);
    const rate = (rig.told.events.length - before) / 20;
    expect(rate).toBeGreaterThan(eventsPerSecond * 0.95);
    expect(rate).toBeLessThan(eventsPerSecond * 1.05);
  });

  test('keeps a prescribed rate when the speed changes', () => {
    const rig = startShow({ seed: 4, eventsPerSecond: 1000 }, 1, 0);
    rig.clock.advance(5_000);
    rig.room.setSpeed(10);
    rig.clock.advance(5_000);
    const before = rig.told.events.length;
    rig.clock.advance(10_000);
    const rate = (rig.told.events.length - before) / 10;
    expect(rate).toBeGreaterThan(950);
    expect(rate).toBeLessThan(1050);
  });

  test('sells what is pushed and answers a cue', () => {
    const rig = startShow({ seed: 9 }, 1, 0);
    rig.clock.advance(300_000);
    rig.room.push('LN-05');
    rig.room.sendCue('question');
    rig.clock.advance(60_000);
    const sold = ofKind(rig.told.events, 'order').map(({ productId }) => productId);
    expect(sold.filter((code) => code === 'LN-05').length).toBeGreaterThan(5);
    const ones = ofKind(rig.told.events, 'chat').filter(
      ({ fragments }) => fragments[0]?.text === '1',
    );
    expect(ones.length).toBeGreaterThan(20);
  });

  test('marks the lost platform as a gap with what was lost', () => {
    const rig = startShow({ seed: 3 }, 20, 0);
    rig.clock.advance((101 * MINUTE_MS) / 20);
    expect(rig.told.gaps).toHaveLength(1);
    const [gap] = rig.told.gaps;
    expect(gap?.fromTs).toBe(rig.startTs + 98 * MINUTE_MS);
    expect(gap?.toTs).toBe(rig.startTs + 100 * MINUTE_MS);
    expect(gap?.lost).toBeGreaterThan(100);
  });

  test('says how far it is and goes on after its end', () => {
    const rig = startShow({ seed: 3 }, 20, 0);
    rig.clock.advance((60 * MINUTE_MS) / 20);
    expect(rig.told.progress.at(-1)?.fraction).toBeCloseTo(0.5, 2);
    rig.clock.advance((61 * MINUTE_MS) / 20);
    expect(rig.told.progress.at(-1)).toEqual({ fraction: 1, isFinished: true });
    expect(rig.told.progress.filter(({ isFinished }) => isFinished)).toHaveLength(1);
    const before = rig.told.events.length;
    rig.clock.advance(10_000);
    expect(rig.told.events.length).toBeGreaterThan(before);
  });

  test('tells nothing after it was stopped', async () => {
    const rig = startShow({ seed: 3 }, 1, 0);
    rig.clock.advance(5_000);
    await rig.stop();
    const before = rig.told.events.length;
    rig.clock.advance(60_000);
    expect(rig.told.events.length).toBe(before);
  });

  test('wrong options are reported, not thrown', () => {
    const rig = startShow({ seed: 'x' }, 1, 0);
    expect(rig.told.reports).toEqual([{ link: 'failed', reason: 'bad_options', ...NO_OUTAGE }]);
  });
});

describe('after a restart', () => {
  test('goes on at the present place without telling what lies before', () => {
    const rig = startShow({ seed: 8 }, 1, 30 * MINUTE_MS);
    const resumedTs = rig.room.showNow();
    rig.clock.advance(60_000);
    const expected = [
      ...simulateShow({
        language: 'zh-CN',
        seed: 8,
        startTs: rig.startTs,
        ratePerShowSecond: null,
        inputs: [],
        fromTs: resumedTs,
        toTs: resumedTs + 60_001,
      }),
    ];
    expect(withoutReceipt(rig.told)).toEqual(
      expected.map((event) => ({ ...event, receivedTs: 0 })),
    );
    expect(rig.told.events.length).toBeGreaterThan(300);
  });

  test('knows what was sold before from the pushes so far', () => {
    const inputs = [{ ts: 0, product: 'LN-08' }];
    const rig = startShow({ seed: 8, inputs }, 1, 60 * MINUTE_MS);
    rig.room.push('LN-08');
    rig.clock.advance(60_000);
    // 61 pieces were gone long ago.
    expect(ofKind(rig.told.events, 'order').filter(({ status }) => status === 'placed')).toEqual(
      [],
    );
  });

  test('a start delayed by a moment still tells the show from its start', () => {
    const rig = startShow({ seed: 8 }, 20, 10_000);
    rig.clock.advance(50);
    expect(ofKind(rig.told.events, 'stream')).toHaveLength(3);
  });
});
