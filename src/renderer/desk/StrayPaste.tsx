import type { ReactElement } from 'react';

import { Notice } from '#renderer/ui/Notice.tsx';

import styles from './Desk.module.css';
import { useStrayPaste } from './use-stray-paste.ts';

/** Floats at the lower edge: nothing on the desk moves for it. */
export function StrayPaste(): ReactElement | null {
  const { note, dismiss } = useStrayPaste(window);
  if (note === null) return null;
  return (
    <div className={styles.stray}>
      <Notice tone="warn" onDismiss={dismiss}>
        {note}
      </Notice>
    </div>
  );
}
