import fc from 'fast-check';
import { expect, test } from 'vitest';

import { afterWarmUp, isFlat, median, percentile, type Point, slopeOf } from './slope.ts';

function line(from: number, perHour: number, count = 60): Point[] {
  return Array.from({ length: count }, (_, index) => ({
    hours: index / 10,
    value: from + (perHour * index) / 10,
  }));
}

test('the slope of a line is its own, whatever its level', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 10_000 }),
      fc.integer({ min: -10, max: 10 }),
      (from, perHour) => {
        const slope = slopeOf(line(from, perHour));
        expect(slope.perHour).toBeCloseTo(perHour, 6);
        expect(slope.level).toBeCloseTo(from + perHour * 2.95, 6);
      },
    ),
  );
});

test('a quarter of wild samples does not move it', () => {
  const points = line(200, 0).map((point, index) =>
    index % 4 === 0 ? { ...point, value: 900 } : point,
  );
  expect(slopeOf(points).perHour).toBe(0);
});

test('saw teeth that come back to where they were are flat, a leak under them is not', () => {
  const teeth = line(200, 0).map((point, index) => ({ ...point, value: 200 + (index % 7) }));
  const leak = teeth.map(({ hours, value }) => ({ hours, value: value + 12 * hours }));
  const bound = { percentPerHour: 2, noise: 1, noisePercent: 0 };
  expect(isFlat(slopeOf(teeth), 6, bound)).toBe(true);
  expect(isFlat(slopeOf(leak), 6, bound)).toBe(false);
});

test('less and less is flat', () => {
  expect(isFlat(slopeOf(line(200, -5)), 6, { percentPerHour: 0, noise: 0, noisePercent: 0 })).toBe(
    true,
  );
});

test('the first third is left out, and the first 54 minutes of show in any case', () => {
  const at = (...hours: number[]) => hours.map((each) => ({ hours: each }));
  expect(afterWarmUp(at(1, 2, 3, 4, 5, 6))).toEqual(at(3, 4, 5, 6));
  expect(afterWarmUp(at(0.3, 0.6, 0.9, 1.2))).toEqual(at(1.2));
  expect(afterWarmUp([])).toEqual([]);
});

test('noise may be a share of the level', () => {
  const bound = { percentPerHour: 0, noise: 0, noisePercent: 10 };
  expect(isFlat(slopeOf(line(200, 3)), 6, bound)).toBe(true);
  expect(isFlat(slopeOf(line(200, 4)), 6, bound)).toBe(false);
});

test('medians and percentiles', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  expect([percentile([5, 1, 9], 50), percentile([5, 1, 9], 99), percentile([], 50)]).toEqual([
    5, 9, 0,
  ]);
});
