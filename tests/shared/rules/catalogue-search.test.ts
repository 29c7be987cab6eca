import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS, type CatalogueProduct } from '#shared/model/product-details.ts';
import { findable, findProducts } from '#shared/rules/catalogue-search.ts';
import { productFields } from '#tests/support/desk-facts.ts';

function product(
  id: number,
  code: string,
  name: string,
  tags: readonly string[],
): CatalogueProduct {
  return {
    productId: ProductId.parse(id),
    imageId: null,
    fields: { ...productFields(code, 'CNY'), name },
    details: {
      ...NO_DETAILS,
      tags: [...tags],
      variants: [{ name: '红 S', code: `${code}-RS`, stock: null, priceMinor: null }],
    },
  };
}

const ALL = [
  product(1, 'A-10', '羊绒围巾', ['秋冬']),
  product(2, 'A-1', 'Linen Shirt', ['春夏']),
  product(3, 'B-7', '亚麻衬衫', ['春夏', '通勤']),
];
const INDEX = findable(ALL);
const codes = (typed: string): string[] =>
  findProducts(INDEX, typed).map(({ fields }) => fields.code);

test('by any part of code, name, tag or variant, whatever the case and width', () => {
  expect(codes('')).toEqual(['A-10', 'A-1', 'B-7']);
  expect(codes('linen')).toEqual(['A-1']);
  expect(codes('ＬＩＮＥＮ　shirt')).toEqual(['A-1']);
  expect(codes('春夏')).toEqual(['A-1', 'B-7']);
  expect(codes('春夏 衬衫')).toEqual(['B-7']);
  expect(codes('b-7-rs')).toEqual(['B-7']);
  expect(codes('红 s')).toEqual(['A-10', 'A-1', 'B-7']);
  expect(codes('没有')).toEqual([]);
});

test('the one whose code it is comes first', () => {
  expect(codes('a-1')).toEqual(['A-1', 'A-10']);
});

test('more words never find more', () => {
  const word = fc.constantFrom('a-1', '春夏', '衬', 'linen', '红', 'x');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3 }), word, (words, another) => {
      const found = new Set(codes(words.join(' ')));
      for (const code of codes([...words, another].join(' '))) expect(found.has(code)).toBe(true);
    }),
  );
});
