import { expect, test } from 'vitest';

import { currencyExponent } from '#shared/rules/currency-exponent.ts';

test.each([
  ['CNY', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['KWD', 3],
  ['XXY', 2],
])('%s has %i minor digits', (currency, digits) => {
  expect(currencyExponent(currency)).toBe(digits);
});
