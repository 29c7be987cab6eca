import fc from 'fast-check';
import { expect, test } from 'vitest';

import { priceLadder } from '#shared/rules/price-ladder.ts';

const prices = { priceMinor: 16_900, listPriceMinor: 19_900, couponPriceMinor: 14_900 };

test('the coupon price comes first, below the list price and the price', () => {
  expect(priceLadder(prices)).toEqual({
    nowMinor: 14_900,
    higherMinor: [19_900, 16_900],
    isCoupon: true,
  });
});

test('without a list price the coupon is compared with the price', () => {
  expect(priceLadder({ ...prices, listPriceMinor: null }).higherMinor).toEqual([16_900]);
});

test('a list price that is not higher is not shown', () => {
  const same = { priceMinor: 500, listPriceMinor: 500, couponPriceMinor: null };
  expect(priceLadder(same)).toEqual({ nowMinor: 500, higherMinor: [], isCoupon: false });
});

test('no price at all is nothing, never 0', () => {
  const none = { priceMinor: null, listPriceMinor: 900, couponPriceMinor: null };
  expect(priceLadder(none)).toEqual({ nowMinor: null, higherMinor: [], isCoupon: false });
});

test('the ladder goes down, step by step, to what is paid now', () => {
  const price = fc.option(fc.integer({ min: 0, max: 100_000_000 }));
  const any = fc.record({ priceMinor: price, listPriceMinor: price, couponPriceMinor: price });
  fc.assert(
    fc.property(any, (each) => {
      const { nowMinor, higherMinor } = priceLadder(each);
      const steps = nowMinor === null ? higherMinor : [...higherMinor, nowMinor];
      expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => b - a));
      const known: readonly (number | null)[] = Object.values(each);
      expect(steps.filter((step) => !known.includes(step))).toEqual([]);
    }),
  );
});
