import type { KeyboardEvent, RefObject } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';

import { stepTarget, type GroupLine, type ShelfLine } from './group-lines.ts';
import type { Reorder } from './use-reorder.ts';
import type { Selection } from './use-selection.ts';

type ListKeys = {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly lines: readonly ShelfLine[];
  /** The line that has the keys. */
  readonly tabStop: ShelfLine | undefined;
  readonly reorder: Reorder;
  readonly selection: Selection;
  /** This line is being moved: it takes the focus again when the shelf has changed. */
  readonly onMove: (key: string) => void;
};

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * What keys do on a line of the shelf: arrows walk, with Alt they move, with Shift they select; Left
 * and Right fold a group, F2 renames it; Ctrl and Enter selects one, Esc selects none.
 */
export function useListKeys(keys: ListKeys): (event: KeyboardEvent) => void {
  const { list, lines, tabStop, reorder, selection, onMove } = keys;
  const perform = usePerform();
  const foldGroups = useDeskStore((desk) => desk.foldGroups);

  function walk(step: -1 | 1, isSelecting: boolean): void {
    if (tabStop === undefined) return;
    let at = lines.indexOf(tabStop) + step;
    // A header cannot be selected: the next product behind it is.
    while (isSelecting && lines[at]?.kind === 'group') at += step;
    const next = lines[at];
    if (next === undefined) return;
    if (isSelecting && next.kind === 'product') selection.pick(next.item.productId, 'range');
    lineButton(list.current, next.key)?.focus();
  }

  function move(step: -1 | 1): void {
    if (tabStop?.kind !== 'product') return;
    const { productId } = tabStop.item;
    const next = lines[lines.indexOf(tabStop) + step];
    onMove(tabStop.key);
    const target = next?.kind === 'group' ? stepTarget(lines, lines.indexOf(tabStop), step) : null;
    if (target === null) reorder.moveBy(productId, step);
    else reorder.moveOnto(productId, target);
  }

  function fold(isFolded: boolean): void {
    if (tabStop?.kind === 'group') {
      const { group, run } = tabStop;
      if (tabStop.isFolded !== isFolded) return foldGroups([group.id], isFolded);
      // Open already: on to its first product.
      if (!isFolded && run.length > 0) walk(1, false);
      return;
    }
    const header = isFolded && tabStop !== undefined ? headerOf(lines, tabStop) : null;
    if (header !== null) lineButton(list.current, header.key)?.focus();
  }

  return (event) => {
    const step = STEPS[event.key];
    const hasMod = event.ctrlKey || event.metaKey;
    if (step !== undefined && !hasMod) {
      event.preventDefault();
      return event.altKey ? move(step) : walk(step, event.shiftKey);
    }
    if (event.altKey) return;
    if (hasMod) {
      if (event.key !== 'Enter' || tabStop?.kind !== 'product') return;
      event.preventDefault();
      return selection.pick(tabStop.item.productId, 'toggle');
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      return fold(event.key === 'ArrowLeft');
    }
    if (event.key === 'F2' && tabStop?.kind === 'group') {
      event.preventDefault();
      return perform({ type: 'renameGroup', groupId: tabStop.group.id });
    }
    if (event.key === 'Escape' && selection.selected.size > 0) {
      event.preventDefault();
      selection.clear();
    }
  };
}

/** The header above a product; null where it is in no group. */
function headerOf(lines: readonly ShelfLine[], line: ShelfLine): GroupLine | null {
  if (line.kind !== 'product' || line.item.groupId === null) return null;
  const before = lines.slice(0, lines.indexOf(line));
  return before.findLast((each): each is GroupLine => each.kind === 'group') ?? null;
}

export function lineButton(list: HTMLOListElement | null, key: string): HTMLButtonElement | null {
  return list?.querySelector<HTMLButtonElement>(`[data-line="${key}"] > button`) ?? null;
}
