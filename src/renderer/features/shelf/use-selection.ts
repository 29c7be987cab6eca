import { useCallback, useLayoutEffect, useRef } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { useActionState, useActionStore } from '#renderer/actions/desk-actions-context.tsx';

export type Selection = {
  readonly selected: ReadonlySet<ProductId>;
  /** One more or less, or everything from the last one that was chosen so. */
  readonly pick: (productId: ProductId, how: 'toggle' | 'range') => void;
  readonly clear: () => void;
};

/** Products that are chosen to be grouped; arming is another thing and stays as it is. */
export function useSelection(shown: readonly ShelfItem[], focusedId: ProductId | null): Selection {
  const store = useActionStore();
  const selected = useActionState(({ shelfSelection }) => shelfSelection);
  const fromId = useRef<ProductId | null>(null);
  const latest = useRef({ shown, focusedId });
  useLayoutEffect(() => {
    latest.current = { shown, focusedId };
  });

  const pick = useCallback(
    (productId: ProductId, how: 'toggle' | 'range') => {
      const before = store.getState().shelfSelection;
      if (how === 'toggle') {
        fromId.current = productId;
        const others = [...before].filter((id) => id !== productId);
        const shelfSelection = new Set(before.has(productId) ? others : [...others, productId]);
        return store.setState({ shelfSelection });
      }
      if (before.size === 0) fromId.current = latest.current.focusedId ?? productId;
      const order = latest.current.shown.map((item) => item.productId);
      const ends = [order.indexOf(fromId.current ?? productId), order.indexOf(productId)];
      const [first = 0, last = 0] = ends.toSorted((a, b) => a - b);
      store.setState({ shelfSelection: new Set(order.slice(Math.max(0, first), last + 1)) });
    },
    [store],
  );
  const clear = useCallback(() => store.setState({ shelfSelection: new Set() }), [store]);
  return { selected, pick, clear };
}
