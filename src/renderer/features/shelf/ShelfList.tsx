import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import type { GroupId, ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShelf } from '#renderer/store/selectors.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import { shelfLines } from './group-lines.ts';
import { GroupHeader } from './GroupHeader.tsx';
import styles from './ShelfList.module.css';
import { ShelfRow } from './ShelfRow.tsx';
import { lineButton, useListKeys } from './use-list-keys.ts';
import { useReorder } from './use-reorder.ts';
import { useRowDrag } from './use-row-drag.ts';
import { useSelection } from './use-selection.ts';

interface ShelfListProps {
  /** The products to show; moving is always within the whole shelf. */
  readonly shown: readonly ShelfItem[];
  readonly filter: string;
  readonly onEdit: (productId: ProductId) => void;
}

/**
 * The products in order of link number, under the headers of their groups. One tab stop; arrow keys
 * walk, with Alt they move, with Shift they select.
 */
export function ShelfList({ shown, filter, onEdit }: ShelfListProps): ReactElement {
  const { t } = useI18n();
  const { items, groups, armed, current } = useShelf();
  const runInArea = useRunInArea();
  const foldedGroups = useDeskStore((desk) => desk.foldedGroups);
  const isFiltered = filter.trim() !== '';
  const lines = useMemo(
    () => shelfLines(shown, { items, groups }, new Set(foldedGroups), isFiltered),
    [shown, items, groups, foldedGroups, isFiltered],
  );
  const reorder = useReorder(items);
  const list = useRef<HTMLOListElement>(null);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const tabStop = lines.find(({ key }) => key === focusedKey) ?? lines[0];
  const focusedId = tabStop?.kind === 'product' ? tabStop.item.productId : null;
  const selection = useSelection(shown, focusedId);
  const drag = useRowDrag(list, {
    items,
    groups,
    onMove: reorder.moveTo,
    onIntoGroup: (productId: ProductId, groupId: GroupId) => {
      const { selected } = selection;
      const productIds = selected.has(productId) ? [...selected] : [productId];
      void runInArea('shelf', 'shelf.assignGroup', { groupId, productIds });
    },
  });
  const refocusKey = useRef<string | null>(null);

  // A row that is moved in the page loses the focus; the operator's hand is still on it.
  useLayoutEffect(() => {
    if (refocusKey.current === null) return;
    lineButton(list.current, refocusKey.current)?.focus();
    refocusKey.current = null;
  }, [items]);

  const onMove = (key: string): void => {
    refocusKey.current = key;
  };
  const onKey = useListKeys({ list, lines, tabStop, reorder, selection, onMove });
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
  const over = drag?.over ?? null;
  return (
    <>
      <ol ref={list} className={styles.list} aria-label={t('shelf.list')}>
        {lines.map((line) =>
          line.kind === 'group' ? (
            <GroupHeader
              key={line.key}
              line={line}
              isTabStop={line === tabStop}
              isDrop={over?.kind === 'group' && over.groupId === line.group.id}
              stateOf={stateOf}
              onFocus={setFocusedKey}
              onKeyDown={onKeyDown}
            />
          ) : (
            <ShelfRow
              key={line.key}
              item={line.item}
              lineKey={line.key}
              state={stateOf(line.item)}
              isTabStop={line === tabStop}
              isSelected={selection.selected.has(line.item.productId)}
              isRunEnd={line.isRunEnd}
              isDragged={drag?.productId === line.item.productId}
              drop={
                over?.kind === 'row' && over.productId === line.item.productId ? over.drop : null
              }
              onEdit={onEdit}
              onPick={selection.pick}
              onFocus={setFocusedKey}
              onKeyDown={onKeyDown}
            />
          ),
        )}
      </ol>
      {shown.length === 0 && (
        <p className={styles.none}>{t('shelf.noMatch', { text: filter.trim() })}</p>
      )}
      <VisuallyHidden>
        <output>{reorder.moved !== null && t('shelf.moved', reorder.moved)}</output>
      </VisuallyHidden>
    </>
  );
}
