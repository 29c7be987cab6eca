import { useMemo } from 'react';

import type { ChatRow } from '#renderer/store/chat-row.ts';
import { withoutPeople } from '#renderer/store/erased-rows.ts';
import { useChat } from '#renderer/store/selectors.ts';

import { foldRows, RowFolder, type FoldedRow } from './fold-rows.ts';

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
  const erased = log.erased();
  const strike = log.strike();
  const edits = log.edits();
  // A folder is of one log and one choice of rows; folding the same twice changes nothing in it.
  const folder = useMemo(() => ({ log, of: new RowFolder(matches) }), [log, matches]);
  const still = useMemo(() => {
    if (held === null) return null;
    const current = held.map((row) => log.latest(row.key) ?? strike(row));
    return foldRows(withoutPeople(current, erased).filter(matches));
  }, [held, matches, log, erased, strike]);
  const running = useMemo(
    () => (held === null ? folder.of.fold(rows, edits) : null),
    [folder, held, rows, edits],
  );
  return still ?? running ?? [];
}
