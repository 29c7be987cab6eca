import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePrice, parseStock, priceText } from '#renderer/ui/price-input.ts';

describe('parsePrice', () => {
  test.each<readonly [string, string, number | null]>([
    ['259', 'CNY', 25_900],
    ['259.9', 'CNY', 25_990],
    ['19.90', 'CNY', 1_990],
    ['0.07', 'CNY', 7],
    ['0', 'CNY', 0],
    ['1,299.00', 'CNY', 129_900],
    ['¥259', 'CNY', 25_900],
    ['￥２５９．９', 'CNY', 25_990],
    ['259。5', 'CNY', 25_950],
    [' 88 ', 'USD', 8_800],
    ['3.', 'CNY', 300],
    ['1200', 'JPY', 1_200],
    ['1200.00', 'JPY', 1_200],
    ['1.234', 'KWD', 1_234],
    ['', 'CNY', null],
  ])('%j in %s', (text, currency, minor) => {
    expect(parsePrice(text, currency)).toEqual({ isValid: true, value: minor });
  });

  test.each<readonly [string, string, string]>([
    ['abc', 'CNY', 'product.error.priceForm'],
    ['-5', 'CNY', 'product.error.priceForm'],
    ['1e3', 'CNY', 'product.error.priceForm'],
    ['12,5', 'CNY', 'product.error.priceForm'],
    ['1.2.3', 'CNY', 'product.error.priceForm'],
    ['.', 'CNY', 'product.error.priceForm'],
    ['9.999', 'CNY', 'product.error.priceDecimals'],
    ['12.5', 'JPY', 'product.error.priceWhole'],
    ['9999999999', 'CNY', 'product.error.priceTooLarge'],
  ])('%j in %s is refused with %s', (text, currency, key) => {
    expect(parsePrice(text, currency)).toMatchObject({ isValid: false, fault: { key } });
  });

  test('what is shown for editing reads back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        (minor, currency) => {
          const parsed = parsePrice(priceText(minor, currency), currency);
          expect(parsed).toEqual({ isValid: true, value: minor });
        },
      ),
    );
  });
});

describe('parseStock', () => {
  test.each<readonly [string, number | null]>([
    ['86', 86],
    ['０', 0],
    ['', null],
  ])('%j', (text, value) => {
    expect(parseStock(text)).toEqual({ isValid: true, value });
  });

  test.each(['-1', '1.5', 'many', '99999999999'])('%j is refused', (text) => {
    expect(parseStock(text)).toMatchObject({ isValid: false });
  });
});
