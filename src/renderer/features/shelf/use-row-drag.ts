import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';

export type RowDrop = 'before' | 'after';

export type RowDrag = {
  readonly productId: ProductId;
  /** The row under the pointer and the side of it; null before the first one. */
  readonly over: { readonly productId: ProductId; readonly drop: RowDrop } | null;
};

/**
 * Dragging of rows marked `data-product-id` inside the list. Listens on the list itself, since the
 * rows are no controls; what dragging does, Alt and the arrow keys do as well.
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  items: readonly ShelfItem[],
  onMove: (productId: ProductId, index: number) => void,
): RowDrag | null {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef({ drag, items, onMove });
  useLayoutEffect(() => {
    latest.current = { drag, items, onMove };
  });

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;

    function itemAt(event: Event): { item: ShelfItem; row: Element } | null {
      const row =
        event.target instanceof Element ? event.target.closest('[data-product-id]') : null;
      const id = row?.getAttribute('data-product-id');
      const item = latest.current.items.find((candidate) => String(candidate.productId) === id);
      return row === null || item === undefined ? null : { item, row };
    }

    function onOver(event: DragEvent): void {
      const held = latest.current.drag;
      const under = itemAt(event);
      if (held === null || under === null) return;
      event.preventDefault();
      const { productId } = under.item;
      const box = under.row.getBoundingClientRect();
      const drop = event.clientY < box.top + box.height / 2 ? 'before' : 'after';
      if (held.over?.productId === productId && held.over.drop === drop) return;
      setDrag({ productId: held.productId, over: { productId, drop } });
    }

    function onDrop(event: DragEvent): void {
      const held = latest.current.drag;
      setDrag(null);
      if (held === null || held.over === null) return;
      event.preventDefault();
      const order = latest.current.items.map((item) => item.productId);
      const from = order.indexOf(held.productId);
      const over = order.indexOf(held.over.productId) + (held.over.drop === 'after' ? 1 : 0);
      // Taking the product out shifts everything behind it by one.
      latest.current.onMove(held.productId, from < over ? over - 1 : over);
    }

    element.addEventListener(
      'dragstart',
      (event) => {
        const picked = itemAt(event);
        if (picked !== null) setDrag({ productId: picked.item.productId, over: null });
      },
      { signal },
    );
    element.addEventListener('dragover', onOver, { signal });
    element.addEventListener('drop', onDrop, { signal });
    element.addEventListener('dragend', () => setDrag(null), { signal });
    return () => listening.abort();
  }, [list]);

  return drag;
}
