import type { ReactElement, ReactNode } from 'react';

import styles from './Chip.module.css';
import { classNames } from './class-names.ts';

export type ChipTone = 'ok' | 'busy' | 'warn' | 'danger' | 'idle';

interface ChipProps {
  /** Drawn as a shape too; the words must say it as well. */
  readonly tone: ChipTone;
  readonly children: ReactNode;
  readonly title?: string;
  /** Makes the chip a button. */
  readonly onPress?: () => void;
}

export function Chip({ tone, children, title, onPress }: ChipProps): ReactElement {
  const className = classNames(styles.chip, styles[tone]);
  const content = (
    <>
      <i className={styles.mark} aria-hidden="true" />
      {children}
    </>
  );
  if (onPress === undefined) {
    return (
      <span className={className} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className={className} title={title} onClick={onPress}>
      {content}
    </button>
  );
}
