import { useCallback, useRef, useState } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';

import { moveProduct } from './shelf-order.ts';

export type Moved = { readonly name: string; readonly number: number };

export type Reorder = {
  /** The last move the core confirmed, to be read out. */
  readonly moved: Moved | null;
  /** To the place of another product, which makes room. */
  readonly moveOnto: (productId: ProductId, targetId: ProductId) => void;
  /** One place up (-1) or down (1). */
  readonly moveBy: (productId: ProductId, step: -1 | 1) => void;
  /** To a place of the whole shelf, 0-based. */
  readonly moveTo: (productId: ProductId, index: number) => void;
};

/** Moves products of the shelf; the core gives the new link numbers, nothing moves before. */
export function useReorder(items: readonly ShelfItem[]): Reorder {
  const runInArea = useRunInArea();
  const [moved, setMoved] = useState<Moved | null>(null);
  // Keys can be faster than answers: the next step starts from the order that was asked for.
  const asked = useRef<readonly ProductId[] | null>(null);

  const move = useCallback(
    async (productId: ProductId, place: (order: readonly ProductId[]) => number) => {
      const order = asked.current ?? items.map((item) => item.productId);
      const productIds = moveProduct(order, productId, place(order));
      if (productIds === null) return;
      asked.current = productIds;
      const result = await runInArea('shelf', 'shelf.reorder', { productIds: [...productIds] });
      if (asked.current === productIds) asked.current = null;
      const name = items.find((item) => item.productId === productId)?.name;
      if (result.ok && name !== undefined) {
        setMoved({ name, number: productIds.indexOf(productId) + 1 });
      }
    },
    [items, runInArea],
  );

  return {
    moved,
    moveOnto: (productId, targetId) => void move(productId, (order) => order.indexOf(targetId)),
    moveBy: (productId, step) => void move(productId, (order) => order.indexOf(productId) + step),
    moveTo: (productId, index) => void move(productId, () => index),
  };
}
