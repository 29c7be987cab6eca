import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';

import styles from './Button.module.css';
import { classNames } from './class-names.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly ref?: Ref<HTMLButtonElement>;
  /** `go`: the one thing to do here; `danger`: cannot be taken back; `quiet`: without a frame. */
  readonly tone?: 'plain' | 'go' | 'danger' | 'quiet';
}

export function Button({ tone = 'plain', className, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, tone !== 'plain' && styles[tone], className)}
    />
  );
}
