import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { targetName, targetText } from '#renderer/i18n/goal-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { TargetValue } from '#shared/model/show-target.ts';
import {
  readPastedTargets,
  targetsToSet,
  type PastedTarget,
} from '#shared/rules/targets/targets-paste.ts';

import styles from './TargetsSheet.module.css';

interface PastedTargetsProps {
  readonly currency: string;
  readonly onSet: (values: readonly TargetValue[]) => void;
}

/** Two columns of a plan; each line says what it becomes or what is wrong. */
export function PastedTargets({ currency, onSet }: PastedTargetsProps): ReactElement {
  const { t } = useI18n();
  const id = useId();
  const [text, setText] = useState('');
  const rows = readPastedTargets(text, currency);
  const values = targetsToSet(rows);
  return (
    <section className={styles.paste} aria-label={t('targets.paste')}>
      <h3>{t('targets.paste')}</h3>
      <label htmlFor={id} className={styles.text}>
        {t('targets.pasteText')}
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
          <Button tone="go" disabled={values.length === 0} onClick={() => onSet(values)}>
            {t('targets.set', { count: values.length })}
          </Button>
        </>
      )}
    </section>
  );
}

function PastedLine(props: {
  readonly row: PastedTarget;
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
          ? `${targetName(i18n, name)} ${targetText(i18n, name, value, currency)}`
          : i18n.t(`figures.problem.${problem ?? 'noValue'}`)}
      </td>
    </tr>
  );
}
