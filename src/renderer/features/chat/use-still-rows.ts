import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';

import type { FoldedRow } from './fold-rows.ts';

/** A mouse that has not moved for so long is parked, not aiming. */
const PARKED_AFTER_MS = 4_000;

/** The rows that stood in the page, as they read then. */
type Span = {
  readonly first: string;
  readonly last: string;
  readonly asSeen: ReadonlyMap<string, FoldedRow>;
};

interface StillList {
  readonly element: RefObject<HTMLElement | null>;
  readonly rows: readonly FoldedRow[];
  /** How many of the newest are drawn. */
  readonly tailLength: number;
  /** Those that stand in the page. */
  readonly seen: RefObject<readonly FoldedRow[]>;
}

/**
 * The rows, held still while a mouse moves over them: what somebody aims at stays under the pointer.
 * They go on when it leaves or rests. Counts wait as well: one more can make a row a line longer, and
 * moves the rest. What is deleted or erased meanwhile is so at once.
 */
export function useStillRows(list: StillList): readonly FoldedRow[] {
  const { element, rows, tailLength, seen } = list;
  const [span, setSpan] = useState<Span | null>(null);
  const tail = rows.slice(-tailLength);

  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = '';
    let isHeld = false;

    function goOn(): void {
      clearTimeout(timer);
      isHeld = false;
      setSpan(null);
    }
    function onMove(event: PointerEvent): void {
      // Chromium also tells of a mouse that stands still while the page moves under it.
      const place = `${event.screenX} ${event.screenY}`;
      if (event.pointerType !== 'mouse' || place === last) return;
      last = place;
      clearTimeout(timer);
      timer = setTimeout(goOn, PARKED_AFTER_MS);
      if (isHeld) return;
      // At once: rows that are on their way into the page would move under the pointer first.
      const held = spanOf(seen.current);
      isHeld = held !== null;
      flushSync(() => setSpan(held));
    }
    target.addEventListener('pointermove', onMove, { signal });
    target.addEventListener('pointerleave', goOn, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [element, seen]);

  return span === null ? tail : (rowsWithin(rows, span) ?? tail);
}

function spanOf(rows: readonly FoldedRow[]): Span | null {
  const first = rows[0]?.row.key;
  const last = rows.at(-1)?.row.key;
  if (first === undefined || last === undefined) return null;
  return { first, last, asSeen: new Map(rows.map((folded) => [folded.row.key, folded])) };
}

/** Null when the last of them is gone: nothing is left to stand still. */
function rowsWithin(
  rows: readonly FoldedRow[],
  { first, last, asSeen }: Span,
): readonly FoldedRow[] | null {
  const to = rows.findLastIndex(({ row }) => row.key === last);
  if (to === -1) return null;
  const from = rows.findIndex(({ row }) => row.key === first);
  return rows
    .slice(Math.max(0, from), to + 1)
    .map((folded) => countedAs(asSeen.get(folded.row.key), folded));
}

function countedAs(seen: FoldedRow | undefined, now: FoldedRow): FoldedRow {
  if (seen === undefined) return now;
  const { repeats, people } = seen;
  const { count } = seen.row;
  if (repeats === now.repeats && people === now.people && count === now.row.count) return now;
  return { repeats, people, row: count === now.row.count ? now.row : { ...now.row, count } };
}
