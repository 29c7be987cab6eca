import { useMemo } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useBlocks, useCues, useShelf, useShow } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';

import { paletteLines } from './palette-lines.ts';
import type { PaletteLine } from './palette-lines.ts';
import { findLines } from './palette-match.ts';

/** What can be done now and is found by the query, best first. */
export function usePaletteLines(query: string): readonly PaletteLine[] {
  const { language } = useI18n();
  const show = useShow();
  const shelf = useShelf();
  const { deck } = useCues();
  const { blocks, currentId } = useBlocks();
  const isLive = useDeskStore(({ view }) => view.name === 'live') && show !== null;
  const wallNow = useWallNow(1000);
  const { lastPush } = shelf;
  const canUndo =
    lastPush !== null && lastPush.state !== 'undone' && wallNow < lastPush.undoUntilTs;
  const lines = useMemo(
    () =>
      paletteLines(
        { show, shelf, deck, blocks, currentBlockId: currentId, canUndo, isLive },
        language,
      ),
    [show, shelf, deck, blocks, currentId, canUndo, isLive, language],
  );
  return useMemo(() => findLines(lines, query), [lines, query]);
}
