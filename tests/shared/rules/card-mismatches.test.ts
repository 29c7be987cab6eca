import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { LAST_PIECES } from '#shared/model/product.ts';
import { cardMismatches, type PlatformCard } from '#shared/rules/card-mismatches.ts';

const CARD = {
  currency: 'CNY',
  priceMinor: 16_900,
  couponPriceMinor: 14_900,
  stock: 100,
  isSoldOut: false,
};
const told = (part: Partial<PlatformCard>): PlatformCard => ({
  platform: 'douyin',
  priceMinor: 16_900,
  couponPriceMinor: null,
  currency: 'CNY',
  stock: 80,
  ...part,
});

describe('a platform says something else than the card', () => {
  test.each([
    ['another price', { priceMinor: 19_900 }, ['price', 16_900, 19_900]],
    ['the price with the coupon', { priceMinor: 14_900 }, null],
    ['a price in another currency', { priceMinor: 2_900, currency: 'USD' }, null],
    ['the card’s price with coupons', { couponPriceMinor: 14_900 }, null],
    ['another one', { couponPriceMinor: 13_900 }, ['coupon', 14_900, 13_900]],
    ['no coupon, where the card has one', { couponPriceMinor: 16_900 }, ['coupon', 14_900, 16_900]],
    ['one in another currency', { couponPriceMinor: 1, currency: 'USD' }, null],
    ['no price', { priceMinor: null, currency: null }, null],
    ['fewer pieces, but enough', { stock: LAST_PIECES }, null],
    ['hardly any pieces', { stock: LAST_PIECES - 1 }, ['stock', 100, LAST_PIECES - 1]],
    ['nothing of pieces', { stock: null }, null],
  ] as const)('%s', (_what, part, mismatch) => {
    const found = cardMismatches(CARD, [told(part)]);
    const shown = found.map(({ field, card, platformSays }) => [field, card, platformSays]);
    expect(shown).toEqual(mismatch === null ? [] : [mismatch]);
  });

  test('a coupon that the card does not know, and none where both have none', () => {
    const plain = { ...CARD, couponPriceMinor: null };
    expect(cardMismatches(plain, [told({ couponPriceMinor: 14_900 })])).toEqual([
      { platform: 'douyin', field: 'coupon', card: null, platformSays: 14_900 },
    ]);
    expect(cardMismatches(plain, [told({ couponPriceMinor: 16_900 })])).toEqual([]);
  });

  test('only where it differs, and each platform for itself', () => {
    const all = [told({}), told({ platform: 'tiktok', priceMinor: 1, stock: 0 })];
    expect(cardMismatches(CARD, all).map(({ platform, field }) => [platform, field])).toEqual([
      ['tiktok', 'price'],
      ['tiktok', 'stock'],
    ]);
    expect(cardMismatches({ ...CARD, isSoldOut: true }, [told({ stock: 0 })])).toEqual([]);
  });

  test('never for what it says itself, whatever that is', () => {
    const minor = fc.option(fc.nat({ max: 10_000_000 }));
    fc.assert(
      fc.property(minor, minor, fc.nat({ max: 1_000 }), (priceMinor, couponPriceMinor, stock) => {
        const card = { ...CARD, priceMinor, couponPriceMinor, stock };
        for (const price of [priceMinor, couponPriceMinor]) {
          const same = told({ priceMinor: price, stock: stock + LAST_PIECES });
          expect(cardMismatches(card, [same])).toEqual([]);
        }
      }),
    );
  });
});
