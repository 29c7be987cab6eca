import { useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

import styles from './RowPreview.module.css';
import { useScrollStop } from './use-scroll-stop.ts';

interface RowPreviewProps {
  /** What the box is called. */
  readonly label: string;
  /** Said when it changes: how many rows are wrong. */
  readonly summary: ReactNode;
  readonly heads: readonly string[];
  /** Rows of the table. */
  readonly children: ReactNode;
}

/** Row by row what would come of a table that was pasted or read, in a box that keys can scroll. */
export function RowPreview({ label, summary, heads, children }: RowPreviewProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useScrollStop(box);
  return (
    <>
      <p className={styles.summary} role="status">
        {summary}
      </p>
      <div ref={box} className={styles.box} role="region" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </>
  );
}
