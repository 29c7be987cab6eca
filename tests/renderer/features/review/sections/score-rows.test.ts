import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { runOf, scoreRows } from '#renderer/features/review/sections/score-rows.ts';
import { sampleReview } from '#tests/support/sample-review.ts';

describe('the scorecard', () => {
  test('holds each figure against its target and the shows before', () => {
    const target = {
      name: 'ordersPaid' as const,
      value: 2_000,
      currency: 'CNY',
      isOfMoment: false,
      figure: { known: true as const, value: 1_218, isApprox: false, without: [] },
    };
    const review = sampleReview('en', { targets: [target] });
    const orders = scoreRows(review).find(({ key }) => key === 'ordersPaid');
    const own = review.comparison.own.ordersPaid ?? 0;
    expect(orders?.attained).toBeCloseTo(own / 2_000, 10);
    // Newest first they were 0.8, 0.5 and 1.25 of this one.
    expect(orders?.course.at(-1)).toBe(own);
    expect(orders?.course).toHaveLength(4);
    expect(orders?.above).toBe(2);
    expect(orders?.run).toBe(2);
    expect(orders?.mean).toBeCloseTo((own * (0.8 + 0.5 + 1.25)) / 3, 0);
  });

  test('what is unknown stays unknown: no attainment, no mean of nothing', () => {
    const views = scoreRows(sampleReview('en', {})).find(({ key }) => key === 'views');
    expect(views).toMatchObject({ value: null, attained: null, mean: null, sample: 0, above: 0 });
  });

  test('money in another currency attains nothing', () => {
    const target = {
      name: 'paid' as const,
      value: 100,
      currency: 'USD',
      isOfMoment: false,
      figure: { known: false as const, reason: 'nothing_yet' as const },
    };
    const rows = scoreRows(sampleReview('en', { targets: [target] }));
    expect(rows.find(({ key }) => key === 'paidMinor')?.attained).toBeNull();
  });
});

const course = fc.array(fc.option(fc.integer({ min: -5, max: 5 })), { maxLength: 8 });

test('a run turns its sign with the figures, and is never longer than they are', () => {
  fc.assert(
    fc.property(course, (values) => {
      const run = runOf(values);
      const turned = runOf(values.map((value) => (value === null ? null : -value)));
      expect(run + turned).toBe(0);
      expect(Math.abs(run)).not.toBe(1);
      expect(Math.abs(run)).toBeLessThan(Math.max(1, values.length));
    }),
  );
});

test('an unknown show ends a run', () => {
  expect(runOf([1, 2, 3])).toBe(2);
  expect(runOf([1, 2, null, 3])).toBe(0);
  expect(runOf([3, 2, 2])).toBe(0);
  expect(runOf([1, 5, 4, 3, 2])).toBe(-3);
});
