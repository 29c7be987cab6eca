import fc from 'fast-check';
import { expect, test } from 'vitest';

import { lostShare, readingOf } from '#shared/rules/outputs/output-reading.ts';
import { sampleAt } from '#tests/support/output-samples.ts';

const count = fc.integer({ min: 0, max: 1_000_000_000 });

test('the bitrate is what went out over what the stream grew by', () => {
  const before = sampleAt(0, { durationMs: 10_000, bytes: 5_000_000 });
  const now = sampleAt(2_000, { durationMs: 12_000, bytes: 6_500_000 });
  expect(readingOf(before, now)).toMatchObject({ kbps: 6_000, why: null, spanMs: 2_000 });
});

test('nothing that goes out is 0, and what is not known is null with its reason', () => {
  const before = sampleAt(0, { durationMs: 10_000, bytes: 5_000_000 });
  const at = (over: Parameters<typeof sampleAt>[1]) =>
    readingOf(before, sampleAt(2_000, { durationMs: 12_000, bytes: 5_000_000, ...over }));
  expect(at({})).toMatchObject({ kbps: 0, why: null });
  expect(at({ isActive: false })).toMatchObject({ kbps: null, why: 'not_streaming' });
  expect(at({ isReconnecting: true })).toMatchObject({ kbps: null, why: 'reconnecting' });
  expect(at({ bytes: 10 })).toMatchObject({ kbps: null, why: 'counters_restarted' });
  expect(at({ durationMs: 10_000 })).toMatchObject({ kbps: null, why: 'no_frames' });
  expect(readingOf(null, before)).toMatchObject({ kbps: null, why: 'first_reading', spanMs: 0 });
});

test('a rate is never negative, and it and its reason are never there both', () => {
  const counters = fc.record({
    durationMs: count,
    bytes: count,
    droppedFrames: count,
    totalFrames: count,
    isActive: fc.boolean(),
    isReconnecting: fc.boolean(),
  });
  fc.assert(
    fc.property(counters, counters, (a, b) => {
      const { kbps, why, dropped } = readingOf(sampleAt(0, a), sampleAt(2_000, b));
      expect(kbps === null).toBe(why !== null);
      expect(kbps ?? 0).toBeGreaterThanOrEqual(0);
      const { lost, total } = dropped ?? { lost: 0, total: 0 };
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThanOrEqual(total);
    }),
  );
});

test('a share is of all frames together, and unknown without any', () => {
  expect(lostShare([{ lost: 3, total: 60 }, null, { lost: 0, total: 60 }])).toBe(0.025);
  expect(lostShare([null, { lost: 0, total: 0 }])).toBeNull();
});
