import fc from 'fast-check';
import { expect, test } from 'vitest';

import { benefitRates, costPerExtraOrder } from '#shared/rules/benefits/benefit-rates.ts';

test('a rate is only said of what is known and more than nothing', () => {
  const known = { costMinor: 4_000, quantity: 100, claimed: 40, redeemed: 10 };
  expect(benefitRates(known)).toEqual({ claimRate: 0.4, redeemRate: 0.25, costPerClaim: 100 });
  const none = { claimRate: 0, redeemRate: null, costPerClaim: null };
  expect(benefitRates({ ...known, claimed: 0 })).toEqual(none);
  expect(benefitRates({ ...known, costMinor: null }).costPerClaim).toBeNull();
});

test('the cost of an extra order is a range, dearer where fewer came', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      (cost, low, more) => {
        const found = costPerExtraOrder(cost, { low, high: low + more });
        expect(found.kind).toBe('range');
        if (found.kind !== 'range') return;
        expect(found.low).toBeLessThan(found.high);
        expect(found.high * low).toBeCloseTo(cost, 3);
      },
    ),
  );
  expect(costPerExtraOrder(100, { low: -2, high: 10 })).toEqual({ kind: 'atLeast', low: 10 });
  expect(costPerExtraOrder(100, { low: -5, high: -1 })).toEqual({ kind: 'unknown' });
  expect(costPerExtraOrder(null, { low: 1, high: 2 })).toEqual({ kind: 'unknown' });
});
