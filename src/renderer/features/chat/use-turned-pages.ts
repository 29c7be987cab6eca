import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import type { FoldedRow } from './fold-rows.ts';

/** Rows that are put into the page behind with each frame; more would make frames late. */
const ROWS_PER_FRAME = 4;

export type PageId = 'a' | 'b';

/** A column full of rows: the one that is seen, or the one behind it. */
export interface Page {
  readonly id: PageId;
  readonly rows: readonly FoldedRow[];
  readonly isFront: boolean;
}

export type Pages = {
  readonly front: PageId;
  readonly shown: readonly FoldedRow[];
  /** What the page behind still holds of the one before. */
  readonly behind: readonly FoldedRow[];
  /** What it is being filled with, and how much of that is in it; null while nothing new came. */
  readonly next: readonly FoldedRow[] | null;
  readonly filled: number;
};

function isSamePage(one: readonly FoldedRow[], other: readonly FoldedRow[]): boolean {
  return (
    one.length === other.length && one.every(({ row }, index) => row.key === other[index]?.row.key)
  );
}

/** One frame further: rows go into the page behind, which is turned to when it is full. */
export function nextFrame(pages: Pages, wanted: readonly FoldedRow[]): Pages {
  const { front, shown, behind, next, filled } = pages;
  // The rows that are seen are wanted (a mouse holds them): what they say may have changed.
  if (isSamePage(wanted, shown)) {
    const isAsItWas = wanted.every((folded, index) => folded === shown[index]);
    return isAsItWas && next === null ? pages : { ...pages, shown: wanted, next: null, filled: 0 };
  }
  if (next === null) return { ...pages, next: wanted, filled: 0 };
  if (filled < next.length) return { ...pages, filled: filled + ROWS_PER_FRAME };
  return {
    front: front === 'a' ? 'b' : 'a',
    shown: next,
    behind: shown.length === 0 ? behind : shown,
    next: null,
    filled: 0,
  };
}

/** What stands in the page behind: what is left of the old rows, then the new ones so far. */
export function behindRows({ behind, next, filled }: Pages): readonly FoldedRow[] {
  if (next === null) return behind;
  const isNew = new Set(next.map(({ row }) => row.key));
  const left = behind.slice(filled).filter(({ row }) => !isNew.has(row.key));
  return [...left, ...next.slice(0, filled)];
}

/**
 * The page of the newest rows, drawn whole as they come. In a flood, where each page would be all new
 * rows, the next one is put together behind the one that is seen, a few rows with each frame, and then
 * turned to: no frame is late, and what is seen stands for a moment.
 */
export function useTurnedPages(tail: readonly FoldedRow[], isFlood: boolean): readonly Page[] {
  const [pages, setPages] = useState<Pages>({
    front: 'a',
    shown: [],
    behind: [],
    next: null,
    filled: 0,
  });
  const wanted = useRef(tail);
  useLayoutEffect(() => {
    wanted.current = tail;
  });

  useEffect(() => {
    if (!isFlood) return undefined;
    setPages((now) => ({ ...now, shown: wanted.current, behind: [], next: null, filled: 0 }));
    let frame = requestAnimationFrame(turn);
    function turn(): void {
      setPages((now) => nextFrame(now, wanted.current));
      frame = requestAnimationFrame(turn);
    }
    return () => cancelAnimationFrame(frame);
  }, [isFlood]);

  const { front, shown } = pages;
  if (!isFlood || shown.length === 0) return [{ id: front, rows: tail, isFront: true }];
  const seen: Page = { id: front, rows: shown, isFront: true };
  const behind: Page = { id: front === 'a' ? 'b' : 'a', rows: behindRows(pages), isFront: false };
  return front === 'a' ? [seen, behind] : [behind, seen];
}
