import type { ReactElement, ReactNode } from 'react';

import { CommandPalette } from '#renderer/features/palette/CommandPalette.tsx';
import { DroppedFile } from '#renderer/features/paste/DroppedFile.tsx';
import { useDroppedFile } from '#renderer/features/paste/use-dropped-file.ts';
import { useTakeTable } from '#renderer/features/paste/use-take-table.ts';
import { Bands } from '#renderer/features/top-bar/Bands.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useLink } from '#renderer/store/selectors.ts';
import { PasteOfferProvider } from '#renderer/ui/paste-offer.ts';

import styles from './Desk.module.css';
import { LaterSheets } from './later-parts.ts';
import { useFirstPicture } from './use-first-picture.ts';
import { StrayPaste } from './StrayPaste.tsx';

interface DeskFrameProps {
  /** A pasted table of products has a place in what is shown. */
  readonly takesTables: boolean;
  readonly children: ReactNode;
}

/** What every window of the desk has around its view: what is wrong, sheets, palette. */
export function DeskFrame({ takesTables, children }: DeskFrameProps): ReactElement {
  const { state } = useLink();
  useFirstPicture();
  const hasSheet = useDeskStore((desk) => desk.panel !== null);
  const take = useTakeTable('shelf');
  const takeTable = takesTables ? take : null;
  const dropped = useDroppedFile();
  return (
    <PasteOfferProvider value={takeTable}>
      <div className={styles.desk} data-stale={state !== 'live'}>
        <Bands />
        <div className={styles.stage}>
          {children}
          {hasSheet && <LaterSheets takesTables={takesTables} />}
          <CommandPalette />
          <StrayPaste takeTable={takeTable} takeFile={takesTables ? dropped.take : null} />
          <DroppedFile dropped={dropped} />
        </div>
      </div>
    </PasteOfferProvider>
  );
}
