import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ConcurrentViewers, VIEWERS_STALE_MS } from '#shared/rules/concurrent-viewers.ts';

const room = (sourceId: number, platform = 'twitch') => ({
  sourceId,
  platform,
  platformRoomId: '',
});
const at = (ts: number, current: number, total: number | null = null) => ({
  ts,
  current,
  total,
  isApprox: false,
});

test('sources are summed, the peak is the greatest sum there was', () => {
  const viewers = new ConcurrentViewers();
  expect(viewers.peak()).toBeNull();
  viewers.set(room(1), at(0, 100));
  viewers.set(room(2), at(1_000, 50));
  viewers.set(room(1), at(2_000, 20));
  expect(viewers.at(2_000)).toBe(70);
  expect(viewers.peak()).toEqual({ value: 150, isApprox: false });
});

test('a figure says nothing after 90 s, so that a source that left is not counted on', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(room(1), at(0, 100));
  expect(viewers.at(VIEWERS_STALE_MS)).toBe(100);
  expect(viewers.at(VIEWERS_STALE_MS + 1)).toBeNull();
  viewers.set(room(2), at(VIEWERS_STALE_MS + 1, 40));
  expect(viewers.peak()?.value).toBe(100);
});

test('a figure older than the last one is no news; one of the same time replaces it', () => {
  const viewers = new ConcurrentViewers();
  expect(viewers.set(room(1), at(2_000, 10))).toBe(true);
  expect(viewers.set(room(1), at(1_000, 999))).toBe(false);
  expect(viewers.set(room(1), at(2_000, 11))).toBe(true);
  expect([viewers.at(2_000), viewers.peak()?.value]).toEqual([11, 11]);
});

test('views only grow and are summed over the sources that count them', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(room(1), at(0, 10));
  expect(viewers.views(null)).toBeNull();
  viewers.set(room(2), at(0, 10, 500));
  viewers.set(room(2), at(1, 10, 400));
  viewers.set(room(2), at(2, 10, null));
  viewers.set(room(3), at(2, 10, 7));
  expect(viewers.views(null)).toBe(507);
});

test('an approximate figure makes the peak it is part of approximate', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(room(1), { ...at(0, 100), isApprox: true });
  viewers.set(room(2), at(1, 10));
  expect(viewers.peak()).toEqual({ value: 110, isApprox: true });
});

test('a source that carries several platforms adds them up; each platform replaces its own figure', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(room(1, 'douyin'), at(0, 100, 1_000));
  viewers.set(room(1, 'taobao'), at(1_000, 60, 400));
  viewers.set(room(1, 'douyin'), at(2_000, 90, 1_100));
  expect(viewers.peak()).toEqual({ value: 160, isApprox: false });
  expect([viewers.at(2_000), viewers.ofSource(1, 2_000)?.value]).toEqual([150, 150]);
  expect([viewers.views(1), viewers.views(null), viewers.views(2)]).toEqual([1_500, 1_500, null]);
  expect([viewers.minutes.mean(), viewers.minutes.meanOf(1)]).toEqual([150, 150]);
});

test('a late figure raises the peak by what its minute came to', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(room(1), at(10_000, 100));
  viewers.set(room(1), at(130_000, 5));
  viewers.set(room(2), at(20_000, 100));
  expect(viewers.peak()?.value).toBe(200);
  expect(viewers.minutes.mean()).toBe(102.5);
});

test('no mean is above its peak, whatever comes from whom and in which order', () => {
  const figure = fc.record({
    sourceId: fc.integer({ min: 1, max: 3 }),
    platform: fc.constantFrom('douyin', 'taobao'),
    platformRoomId: fc.constantFrom('', 'a'),
    ts: fc.integer({ min: 0, max: 400_000 }),
    current: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 60 }), (figures) => {
      const viewers = new ConcurrentViewers();
      for (const { ts, current, ...place } of figures) viewers.set(place, at(ts, current));
      const peak = viewers.peak()?.value ?? -1;
      expect(viewers.minutes.mean() ?? 0).toBeLessThanOrEqual(peak);
      for (const id of [1, 2, 3]) {
        expect(viewers.minutes.meanOf(id) ?? 0).toBeLessThanOrEqual(peak);
      }
      // Nothing is summed that was not told.
      expect(peak).toBeLessThanOrEqual(figures.reduce((sum, { current }) => sum + current, 0));
    }),
  );
});
