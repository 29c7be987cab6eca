import { useId } from 'react';
import type { ReactElement } from 'react';

import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { RiskLine } from './RiskLine.tsx';
import { showPhrase } from './show-phrase.ts';
import type { RiskFound } from './use-risk-note.ts';
import { useRiskReplacement } from './use-risk-replacement.ts';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly hint: string;
  /** What is wrong with the value; null when nothing is. */
  readonly error: string | null;
  /** What should not be said of it. */
  readonly risk?: RiskFound | null;
}

/** Several lines of text, each an entry. */
export function TextArea(props: TextAreaProps): ReactElement {
  const { label, value, onChange, rows, hint, error, risk = null } = props;
  const id = useId();
  const noteId = useId();
  const replacement = useRiskReplacement(value, onChange, risk);
  const tone = error !== null ? styles.error : risk === null ? styles.hint : styles.caution;
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
        onKeyDown={replacement.onKey}
      />
      <span id={noteId} className={tone}>
        {error === null && risk !== null ? (
          <RiskLine
            risk={risk}
            text={value}
            onReplace={replacement.replace}
            onShow={(from, to) => showPhrase(id, from, to)}
          />
        ) : (
          (error ?? hint)
        )}
      </span>
    </div>
  );
}
