import { expect, test } from 'vitest';

import { ConcurrentViewers, VIEWERS_STALE_MS } from '#shared/rules/concurrent-viewers.ts';

const at = (ts: number, current: number, total: number | null = null) => ({
  ts,
  current,
  total,
  isApprox: false,
});

test('sources are summed, the peak is the greatest sum there was', () => {
  const viewers = new ConcurrentViewers();
  expect(viewers.peak()).toBeNull();
  viewers.set(1, at(0, 100));
  viewers.set(2, at(1_000, 50));
  viewers.set(1, at(2_000, 20));
  expect(viewers.at(2_000)).toBe(70);
  expect(viewers.peak()).toEqual({ value: 150, isApprox: false });
});

test('a figure says nothing after 90 s, so that a source that left is not counted on', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(1, at(0, 100));
  expect(viewers.at(VIEWERS_STALE_MS)).toBe(100);
  expect(viewers.at(VIEWERS_STALE_MS + 1)).toBeNull();
  viewers.set(2, at(VIEWERS_STALE_MS + 1, 40));
  expect(viewers.peak()?.value).toBe(100);
});

test('a figure older than the last one is no news; one of the same time replaces it', () => {
  const viewers = new ConcurrentViewers();
  expect(viewers.set(1, at(2_000, 10))).toBe(true);
  expect(viewers.set(1, at(1_000, 999))).toBe(false);
  expect(viewers.set(1, at(2_000, 11))).toBe(true);
  expect([viewers.at(2_000), viewers.peak()?.value]).toEqual([11, 11]);
});

test('views only grow and are summed over the sources that count them', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(1, at(0, 10));
  expect(viewers.views()).toBeNull();
  viewers.set(2, at(0, 10, 500));
  viewers.set(2, at(1, 10, 400));
  viewers.set(2, at(2, 10, null));
  viewers.set(3, at(2, 10, 7));
  expect(viewers.views()).toBe(507);
});

test('an approximate figure makes the peak it is part of approximate', () => {
  const viewers = new ConcurrentViewers();
  viewers.set(1, { ...at(0, 100), isApprox: true });
  viewers.set(2, at(1, 10));
  expect(viewers.peak()).toEqual({ value: 110, isApprox: true });
});
