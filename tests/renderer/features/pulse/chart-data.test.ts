import { describe, expect, it } from 'vitest';

import { chartData, chartSpan, gapBands, marksNear } from '#renderer/features/pulse/chart-data.ts';
import type { Mark, SeriesPoint } from '#shared/model/metrics.ts';

const START = Date.UTC(2025, 9, 18, 12);
const STEP = 10_000;

const point = (step: number, viewers: number | null): SeriesPoint => ({
  ts: START + step * STEP,
  viewers,
  chatPerMinute: viewers,
  ordersPerMinute: viewers,
});
const points = (steps: readonly number[]) => steps.map((step) => point(step, step));
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);

describe('chartSpan', () => {
  it('is the last 30 minutes, or all of it', () => {
    const series = points(range(0, 1_000));
    expect(chartSpan(series, false)).toEqual({
      fromTs: START + 819 * STEP,
      toTs: START + 999 * STEP,
    });
    expect(chartSpan(series, true)).toEqual({ fromTs: START, toTs: START + 999 * STEP });
  });

  it('a young show begins at the left edge', () => {
    expect(chartSpan(points(range(0, 6)), false)).toEqual({
      fromTs: START,
      toTs: START + 30 * 60_000,
    });
  });

  it('is nothing without points', () => {
    expect(chartSpan([], true)).toBeNull();
  });
});

describe('chartData', () => {
  it('has one place for each step, holes included', () => {
    const data = chartData(points([0, 1, 5]), { fromTs: START, toTs: START + 6 * STEP });
    expect(data.viewers).toEqual([0, 1, null, null, null, 5, null]);
    expect(data.x).toHaveLength(7);
    expect(data.x[1]).toBe(START / 1000 + 10);
  });

  it('has the same length whatever points there are', () => {
    const span = { fromTs: START, toTs: START + 30 * 60_000 };
    expect(chartData([], span).x).toHaveLength(181);
    expect(chartData(points(range(0, 181)), span).x).toHaveLength(181);
  });

  it('thins a long show and keeps its peaks', () => {
    const series = points(range(0, 5_000)).map((one, step) =>
      step === 2_501 ? { ...one, viewers: 99_999 } : one,
    );
    const data = chartData(series, { fromTs: START, toTs: START + 4_999 * STEP });
    expect(data.x.length).toBeLessThanOrEqual(1_440);
    expect(data.viewers).toContain(99_999);
  });
});

describe('gapBands', () => {
  it('covers what lies between known points, not the ends, not a late point', () => {
    const series = points([2, 3, 5, 20, 21]);
    const data = chartData(series, { fromTs: START, toTs: START + 40 * STEP });
    expect(gapBands(data)).toEqual([{ from: START / 1000 + 50, to: START / 1000 + 200 }]);
  });
});

it('marks are read where they are drawn near the pointer', () => {
  const mark = (seq: number, ts: number): Mark => ({ seq, ts, kind: 'push', label: '1' });
  const marks = [mark(1, START), mark(2, START + 60_000)];
  expect(marksNear(marks, START + 50_000, 0.0005).map(({ seq }) => seq)).toEqual([2]);
  expect(marksNear(marks, START + 50_000, 0.00001).map(({ seq }) => seq)).toEqual([1, 2]);
});
