import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { SeriesPoint } from '#shared/model/metrics.ts';
import { compareSpan } from '#shared/rules/span-comparison.ts';

const MINUTE = 60_000;

function points(
  count: number,
  value: (ts: number) => Partial<Omit<SeriesPoint, 'ts'>>,
): readonly SeriesPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    ts: index * 10_000,
    viewers: null,
    chatPerMinute: null,
    ordersPerMinute: null,
    ...value(index * 10_000),
  }));
}

describe('a stretch of the show against as much time before and after it', () => {
  const span = { fromTs: 10 * MINUTE, toTs: 15 * MINUTE };

  test('means of what was sampled in each', () => {
    const series = points(200, (ts) => ({ viewers: ts < span.fromTs ? 100 : 300 }));
    expect(compareSpan(series, span).viewers).toEqual({ before: 100, during: 300, after: 300 });
    expect(compareSpan(series, span).isAfterPartial).toBe(false);
  });

  test('a trailing minute that reaches out of a stretch counts in none', () => {
    // A burst in the last ten seconds before the stretch is in the minute behind each later sample.
    const burstTs = span.fromTs - 10_000;
    const series = points(200, (ts) => ({
      chatPerMinute: ts >= burstTs && ts < burstTs + MINUTE ? 600 : 0,
    }));
    const { chatPerMinute } = compareSpan(series, span);
    expect(chatPerMinute.during).toBe(0);
    expect(chatPerMinute.before).toBeGreaterThan(0);
  });

  test('what is unknown stays unknown, and less than a minute has no rate', () => {
    const series = points(200, () => ({ ordersPerMinute: 4 }));
    expect(compareSpan(series, span).viewers).toEqual({ before: null, during: null, after: null });
    const short = { fromTs: 10 * MINUTE, toTs: 10 * MINUTE + 30_000 };
    expect(compareSpan(series, short).ordersPerMinute.during).toBeNull();
  });

  test('an after that is not over yet says so', () => {
    const series = points(100, () => ({ viewers: 5 }));
    expect(compareSpan(series, span)).toMatchObject({
      isAfterPartial: true,
      viewers: { before: 5, during: 5, after: 5 },
    });
    expect(compareSpan([], span).viewers.during).toBeNull();
  });

  test('a mean is never outside of what was sampled', () => {
    const values = fc.array(fc.option(fc.nat(10_000)), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(values, fc.nat(100), fc.integer({ min: 1, max: 60 }), (viewers, from, steps) => {
        const series = points(viewers.length, (ts) => ({ viewers: viewers[ts / 10_000] ?? null }));
        const known = viewers.filter((value) => value !== null);
        const { before, during, after } = compareSpan(series, {
          fromTs: from * 10_000,
          toTs: (from + steps) * 10_000,
        }).viewers;
        const means = [before, during, after].filter((value) => value !== null);
        const outside = means.filter(
          (value) => value < Math.min(...known) || value > Math.max(...known),
        );
        expect(outside).toEqual([]);
      }),
    );
  });
});
