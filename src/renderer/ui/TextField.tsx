import { useId } from 'react';
import type { InputHTMLAttributes, ReactElement, Ref } from 'react';

import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import hidden from './VisuallyHidden.module.css';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  readonly label: string;
  /** The label is read out but not drawn. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value; null or absent when nothing is. */
  readonly error?: string | null;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, isLabelHidden, value, onChange, hint, error, inputRef, className, ...rest } =
    props;
  const id = useId();
  const noteId = useId();
  const hasError = error !== null && error !== undefined;
  const note = hasError ? error : hint;
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={isLabelHidden === true ? hidden.hidden : styles.label}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        ref={inputRef}
        id={id}
        className={styles.input}
        value={value}
        aria-invalid={hasError}
        aria-describedby={note === undefined ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      {note !== undefined && (
        <span id={noteId} className={hasError ? styles.error : styles.hint}>
          {note}
        </span>
      )}
    </div>
  );
}
