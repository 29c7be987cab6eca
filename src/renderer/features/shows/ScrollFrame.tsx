import type { ReactElement, ReactNode } from 'react';

import styles from './ShowsSheet.module.css';

interface ScrollFrameProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may be wider than its place; scrolls by the keyboard too. */
export function ScrollFrame({ label, children }: ScrollFrameProps): ReactElement {
  return (
    <div className={styles.scroll} tabIndex={0} role="tabpanel" aria-label={label}>
      {children}
    </div>
  );
}
