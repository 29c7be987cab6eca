import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

import type { GroupId, ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import type { ShelfGroup } from '#shared/model/shelf-group.ts';

export type RowDrop = 'before' | 'after';

/** What is under the pointer: a row and the side of it, or the header of a group. */
export type DropPlace =
  | { readonly kind: 'row'; readonly productId: ProductId; readonly drop: RowDrop }
  | { readonly kind: 'group'; readonly groupId: GroupId };

export type RowDrag = {
  readonly productId: ProductId;
  /** Null before the first one. */
  readonly over: DropPlace | null;
};

type DragShelf = {
  readonly items: readonly ShelfItem[];
  readonly groups: readonly ShelfGroup[];
  readonly onMove: (productId: ProductId, index: number) => void;
  readonly onIntoGroup: (productId: ProductId, groupId: GroupId) => void;
};

/**
 * Dragging of rows marked `data-product-id` inside the list, between rows or onto a header marked
 * `data-group-id`. Listens on the list itself, since the rows are no controls; what dragging does, keys
 * do as well.
 */
export function useRowDrag(list: RefObject<HTMLElement | null>, shelf: DragShelf): RowDrag | null {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef({ drag, shelf });
  useLayoutEffect(() => {
    latest.current = { drag, shelf };
  });

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;

    function placeAt(event: DragEvent): DropPlace | null {
      const { items, groups } = latest.current.shelf;
      const group = groups.find(({ id }) => String(id) === markOf(event, 'data-group-id')?.value);
      if (group !== undefined) return { kind: 'group', groupId: group.id };
      const row = markOf(event, 'data-product-id');
      const item = items.find(({ productId }) => String(productId) === row?.value);
      if (row === null || item === undefined) return null;
      const box = row.element.getBoundingClientRect();
      const drop = event.clientY < box.top + box.height / 2 ? 'before' : 'after';
      return { kind: 'row', productId: item.productId, drop };
    }

    function onStart(event: DragEvent): void {
      const place = placeAt(event);
      if (place?.kind === 'row') setDrag({ productId: place.productId, over: null });
    }

    function onOver(event: DragEvent): void {
      const held = latest.current.drag;
      const over = placeAt(event);
      if (held === null || over === null) return;
      event.preventDefault();
      if (!isSamePlace(held.over, over)) setDrag({ productId: held.productId, over });
    }

    function onDrop(event: DragEvent): void {
      const held = latest.current.drag;
      setDrag(null);
      if (held === null || held.over === null) return;
      event.preventDefault();
      const { items, onMove, onIntoGroup } = latest.current.shelf;
      if (held.over.kind === 'group') return onIntoGroup(held.productId, held.over.groupId);
      const order = items.map((item) => item.productId);
      const from = order.indexOf(held.productId);
      const over = order.indexOf(held.over.productId) + (held.over.drop === 'after' ? 1 : 0);
      // Taking the product out shifts everything behind it by one.
      onMove(held.productId, from < over ? over - 1 : over);
    }

    element.addEventListener('dragstart', onStart, { signal });
    element.addEventListener('dragover', onOver, { signal });
    element.addEventListener('drop', onDrop, { signal });
    element.addEventListener('dragend', () => setDrag(null), { signal });
    return () => listening.abort();
  }, [list]);

  return drag;
}

function markOf(event: Event, name: string): { element: Element; value: string } | null {
  const element = event.target instanceof Element ? event.target.closest(`[${name}]`) : null;
  const value = element?.getAttribute(name) ?? null;
  return element === null || value === null ? null : { element, value };
}

function isSamePlace(a: DropPlace | null, b: DropPlace): boolean {
  if (a === null || a.kind !== b.kind) return false;
  if (a.kind === 'group') return b.kind === 'group' && a.groupId === b.groupId;
  return b.kind === 'row' && a.productId === b.productId && a.drop === b.drop;
}
