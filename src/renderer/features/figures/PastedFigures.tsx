import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { enteredText } from '#renderer/i18n/entered-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { FigureValue } from '#shared/model/entered-figure.ts';
import {
  figuresToEnter,
  readPastedFigures,
  type PastedFigure,
} from '#shared/rules/figures/figures-paste.ts';

import styles from './FiguresSheet.module.css';

interface PastedFiguresProps {
  readonly currency: string;
  readonly onEnter: (values: readonly FigureValue[]) => void;
}

/** Lines of names and values, or a platform's table; each line says what it becomes or what is wrong. */
export function PastedFigures({ currency, onEnter }: PastedFiguresProps): ReactElement {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const rows = readPastedFigures(text, currency);
  const values = figuresToEnter(rows);
  return (
    <section className={styles.paste} aria-label={t('figures.paste')}>
      <h3>{t('figures.paste')}</h3>
      <label htmlFor={id} className={styles.text}>
        {t('figures.pasteText')}
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
              {rows.map((row) => (
                <PastedLine key={row.line} row={row} currency={currency} />
              ))}
            </tbody>
          </table>
          <Button tone="go" disabled={values.length === 0} onClick={() => onEnter(values)}>
            {t('figures.enter', { count: values.length })}
          </Button>
        </>
      )}
    </section>
  );
}

function PastedLine(props: {
  readonly row: PastedFigure;
  readonly currency: string;
}): ReactElement {
  const { row, currency } = props;
  const i18n = useI18n();
  const { line, label, text, name, value, problem } = row;
  return (
    <tr>
      <td>{line}</td>
      <td className={styles.pasted}>{text === '' ? label : `${label} · ${text}`}</td>
      <td className={problem === null ? undefined : styles.problem}>
        {problem === null && name !== null && value !== null
          ? `${i18n.t(`input.${name}`)} ${enteredText(i18n, { name, value, currency })}`
          : i18n.t(`figures.problem.${problem ?? 'noValue'}`)}
      </td>
    </tr>
  );
}
