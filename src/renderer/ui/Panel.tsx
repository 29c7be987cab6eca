import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: tabs, counts, buttons. */
  readonly head?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled region of the desk; the content scrolls by itself where it must. */
export function Panel({ title, head, className, children }: PanelProps): ReactElement {
  const titleId = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {head}
      </div>
      {children}
    </section>
  );
}
