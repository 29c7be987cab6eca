import type { ReactElement } from 'react';

import type { PastedText } from '#renderer/ui/paste-offer.ts';
import styles from '#renderer/ui/Floating.module.css';
import { Notice } from '#renderer/ui/Notice.tsx';

import { useStrayPaste } from './use-stray-paste.ts';

interface StrayPasteProps {
  /** Where a table belongs; null where it belongs nowhere. */
  readonly takeTable: ((pasted: PastedText) => boolean) | null;
  /** Where a file of products belongs; null where it belongs nowhere. */
  readonly takeFile: ((file: File) => void) | null;
}

/** Floats at the lower edge: nothing on the desk moves for it. */
export function StrayPaste({ takeTable, takeFile }: StrayPasteProps): ReactElement | null {
  const { note, dismiss } = useStrayPaste(window, takeTable, takeFile);
  if (note === null) return null;
  return (
    <div className={styles.floating}>
      <Notice tone="warn" onDismiss={dismiss}>
        {note}
      </Notice>
    </div>
  );
}
