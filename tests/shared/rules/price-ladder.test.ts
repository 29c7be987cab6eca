import { expect, test } from 'vitest';

import { priceLadder } from '#shared/rules/price-ladder.ts';

const prices = { priceMinor: 16_900, listPriceMinor: 19_900, couponPriceMinor: 14_900 };

test('the coupon price comes first and is compared with the list price', () => {
  expect(priceLadder(prices)).toEqual({ nowMinor: 14_900, wasMinor: 19_900, isCoupon: true });
});

test('without a list price the coupon is compared with the price', () => {
  expect(priceLadder({ ...prices, listPriceMinor: null }).wasMinor).toBe(16_900);
});

test('a list price that is not higher is not shown', () => {
  const same = { priceMinor: 500, listPriceMinor: 500, couponPriceMinor: null };
  expect(priceLadder(same)).toEqual({ nowMinor: 500, wasMinor: null, isCoupon: false });
});

test('no price at all is nothing, never 0', () => {
  const none = { priceMinor: null, listPriceMinor: 900, couponPriceMinor: null };
  expect(priceLadder(none)).toEqual({ nowMinor: null, wasMinor: null, isCoupon: false });
});
