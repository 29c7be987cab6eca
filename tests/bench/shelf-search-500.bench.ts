/**
 * Search as one types over 500 products: every beginning of what is typed, as the catalogue's list
 * finds it, against a bare filter of the same lower-cased names by the same words, in the same run.
 */
import { ProductId } from '#shared/model/ids.ts';
import type { CatalogueProduct } from '#shared/model/product-details.ts';
import { findable, findProducts } from '#shared/rules/catalogue-search.ts';
import { median } from '#shared/rules/median.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import { previewPaste } from '#shared/rules/product-paste/paste-preview.ts';
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';

import { printBench, rounded } from './bench-line.ts';

const PRODUCTS = 500;
const ROUNDS = 300;
const TYPED = ['羊绒围巾', 'x-0123', '防晒 清仓', '没有的商品'];
const KEYS = TYPED.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));

const read = await readSheet(new Uint8Array(productWorkbook(PRODUCTS, () => ({}))), 'goods.xlsx');
if (!read.isRead) throw new Error(read.fault);
const { rows } = read.table;
const products = previewPaste(rows, layoutOf(rows, 'CNY'), new Map(), {
  known: [],
  currency: 'CNY',
  destination: 'catalogue',
  formulas: new Set(),
}).flatMap(({ fields, details }, index): CatalogueProduct[] =>
  fields === null || details === null
    ? []
    : [{ productId: ProductId.parse(index + 1), fields, details, imageId: null }],
);
if (products.length !== PRODUCTS) throw new Error(`${products.length} products`);
const index = findable(products);
const bare = products.map((product) => ({
  product,
  text: `${product.fields.code} ${product.fields.name} ${product.details.tags.join(' ')}`.toLowerCase(),
}));

let found = 0;
function ours(): void {
  for (const key of KEYS) found += findProducts(index, key).length;
}
function filter(): void {
  for (const key of KEYS) {
    const words = key.toLowerCase().trim().split(' ');
    found += bare.filter(({ text }) => words.every((word) => text.includes(word))).length;
  }
}

/** Microseconds for one key. */
function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return ((performance.now() - startMs) / KEYS.length) * 1000;
}

const oursUs: number[] = [];
const bareUs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  oursUs.push(timed(ours));
  bareUs.push(timed(filter));
}
if (found === 0) throw new Error('nothing was found');
const value = median(oursUs) ?? 0;
const comparatorValue = median(bareUs) ?? 0;
printBench({
  name: 'shelf.search-500',
  value: rounded(value, 1),
  unit: 'µs a key',
  comparator: 'a bare filter over lower-cased names',
  comparatorValue: rounded(comparatorValue, 1),
  ratio: rounded(value / comparatorValue, 2),
  // A frame has 16,700: a key must not be felt.
  goal: { of: 'value', is: 'at most', target: 1000 },
  floor: { of: 'the bare filter', value: rounded(comparatorValue, 1) },
  samples: oursUs.slice(0, 20).map((us) => rounded(us, 1)),
});
