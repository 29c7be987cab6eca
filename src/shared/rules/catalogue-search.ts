import type { CatalogueProduct } from '../model/product-details.ts';
import { searchForm } from './search-text.ts';

/** A product with what it is found by, in the form that searches are compared in. */
export type FindableProduct = { readonly product: CatalogueProduct; readonly text: string };

/** Made once for a list, so that each key that is typed costs one look at each text. */
export function findable(products: readonly CatalogueProduct[]): readonly FindableProduct[] {
  return products.map((product) => {
    const { fields, details } = product;
    const words = [
      fields.code,
      fields.name,
      details.shortName,
      ...details.tags,
      ...details.variants.flatMap(({ name, code }) => [name, code]),
      fields.benefit,
    ];
    return { product, text: searchForm(words.join('\n')) };
  });
}

/** Products that have every word, in their order; those whose code is what was typed come first. */
export function findProducts(
  products: readonly FindableProduct[],
  typed: string,
): readonly CatalogueProduct[] {
  const wanted = searchForm(typed).trim();
  if (wanted === '') return products.map(({ product }) => product);
  const words = wanted.split(/\s+/);
  const found: CatalogueProduct[] = [];
  let first: CatalogueProduct | null = null;
  for (const { product, text } of products) {
    if (!words.every((word) => text.includes(word))) continue;
    if (first === null && searchForm(product.fields.code) === wanted) first = product;
    else found.push(product);
  }
  return first === null ? found : [first, ...found];
}
