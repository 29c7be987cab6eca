import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './Kbd.module.css';

interface KbdProps {
  readonly children: ReactNode;
  readonly className?: string;
}

export function Kbd({ children, className }: KbdProps): ReactElement {
  return <kbd className={classNames(styles.kbd, className)}>{children}</kbd>;
}
