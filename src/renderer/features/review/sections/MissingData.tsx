import type { ReactElement, ReactNode } from 'react';

import styles from './MissingData.module.css';

interface MissingDataProps {
  /** What is not known, and why. */
  readonly what: string;
  /** How it can be had. */
  readonly how: string;
  /** A button that begins it. */
  readonly action?: ReactNode;
}

/** In the place of what no data tells: never an empty frame, never 0. */
export function MissingData({ what, how, action }: MissingDataProps): ReactElement {
  return (
    <div className={styles.missing}>
      <p>
        {what} <span>{how}</span>
      </p>
      {action}
    </div>
  );
}
