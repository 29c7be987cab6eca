import type { ProductId } from '../../model/ids.ts';

/** A product that a table may name: of the shelf. */
export type KnownProduct = {
  readonly productId: ProductId;
  readonly linkNumber: number;
  readonly code: string;
  readonly name: string;
};

const SEPARATORS = /[,，、;；/|]/;
const LINK = /^(?:#|no\.?\s*|link\s*)?(\d{1,3})\s*(?:号|号链接|號)?$/i;

/**
 * Products in the order in which a cell names them, by code, link number or name, each once; what is
 * none of them is given back. A line that is a code or a name as a whole is not taken apart.
 */
export function readProducts(
  cell: string,
  products: readonly KnownProduct[],
): { readonly ids: readonly ProductId[]; readonly unknown: readonly string[] } {
  const ids = new Set<ProductId>();
  const unknown: string[] = [];
  for (const line of cell.split('\n')) {
    const whole = line.trim();
    if (whole === '') continue;
    const words = find(whole, products) === null ? whole.split(SEPARATORS) : [whole];
    for (const word of words) {
      if (word.trim() === '') continue;
      const productId = find(word.trim(), products);
      if (productId === null) unknown.push(word.trim());
      else ids.add(productId);
    }
  }
  return { ids: [...ids], unknown };
}

/** A code is what is exported, so it counts first. */
function find(word: string, products: readonly KnownProduct[]): ProductId | null {
  const byCode = products.find(({ code }) => code === word);
  if (byCode !== undefined) return byCode.productId;
  const link = LINK.exec(word.normalize('NFKC'))?.[1];
  const byLink = products.find(
    ({ linkNumber }) => link !== undefined && linkNumber === Number(link),
  );
  if (byLink !== undefined) return byLink.productId;
  const wanted = word.toLowerCase();
  const byName = products.find(
    ({ code, name }) => name.toLowerCase() === wanted || code.toLowerCase() === wanted,
  );
  return byName?.productId ?? null;
}
