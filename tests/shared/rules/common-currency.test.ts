import { expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS, type CatalogueProduct } from '#shared/model/product-details.ts';
import { commonCurrency } from '#shared/rules/common-currency.ts';
import { productFields } from '#tests/support/desk-facts.ts';

const priced = (currency: string, id: number): CatalogueProduct => ({
  productId: ProductId.parse(id),
  fields: productFields(`P-${id}`, currency),
  details: NO_DETAILS,
  imageId: null,
});

test('is what most products are priced in, and unknown without any', () => {
  expect(commonCurrency([])).toBeNull();
  expect(commonCurrency(['USD', 'CNY', 'USD'].map((code, at) => priced(code, at + 1)))).toBe('USD');
});
