import type { ReactElement, ReactNode } from 'react';

import { classNames } from '#renderer/ui/class-names.ts';

import styles from './Bands.module.css';

interface BandProps {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly children: ReactNode;
}

/** One line over the whole width. */
export function Band({ tone, children }: BandProps): ReactElement {
  return (
    <div
      className={classNames(styles.band, styles[tone])}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      {children}
    </div>
  );
}
