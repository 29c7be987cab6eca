import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Review } from '#shared/model/review.ts';
import { changeOf, compareFigure } from '#shared/rules/compare-figure.ts';
import { findingsOf } from '#shared/rules/review-findings.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const MINUTE_MS = 60_000;
const at = (minute: number): number => REVIEW_START + minute * MINUTE_MS;
const first = Math.floor(REVIEW_START / MINUTE_MS);

type Patch = Parameters<typeof sampleReview>[1];

/** A show of an hour in which nothing stands out, with what a test changes. */
function quietShow(patch: Patch): Review {
  const minutes = Array.from({ length: 60 }, (_, index) => ({
    minute: first + index,
    viewers: 500,
    chats: 20,
    chatters: 10,
    joins: 5,
    follows: 1,
    gifts: 0,
    ordersPaid: 2,
    paidMinor: 20_000,
  }));
  const { show, totals } = sampleReview('en', {});
  return sampleReview('en', {
    show: { ...show, endedTs: at(60) },
    totals: { ...totals, onAirMs: 60 * MINUTE_MS, ordersPaid: known(120) },
    minutes,
    products: [],
    pushes: [],
    cues: Array.from({ length: 7 }, (_, index) => cue(index, index * 8, 2_000)),
    gaps: [],
    ...patch,
  });
}

function known(value: number) {
  return { known: true as const, value, isApprox: false, without: [] };
}

function cue(index: number, minute: number, doneDelayMs: number | null) {
  const state = doneDelayMs === null ? ('sent' as const) : ('done' as const);
  return {
    cueId: index + 1,
    kind: 'price' as const,
    text: 'x',
    sentTs: at(minute),
    state,
    shownDelayMs: doneDelayMs,
    doneDelayMs,
  };
}

function product(id: number, airtimeMinutes: number, paidMinor: number, orders: number) {
  return {
    productId: id,
    linkNumber: id,
    name: `product ${id}`,
    role: 'none' as const,
    pushes: 1,
    airtimeMs: airtimeMinutes * MINUTE_MS,
    ordersPaid: orders,
    unitsPaid: orders,
    paidMinor,
    currency: 'CNY',
    paidMinorPerMinute: airtimeMinutes === 0 ? null : paidMinor / airtimeMinutes,
  };
}

function push(
  id: number,
  productId: number,
  minute: number,
  state: 'replaced' | 'undone' = 'replaced',
) {
  return {
    pushId: id,
    productId,
    linkNumber: productId,
    name: '',
    goTs: at(minute),
    endTs: at(minute + 5),
    state,
    targets: [],
  };
}

