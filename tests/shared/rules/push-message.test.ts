import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  fillMessage,
  MESSAGE_VARIABLES,
  messagePrice,
  messageValues,
  unknownVariable,
} from '#shared/rules/push-message.ts';

const values = { name: '羊绒衫', price: '¥259', link: '3', stock: '42' };

describe('a message', () => {
  test('names what is known of the product', () => {
    const filled = fillMessage('{link} 号链接：{name}，{price}，还剩 {stock} 件', values);
    expect(filled).toEqual({ text: '3 号链接：羊绒衫，¥259，还剩 42 件', missing: null });
  });

  test('is blocked by a value that nobody knows, if it is asked for', () => {
    const without = { ...values, stock: null };
    expect(fillMessage('{name} {stock}', without)).toEqual({ text: null, missing: 'stock' });
    expect(fillMessage('{name}', without)).toEqual({ text: '羊绒衫', missing: null });
  });

  test('does not read variables in what a product is called', () => {
    expect(fillMessage('{name}', { ...values, name: '{price}' }).text).toBe('{price}');
  });

  test('with an unknown variable is told by its first', () => {
    expect(unknownVariable('{name} {prise} {x}')).toBe('prise');
    expect(unknownVariable('{}')).toBe('');
    expect(unknownVariable('{name} {price}')).toBeNull();
  });

  test('of any names and texts keeps everything but its variables', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((t) => t.replace(/[{}]/g, ''));
    const part = fc.oneof(
      text.map((t) => [t, t] as const),
      fc.constantFrom(...MESSAGE_VARIABLES).map((name) => [`{${name}}`, values[name]] as const),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const filled = fillMessage(parts.map(([typed]) => typed).join(''), values);
        expect(filled.text).toBe(parts.map(([, said]) => said).join(''));
      }),
    );
  });
});

test('a price is written with its sign and no needless digits', () => {
  expect(messagePrice(25_900, 'CNY')).toBe('¥259');
  expect(messagePrice(25_990, 'USD')).toBe('$259.90');
  expect(messagePrice(1_200, 'JPY')).toBe('JPY 1200');
  const product = { name: 'A', priceMinor: null, currency: 'CNY', linkNumber: 7, stock: null };
  expect(messageValues(product)).toEqual({ name: 'A', price: null, link: '7', stock: null });
});
