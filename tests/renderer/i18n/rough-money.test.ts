import { expect, test } from 'vitest';

import { createFormat } from '#renderer/i18n/format.ts';
import { roughMoney } from '#renderer/i18n/rough-money.ts';

const format = createFormat('zh-CN');

test('a large rate is whole, a small one keeps its cents and is never 0', () => {
  expect(roughMoney(format, 50_908, 'CNY')).toBe('¥509');
  expect(roughMoney(format, 3_512, 'CNY')).toBe('¥35.12');
  expect(roughMoney(format, 35, 'CNY')).toBe('¥0.35');
});

test('one below zero has a minus sign as long as the plus', () => {
  expect(roughMoney(format, -755_583, 'CNY')).toBe('−¥7,556');
});

test('a currency without cents stays as it is', () => {
  expect(roughMoney(format, 42, 'JPY')).toBe('¥42');
});
