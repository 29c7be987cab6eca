import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

import styles from './SetUpCard.module.css';

interface SetUpCardProps {
  readonly title: string;
  /** One line: what it does. */
  readonly text: string;
  /** The one to begin with. */
  readonly isFirst: boolean;
  readonly children: ReactNode;
}

export function SetUpCard({ title, text, isFirst, children }: SetUpCardProps): ReactElement {
  const titleId = useId();
  return (
    <section className={styles.card} data-first={isFirst} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children}
    </section>
  );
}
