import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import styles from './ShelfList.module.css';
import { ShelfRow } from './ShelfRow.tsx';
import { useReorder } from './use-reorder.ts';
import { useRowDrag } from './use-row-drag.ts';

interface ShelfListProps {
  /** The products to show; moving is always within the whole shelf. */
  readonly shown: readonly ShelfItem[];
  readonly filter: string;
  readonly onEdit: (productId: ProductId) => void;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The products in order of link number. One tab stop; arrow keys walk, Alt and arrow keys move. */
export function ShelfList({ shown, filter, onEdit }: ShelfListProps): ReactElement {
  const { t } = useI18n();
  const { items, armed, current } = useShelf();
  const { moved, moveBy, moveTo } = useReorder(items);
  const list = useRef<HTMLOListElement>(null);
  const drag = useRowDrag(list, items, moveTo);
  const [focusedId, setFocusedId] = useState<ProductId | null>(null);
  const refocusId = useRef<ProductId | null>(null);
  const tabStop = shown.find((item) => item.productId === focusedId) ?? shown[0];

  // A row that is moved in the page loses the focus; the operator's hand is still on it.
  useLayoutEffect(() => {
    if (refocusId.current === null) return;
    rowButton(list.current, refocusId.current)?.focus();
    refocusId.current = null;
  }, [items]);

  function onKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || tabStop === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) {
      refocusId.current = tabStop.productId;
      moveBy(tabStop.productId, step);
      return;
    }
    const next = shown[shown.indexOf(tabStop) + step];
    if (next !== undefined) rowButton(list.current, next.productId)?.focus();
  }

  // Rows are drawn anew only when they change, so the handler they hold stays the same.
  const latestOnKey = useRef(onKey);
  useLayoutEffect(() => {
    latestOnKey.current = onKey;
  });
  const onKeyDown = useCallback((event: KeyboardEvent) => latestOnKey.current(event), []);

  const onShelfId = current?.state === 'on_shelf' ? current.productId : null;
  const stateOf = ({ productId }: ShelfItem): 'armed' | 'onShelf' | 'waiting' => {
    if (productId === armed?.productId) return 'armed';
    return productId === onShelfId ? 'onShelf' : 'waiting';
  };
  return (
    <>
      <ol ref={list} className={styles.list} aria-label={t('shelf.list')}>
        {shown.map((item) => (
          <ShelfRow
            key={item.productId}
            item={item}
            state={stateOf(item)}
            isTabStop={item === tabStop}
            isDragged={drag?.productId === item.productId}
            drop={drag?.over?.productId === item.productId ? drag.over.drop : null}
            onEdit={onEdit}
            onFocus={setFocusedId}
            onKeyDown={onKeyDown}
          />
        ))}
      </ol>
      {shown.length === 0 && (
        <p className={styles.none}>{t('shelf.noMatch', { text: filter.trim() })}</p>
      )}
      <VisuallyHidden>
        <output>{moved !== null && t('shelf.moved', moved)}</output>
      </VisuallyHidden>
    </>
  );
}

function rowButton(list: HTMLOListElement | null, id: ProductId): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`[data-product-id="${id}"] > button`) ?? null;
}
