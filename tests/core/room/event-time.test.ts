import fc from 'fast-check';
import { expect, test } from 'vitest';

import { EventTime } from '#core/room/event-time.ts';

const NOW = 1_772_395_200_000;

/** A platform whose clock is `behindMs` behind ours and whose messages take `delayMs`. */
function listened(behindMs: number, delayMs: number): EventTime {
  const time = new EventTime();
  for (let second = -20; second < 0; second += 1) {
    const receivedTs = NOW + second * 1_000;
    time.eventTs(receivedTs - behindMs - delayMs, receivedTs, false);
  }
  return time;
}

test('no platform time: the time of receipt', () => {
  expect(new EventTime().eventTs(null, NOW, false)).toBe(NOW);
});

test('the offset between the clocks is measured and taken off', () => {
  const time = listened(3_600_000, 200);
  expect(time.offsetMs()).toBe(3_600_200);
  expect(time.eventTs(NOW - 3_600_200 - 40, NOW, false)).toBe(NOW - 40);
});

test('until enough was seen, and where the platform cannot be right, the receipt counts', () => {
  const time = new EventTime();
  expect(time.eventTs(NOW - 250, NOW, false)).toBe(NOW);
  expect(time.eventTs(NOW - 3_600_000, NOW, false)).toBe(NOW);
  expect(listened(0, 100).eventTs(NOW - 3_600_000, NOW, false)).toBe(NOW);
});

test('a wrong clock is told once it is sure, and no more after it was set', () => {
  const time = new EventTime();
  for (let count = 1; count <= 20; count += 1) {
    expect(time.aheadMs()).toBeNull();
    time.eventTs(NOW + count * 1_000 - 300_000, NOW + count * 1_000, false);
  }
  expect(time.aheadMs()).toBe(300_000);
  time.reset();
  expect(time.aheadMs()).toBeNull();
  expect(time.eventTs(NOW - 30_000, NOW, false)).toBe(NOW);
});

test('one wild clock reading moves nothing', () => {
  const time = listened(0, 100);
  expect(time.eventTs(5, NOW, false)).toBe(NOW);
  expect(time.eventTs(NOW + 86_400_000, NOW, false)).toBe(NOW);
  expect(time.offsetMs()).toBe(100);
});

test('history keeps its own time, however late it is delivered', () => {
  const time = listened(0, 100);
  expect(time.eventTs(NOW - 1_800_100, NOW, true)).toBe(NOW - 1_800_000);
  expect(time.offsetMs()).toBe(100);
});

test('history from the future is not believed', () => {
  const time = listened(0, 100);
  expect(time.eventTs(NOW + 86_400_000, NOW, true)).toBe(NOW);
});

test('whole milliseconds, never further than a minute from receipt', () => {
  const clocks = fc.array(fc.tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.nat(1_000)), {
    minLength: 1,
    maxLength: 150,
  });
  fc.assert(
    fc.property(clocks, (readings) => {
      const time = new EventTime();
      let receivedTs = NOW;
      for (const [offset, passedMs] of readings) {
        receivedTs += passedMs;
        const eventTs = time.eventTs(receivedTs - offset, receivedTs, false);
        expect(Number.isInteger(eventTs)).toBe(true);
        expect(Math.abs(eventTs - receivedTs)).toBeLessThanOrEqual(60_000);
      }
    }),
  );
});
