import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ProductId, ShowId } from '#shared/model/ids.ts';
import type { LiftResult } from '#shared/model/lift.ts';
import { cueVerdict } from '#shared/rules/screening/cue-verdict.ts';
import { screenBenefits, type BenefitShow } from '#shared/rules/screening/screen-benefits.ts';
import { screenProducts, type ProductShow } from '#shared/rules/screening/screen-products.ts';
import { ratioOf, trendOf } from '#shared/rules/screening/trend.ts';

const NAMED = [1, 2, 3].map((id) => {
  return {
    productId: ProductId.parse(id),
    name: `P${id}`,
    role: 'hero' as const,
    currency: 'CNY',
    tags: [],
  };
});

function row(show: number, product: number, paidMinor: number | null, minutes = 10): ProductShow {
  return {
    showId: ShowId.parse(show),
    productId: ProductId.parse(product),
    pushes: 1,
    airtimeMs: minutes * 60_000,
    ordersPaid: paidMinor === null ? null : 10,
    paidMinor,
  };
}

describe('trends', () => {
  test('under three shows say nothing of a direction', () => {
    expect(trendOf([1, 5])).toEqual({ n: 2, median: 3, slope: null });
    expect(trendOf([1, null, 5]).slope).toBeNull();
  });

  test('a straight line has its own slope; what is not known leaves its place empty', () => {
    expect(trendOf([10, 12, 14, 16]).slope).toMatchObject({ mean: 2 });
    expect(trendOf([10, null, 14, 16]).slope?.mean).toBeCloseTo(2, 9);
  });

  test('moved and scaled values have the slope moved and scaled', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (values, by, times) => {
          const plain = trendOf(values).slope;
          const moved = trendOf(values.map((value) => value * times + by)).slope;
          expect(moved?.mean).toBeCloseTo((plain?.mean ?? 0) * times, 6);
          expect(moved?.low).toBeCloseTo((plain?.low ?? 0) * times, 6);
        },
      ),
    );
  });

  test('twice as much and half as much cancel', () => {
    expect(ratioOf([2])).toBeNull();
    expect(ratioOf([2, 0.5])?.mean).toBeCloseTo(1, 12);
  });
});

describe('products', () => {
  test('are held against their own shows: a good evening makes no good product', () => {
    // Product 1 always brings three times product 2; the second show is ten times the first.
    const rows = [1, 10, 4, 2].flatMap((size, at) => [
      row(at + 1, 1, 3_000 * size + at * 7),
      row(at + 1, 2, 1_000 * size),
    ]);
    const [best, worst] = screenProducts(rows, [], NAMED);
    expect(best).toMatchObject({ productId: 1, verdict: 'keep', reason: 'above' });
    expect(worst).toMatchObject({ productId: 2, verdict: 'drop', reason: 'below' });
    expect(best?.paidPerMinute).toBeCloseTo(
      rows
        .filter(({ productId }) => productId === 1)
        .reduce((sum, each) => sum + (each.paidMinor ?? 0), 0) / 40,
      9,
    );
  });

  test('of few shows nothing is concluded, and what nobody could tell is not nothing', () => {
    const [known, unknown] = screenProducts(
      [row(1, 1, 5_000), row(1, 2, 1), row(2, 1, 5_000), row(2, 3, null)],
      [],
      NAMED,
    ).filter(({ productId }) => productId !== 2);
    expect(known).toMatchObject({ verdict: 'watch', reason: 'tooFew' });
    expect(unknown).toMatchObject({ paidMinor: null, ordersPaid: null, paidPerMinute: null });
  });

  test('a seller that comes back twice as often as the others is watched', () => {
    const rows = [1, 2, 3, 4].flatMap((show) => [row(show, 1, 3_000 + show), row(show, 2, 1_000)]);
    const table = (productId: number, refunds: number) => ({
      productId: ProductId.parse(productId),
      shown: null,
      clicks: 100,
      clickedOrders: 50,
      refunds,
      refundableOrders: 100,
    });
    const tables = [table(1, 60), table(2, 10), table(3, 12)];
    const [first] = screenProducts(rows, tables, NAMED);
    expect(first).toMatchObject({
      productId: 1,
      verdict: 'watch',
      reason: 'refunds',
      clickToOrder: 0.5,
    });
  });
});

test('benefits of one name are one, the cheaper claims are kept', () => {
  const given = (show: number, name: string, costMinor: number, claimed: number): BenefitShow => ({
    showId: ShowId.parse(show),
    kind: 'coupon',
    name,
    currency: 'CNY',
    costMinor,
    claimed,
    redeemed: null,
  });
  const rows = [1, 2, 3, 4].flatMap((show) => [
    given(show, 'Ten off', 1_000 + show, 100),
    given(show, 'ten off ', 1_000 + show, 100),
    given(show, 'Lucky bag', 9_000 + show, 100),
  ]);
  const [first, second] = screenBenefits(rows);
  expect(first).toMatchObject({
    name: 'Ten off',
    shows: 4,
    times: 8,
    claimed: 800,
    redeemed: null,
  });
  expect(second).toMatchObject({ name: 'Lucky bag', verdict: 'drop', reason: 'above' });
  expect(screenBenefits(rows.slice(0, 2))[0]).toMatchObject({ verdict: 'watch', reason: 'tooFew' });
});

test('a cue is kept for what got better, dropped for what got worse, watched for neither', () => {
  const result = (
    figure: LiftResult['figure'],
    state: LiftResult['state'],
    mean: number | null,
  ): LiftResult => {
    return { figure, state, mean, low: null, high: null, without: null, n: 9, needed: null };
  };
  const kept = [result('chat', 'found', 3), result('orders', 'none', 0)];
  expect(cueVerdict('price', kept)).toMatchObject({ verdict: 'keep', by: { figure: 'chat' } });
  expect(cueVerdict('price', [result('orders', 'found', -3)]).verdict).toBe('drop');
  expect(cueVerdict('price', [result('orders', 'none', 0)]).reason).toBe('alike');
  expect(cueVerdict('price', [result('orders', 'tooFew', null)])).toEqual({
    verdict: 'watch',
    reason: 'tooFew',
    by: null,
  });
  // One that keeps people: fewer leave is better, and who comes in says nothing of it.
  const rescue = [result('inflow', 'found', 9), result('leavers', 'found', -4)];
  expect(cueVerdict('rescue', rescue)).toMatchObject({
    verdict: 'keep',
    by: { figure: 'leavers' },
  });
  expect(cueVerdict('rescue', [result('inflow', 'found', 9)]).reason).toBe('tooFew');
});
