import { useMemo } from 'react';

import type { ChatRow } from '#renderer/store/chat-row.ts';
import { withoutPeople } from '#renderer/store/erased-rows.ts';
import { useChat } from '#renderer/store/selectors.ts';

import { foldRows, type FoldedRow } from './fold-rows.ts';

/**
 * The rows that are drawn: those of the moment, or, while the user looks up, the ones that stood then
 * (null otherwise). Those stand still, but what was deleted or erased since must not read as if it
 * stood.
 */
export function useFoldedRows(
  rows: readonly ChatRow[],
  held: readonly ChatRow[] | null,
  matches: (row: ChatRow) => boolean,
): readonly FoldedRow[] {
  const log = useChat();
  const shown = held ?? rows;
  const erased = log.erased();
  const strike = log.strike();
  return useMemo(() => {
    const isStill = held !== null;
    const current = isStill
      ? withoutPeople(
          shown.map((row) => log.latest(row.key) ?? strike(row)),
          erased,
        )
      : shown;
    return foldRows(current.filter(matches));
  }, [shown, held, matches, log, erased, strike]);
}