describe('findings', () => {
  it('of a quiet show are none, and each question says why', () => {
    const { findings, quiet } = findingsOf(quietShow({}));
    expect(findings).toEqual([]);
    expect(Object.fromEntries(quiet.map(({ kind, reason }) => [kind, reason]))).toEqual({
      slow_product: 'few_products',
      unsold_product: 'no_pushes',
      push_lift: 'no_pushes',
      silence: 'nothing_found',
      gap: 'no_gaps',
      unanswered_cues: 'nothing_found',
    });
  });

  it('a product at a third of what the others sell a minute, with the estimated loss', () => {
    const products = [
      product(1, 10, 100_000, 9),
      product(2, 10, 120_000, 9),
      product(3, 20, 60_000, 5),
    ];
    const [finding] = findingsOf(quietShow({ products })).findings;
    expect(finding).toEqual({
      kind: 'slow_product',
      productId: 3,
      linkNumber: 3,
      name: 'product 3',
      airtimeMs: 20 * MINUTE_MS,
      orders: 5,
      currency: 'CNY',
      perMinuteMinor: 3_000,
      medianMinor: 11_000,
      lostMinor: 160_000,
      sample: 2,
    });
  });

  it('nothing about sales where no source gives orders', () => {
    const { totals } = quietShow({});
    const products = [product(1, 10, 0, 0), product(2, 10, 0, 0), product(3, 20, 0, 0)];
    const unknown = { known: false as const, reason: 'source_cannot' as const };
    const { findings, quiet } = findingsOf(
      quietShow({ products, totals: { ...totals, ordersPaid: unknown } }),
    );
    expect(findings).toEqual([]);
    expect(quiet.slice(0, 2).map(({ reason }) => reason)).toEqual(['no_orders', 'no_orders']);
  });

  it('a product without an order, the one shown longest', () => {
    const products = [product(1, 4, 0, 0), product(2, 9, 0, 0), product(3, 9, 90_000, 8)];
    const { findings } = findingsOf(quietShow({ products }));
    expect(findings.find(({ kind }) => kind === 'unsold_product')).toMatchObject({
      productId: 2,
      sample: 2,
      orders: 120,
    });
  });

  it('the rise after pins counts only undisturbed ones, and says how many', () => {
    const minutes = quietShow({}).minutes.map((minute, index) => ({
      ...minute,
      ordersPaid: index > 10 && index < 14 ? 8 : 2,
    }));
    const products = [product(1, 5, 1, 1), product(2, 5, 1, 1)];
    const pushes = [
      push(1, 1, 10),
      push(2, 1, 30),
      push(3, 2, 50),
      push(4, 2, 52),
      push(5, 2, 11, 'undone'),
    ];
    const show = quietShow({ minutes, products, pushes });
    expect(findingsOf(show).findings.find(({ kind }) => kind === 'push_lift')).toMatchObject({
      productId: 1,
      metric: 'orders',
      before: 2,
      after: 5,
      sample: 2,
    });
    const gaps = [
      { fromTs: at(12), toTs: at(13), cause: 'source_lost', sourceLabel: 'twitch', lost: null },
    ];
    const { quiet } = findingsOf(quietShow({ minutes, products, pushes, gaps }));
    expect(quiet).toContainEqual({ kind: 'push_lift', reason: 'nothing_found' });
  });

  it('the rise of a product that sold slowly is not praised beside it', () => {
    const minutes = quietShow({}).minutes.map((minute, index) => ({
      ...minute,
      ordersPaid: index > 10 && index < 14 ? 8 : 2,
    }));
    const products = [
      product(1, 20, 60_000, 5),
      product(2, 10, 100_000, 9),
      product(3, 10, 90_000, 9),
    ];
    const { findings, quiet } = findingsOf(
      quietShow({ minutes, products, pushes: [push(1, 1, 10)] }),
    );
    expect(findings.map(({ kind }) => kind)).toEqual(['slow_product']);
    expect(quiet).toContainEqual({ kind: 'push_lift', reason: 'nothing_found' });
  });

  it('a stretch without a cue or a pin in which viewers left', () => {
    const minutes = quietShow({}).minutes.map((minute, index) => ({
      ...minute,
      viewers: index < 20 ? 500 : 500 - (index - 20) * 5,
    }));
    const cues = [
      cue(0, 0, 1_000),
      cue(1, 9, 1_000),
      cue(2, 18, 1_000),
      cue(3, 40, 1_000),
      cue(4, 49, 1_000),
      cue(5, 58, 1_000),
    ];
    const { findings } = findingsOf(quietShow({ minutes, cues }));
    expect(findings).toEqual([
      {
        kind: 'silence',
        fromTs: at(19),
        toTs: at(40),
        viewersFrom: 500,
        viewersTo: 405,
        sample: 21,
      },
    ]);
  });

  it('the cause with most missing data, and cues that were not done', () => {
    const gaps = [
      { fromTs: at(5), toTs: at(6), cause: 'slept', sourceLabel: null, lost: null },
      { fromTs: at(20), toTs: at(22), cause: 'source_lost', sourceLabel: 'twitch', lost: null },
      { fromTs: at(30), toTs: at(33), cause: 'source_lost', sourceLabel: 'twitch', lost: 4 },
    ];
    const cues = Array.from({ length: 8 }, (_, index) =>
      cue(index, index * 7, index < 3 ? 2_000 : null),
    );
    const { findings } = findingsOf(quietShow({ gaps, cues }));
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'unanswered_cues', open: 5, unseen: 5, sample: 8 }),
      {
        kind: 'gap',
        cause: 'source_lost',
        sourceLabel: 'twitch',
        fromTs: at(30),
        toTs: at(33),
        totalMs: 5 * MINUTE_MS,
        sample: 2,
      },
    ]);
  });

  it('are never more than three, never without a case, and the sample of the desk is sound', () => {
    const row = fc.record({
      airtime: fc.integer({ min: 0, max: 30 }),
      paid: fc.integer({ min: 0, max: 1_000_000 }),
      orders: fc.integer({ min: 0, max: 50 }),
      minute: fc.integer({ min: 0, max: 59 }),
      viewers: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        const products = rows.map((each, index) =>
          product(index + 1, each.airtime, each.paid, each.orders),
        );
        const pushes = rows.map((each, index) => push(index + 1, index + 1, each.minute));
        const minutes = quietShow({}).minutes.map((minute, index) => ({
          ...minute,
          viewers: rows[index % 10]?.viewers ?? null,
        }));
        const { findings, quiet } = findingsOf(quietShow({ products, pushes, minutes, cues: [] }));
        expect(findings.length).toBeLessThanOrEqual(3);
        expect(findings.every(({ sample }) => sample >= 1)).toBe(true);
        const kinds = [...findings, ...quiet].map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(() =>
          Review.shape.findings.parse(JSON.parse(JSON.stringify(findings))),
        ).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a figure against earlier shows', () => {
  it('leaves out shows in which it is unknown, and never counts them as 0', () => {
    expect(compareFigure([null, 4, 10, null, 6])).toEqual({ previous: null, median: 6, sample: 3 });
    expect(compareFigure([])).toEqual({ previous: null, median: null, sample: 0 });
    expect(changeOf(12, 10)).toBeCloseTo(0.2);
    expect(changeOf(12, 0)).toBeNull();
    expect(changeOf(null, 10)).toBeNull();
  });
});
