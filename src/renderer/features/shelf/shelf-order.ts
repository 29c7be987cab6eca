import type { ProductId } from '#shared/model/ids.ts';

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
