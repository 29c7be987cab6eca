import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { parseLinkList } from '#shared/rules/link-list.ts';

/**
 * The order with one product moved to `toIndex` (0-based, held inside the list). Null when nothing
 * would change, so that a key at the end of the list sends nothing.
 */
export function moveProduct(
  order: readonly ProductId[],
  productId: ProductId,
  toIndex: number,
): readonly ProductId[] | null {
  const fromIndex = order.indexOf(productId);
  const index = Math.max(0, Math.min(order.length - 1, toIndex));
  if (fromIndex === -1 || fromIndex === index) return null;
  const others = order.filter((id) => id !== productId);
  return [...others.slice(0, index), productId, ...others.slice(index)];
}

/**
 * Products whose name or code holds the text, or whose link number begins with it; of a list of link
 * numbers these products, in its order.
 */
export function filterShelf(items: readonly ShelfItem[], text: string): readonly ShelfItem[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return items;
  const numbers = parseLinkList(wanted);
  if (numbers !== null) {
    return numbers.flatMap((number) => items.find((item) => item.linkNumber === number) ?? []);
  }
  return items.filter(
    (item) =>
      String(item.linkNumber).startsWith(wanted) ||
      item.name.normalize('NFKC').toLowerCase().includes(wanted) ||
      item.code.toLowerCase().includes(wanted),
  );
}
