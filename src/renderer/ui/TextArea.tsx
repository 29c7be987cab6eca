import { useId } from 'react';
import type { ReactElement } from 'react';

import { classNames } from './class-names.ts';
import styles from './Field.module.css';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly hint: string;
  /** What is wrong with the value; null when nothing is. */
  readonly error: string | null;
}

/** Several lines of text, each an entry. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, value, onChange, rows, hint, error } = props;
  const id = useId();
  const noteId = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={classNames(styles.input, styles.lines)}
        rows={rows}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={noteId} className={error === null ? styles.hint : styles.error}>
        {error ?? hint}
      </span>
    </div>
  );
}
