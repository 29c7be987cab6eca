import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PROVING_METRICS, ProvingValue } from '#shared/model/proving-metric.ts';
import { ProductId } from '#shared/model/ids.ts';
import { PROVING_TABLE, provingValue } from '#shared/rules/improvements/proving-value.ts';
import { minuteMeanError } from '#shared/rules/improvements/standard-error.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const MINUTE_MS = 60_000;
const at = (minute: number): number => REVIEW_START + minute * MINUTE_MS;
const FIRST = ProductId.parse(1);

type Review = ReturnType<typeof sampleReview>;
const sample = sampleReview('en', {});

function valueOf(review: Review, metric: (typeof PROVING_METRICS)[number], productId = FIRST) {
  return provingValue(review, { metric, productId, cardId: null });
}

describe('a proving metric', () => {
  it('gives every metric a value or a reason, of any show', () => {
    const empty = sampleReview('en', {
      totals: { ...sample.totals, onAirMs: 0, ordersPaid: { known: false, reason: 'no_source' } },
      minutes: [],
      products: [],
      pushes: [],
      cues: [],
      promises: [],
      blocks: [],
    });
    for (const metric of PROVING_METRICS) {
      expect(ProvingValue.parse(valueOf(sample, metric))).toEqual(valueOf(sample, metric));
      expect(ProvingValue.parse(valueOf(empty, metric))).toEqual(valueOf(empty, metric));
    }
  });

  it('tells rates of the time on air, so that a longer show is no better one', () => {
    const { totals } = sample;
    const paid = totals.ordersPaid.known ? totals.ordersPaid.value : 0;
    const hours = totals.onAirMs / 3_600_000;
    expect(valueOf(sample, 'ordersPerHour')).toMatchObject({
      known: true,
      value: expect.closeTo(paid / hours, 6),
    });
    expect(valueOf(sample, 'paidPerHour')).toMatchObject({
      value: expect.closeTo((paid * 8_900) / hours, 3),
      currency: 'CNY',
    });
    expect(valueOf(sample, 'orderValue')).toMatchObject({ value: 8_900 });
  });

  it('says why a figure is unknown', () => {
    expect(valueOf(sample, 'followRate')).toEqual({ known: false, reason: 'not_told' });
    expect(valueOf(sample, 'productPaidPerMinute', ProductId.parse(6))).toEqual({
      known: false,
      reason: 'not_aired',
    });
    expect(
      provingValue(sample, { metric: 'productAirShare', productId: null, cardId: null }),
    ).toEqual({ known: false, reason: 'no_subject' });
    const short = sampleReview('en', { totals: { ...sample.totals, onAirMs: 10_000 } });
    expect(valueOf(short, 'chatsPerMinute')).toEqual({ known: false, reason: 'too_short' });
    const uncued = sampleReview('en', { cues: [] });
    expect(valueOf(uncued, 'cuesDoneRate')).toEqual({ known: false, reason: 'no_cases' });
  });

  it('finds the share of the show that was left in silence', () => {
    const hour = {
      show: { ...sample.show, endedTs: at(60) },
      totals: { ...sample.totals, onAirMs: 60 * MINUTE_MS },
      pushes: [],
      cues: sample.cues.slice(0, 1).map((cue) => ({ ...cue, sentTs: at(55) })),
    };
    // From the start to the cue at 55; the five minutes after it are none.
    expect(valueOf(sampleReview('en', hour), 'silenceShare')).toMatchObject({ value: 55 / 60 });
    const often = Array.from({ length: 12 }, (_, index) =>
      hour.cues.map((cue) => ({ ...cue, cueId: index + 1, sentTs: at(index * 5) })),
    ).flat();
    expect(valueOf(sampleReview('en', { ...hour, cues: often }), 'silenceShare')).toMatchObject({
      value: 0,
    });
  });

  it('counts a lost source of several as its part', () => {
    const gap = (sourceLabel: string | null) => ({
      fromTs: at(0),
      toTs: at(30),
      cause: 'source_lost',
      sourceLabel,
      lost: null,
    });
    const show = { platforms: ['a', 'b'], totals: { ...sample.totals, onAirMs: 60 * MINUTE_MS } };
    const one = sampleReview('en', { ...show, gaps: [gap('a')] });
    const all = sampleReview('en', { ...show, gaps: [gap(null)] });
    expect(valueOf(one, 'gapShare')).toMatchObject({ value: 0.25 });
    expect(valueOf(all, 'gapShare')).toMatchObject({ value: 0.5 });
  });

  it('knows money only in money, and of a product in its own currency', () => {
    const inMoney = PROVING_METRICS.filter((metric) => {
      const value = valueOf(sample, metric);
      return value.known && value.currency === 'CNY';
    });
    expect(inMoney).toEqual(['paidPerHour', 'orderValue', 'productPaidPerMinute']);
    expect(inMoney.map((metric) => PROVING_TABLE[metric].unit)).toEqual([
      'money',
      'money',
      'money',
    ]);
  });
});

describe('the standard error of a figure a minute', () => {
  it('is unknown for less than half an hour, and none where nothing varies', () => {
    expect(minuteMeanError(Array.from({ length: 29 }, () => 3))).toBeNull();
    expect(minuteMeanError(Array.from({ length: 60 }, () => 3))).toBe(0);
  });

  it('is larger for a series that drifts than for the same minutes shuffled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), (batches) => {
        const drift = Array.from({ length: batches * 10 }, (_, index) => Math.floor(index / 10));
        const mixed = drift.map(
          (_, index) => drift[(index % 10) * batches + Math.floor(index / 10)] ?? 0,
        );
        expect(minuteMeanError(drift) ?? 0).toBeGreaterThan(minuteMeanError(mixed) ?? Infinity);
      }),
      { numRuns: 20 },
    );
  });
});
