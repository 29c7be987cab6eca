import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';

/**
 * The shelf's product ids with one product moved to `toIndex` (0-based). Null when nothing would
 * change, so that a key at the end of the list sends nothing.
 */
export function moveProduct(
  items: readonly ShelfItem[],
  productId: ProductId,
  toIndex: number,
): readonly ProductId[] | null {
  const ids = items.map((item) => item.productId);
  const fromIndex = ids.indexOf(productId);
  const index = Math.max(0, Math.min(ids.length - 1, toIndex));
  if (fromIndex === -1 || fromIndex === index) return null;
  ids.splice(fromIndex, 1);
  ids.splice(index, 0, productId);
  return ids;
}

/** Products whose name or code holds the text, or whose link number begins with it. */
export function filterShelf(items: readonly ShelfItem[], text: string): readonly ShelfItem[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return items;
  return items.filter(
    (item) =>
      String(item.linkNumber).startsWith(wanted) ||
      item.name.normalize('NFKC').toLowerCase().includes(wanted) ||
      item.code.toLowerCase().includes(wanted),
  );
}
