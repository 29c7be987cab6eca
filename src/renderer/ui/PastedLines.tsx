import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { Button } from './Button.tsx';
import styles from './PastedLines.module.css';

/** One line of what was pasted, as it was read. */
export type PastedLine = {
  readonly line: number;
  readonly label: string;
  readonly text: string;
  /** What it becomes, or what is wrong with it. */
  readonly says: string;
  readonly isWrong: boolean;
};

interface PastedLinesProps {
  readonly title: string;
  readonly help: string;
  /** What the typed or pasted text comes to. */
  readonly read: (text: string) => {
    readonly lines: readonly PastedLine[];
    /** Null: nothing of it can be taken. */
    readonly take: (() => void) | null;
    readonly takeLabel: string;
  };
}

/** A field for pasted names and values; each line says what it becomes before anything is taken. */
export function PastedLines({ title, help, read }: PastedLinesProps): ReactElement {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const { lines, take, takeLabel } = read(text);
  return (
    <section className={styles.paste} aria-label={title}>
      <h3>{title}</h3>
      <label htmlFor={id} className={styles.text}>
        {help}
      </label>
      <textarea
        id={id}
        className={styles.area}
        rows={4}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('figures.line')}</th>
                <th scope="col">{t('figures.found')}</th>
                <th scope="col">{t('figures.becomes')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ line, label, text: found, says, isWrong }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <td className={styles.pasted}>{found === '' ? label : `${label} · ${found}`}</td>
                  <td className={isWrong ? styles.problem : undefined}>{says}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button tone="go" disabled={take === null} onClick={() => take?.()}>
            {takeLabel}
          </Button>
        </>
      )}
    </section>
  );
}
