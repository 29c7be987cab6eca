import type { ReactElement, ReactNode } from 'react';

import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** What is not there yet. */
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps): ReactElement {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}
