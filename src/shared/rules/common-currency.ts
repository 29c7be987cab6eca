import type { CatalogueProduct } from '../model/product-details.ts';

/** What most products of a room are priced in; null for a room without any. */
export function commonCurrency(products: readonly CatalogueProduct[]): string | null {
  const counts = new Map<string, number>();
  for (const { fields } of products) {
    counts.set(fields.currency, (counts.get(fields.currency) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
