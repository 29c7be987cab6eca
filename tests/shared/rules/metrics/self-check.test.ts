import { describe, expect, test } from 'vitest';

import { EnteredFigure, type FigureName } from '#shared/model/entered-figure.ts';
import { LiveMetrics } from '#shared/model/metrics.ts';
import { selfCheck } from '#shared/rules/metrics/self-check.ts';
import { SAMPLE_NOW, sampleMetrics, sampleSourceFigure } from '#tests/support/sample-snapshot.ts';

const SHOP = { views: 10_000, entries: 9_000, ordersPaid: 200, buyers: 180 };
const paid = [{ currency: 'CNY', exponent: 2, amountMinor: 2_000_000 }];
const figure = (value: number) => ({ known: true, value, isApprox: false, without: [] });

function entered(name: FigureName, value: number, asOfTs = SAMPLE_NOW): EnteredFigure {
  const of = { sourceId: null, currency: 'CNY', asOfTs, how: 'typed', screenId: null };
  return EnteredFigure.parse({ name, value, ...of, seq: 1, enteredTs: SAMPLE_NOW });
}

function room(
  figures: readonly EnteredFigure[],
  patch: Partial<Record<keyof LiveMetrics, unknown>> = {},
): LiveMetrics {
  return LiveMetrics.parse({
    ...sampleMetrics(),
    views: figure(10_000),
    ordersPaid: figure(200),
    viewersMean: figure(300),
    onAirMs: 3_600_000,
    paid,
    bySource: [sampleSourceFigure({ values: SHOP, paid })],
    entered: figures,
    ...patch,
  });
}

const check = (metrics: LiveMetrics) => selfCheck(metrics, 'CNY', []);

test('a show whose figures agree has nothing to say', () => {
  const figures = [entered('ordersPaid', 203), entered('uniqueViewers', 8_000)];
  // 9,000 entries × 120 s ÷ 3,600 s are the 300 who watched.
  expect(check(room([...figures, entered('watchSeconds', 120)]))).toEqual([]);
});

describe('two ways to one figure', () => {
  test('units × price against what was paid; a few units may be chance', () => {
    const sold = { unitsPaid: 30, paidMinor: 150_000, priceMinor: 10_000, couponPriceMinor: null };
    expect(selfCheck(room([]), 'CNY', [sold])).toMatchObject([
      { oneValue: 150_000, otherValue: 300_000, tiles: ['paid', 'averageOrder'], tolerance: 0.15 },
    ]);
    expect(selfCheck(room([]), 'CNY', [{ ...sold, couponPriceMinor: 5_500 }])).toEqual([]);
    expect(selfCheck(room([]), 'CNY', [{ ...sold, unitsPaid: 19 }])).toEqual([]);
  });

  test('GPM × views against paid money: a source that was removed has left one of them', () => {
    const metrics = room([], { views: figure(20_000) });
    expect(check(metrics)).toMatchObject([{ oneValue: 2_000_000, otherValue: 4_000_000 }]);
  });

  test('entries × stay against who watched', () => {
    expect(check(room([entered('watchSeconds', 30)]))).toMatchObject([
      {
        oneValue: 300,
        otherValue: 75,
        unit: 'count',
        tiles: ['viewersMean', 'averageWatch', 'entries5Min'],
      },
    ]);
  });

  test('what was entered against what the source tells, as long as both are of one time', () => {
    const off = [entered('ordersPaid', 2_000)];
    expect(check(room(off))).toMatchObject([
      { oneValue: 2_000, otherValue: 200, one: { isEntered: true }, other: { isEntered: false } },
    ]);
    const old = [entered('ordersPaid', 2_000, SAMPLE_NOW - 61_000)];
    expect(check(room(old))).toEqual([]);
    expect(check(room(old, { isOver: true }))).toHaveLength(1);
  });
});

test('a part that is more than its whole cannot be', () => {
  const figures = [entered('productShown', 50), entered('productClickers', 60)];
  expect(check(room(figures))).toMatchObject([
    {
      oneValue: 60,
      otherValue: 50,
      tolerance: null,
      tiles: expect.arrayContaining(['productCtr']),
    },
  ]);
});

test('a silent source is held against nothing', () => {
  const silent = sampleSourceFigure({ standing: 'silent', sinceTs: 1, values: SHOP, paid });
  expect(check(room([entered('ordersPaid', 2_000)], { bySource: [silent] }))).toEqual([]);
});
