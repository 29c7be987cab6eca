import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { RISK_PHRASE_MAX, type RiskSettings } from '#shared/model/risk-settings.ts';
import {
  RISK_CLASSES,
  RISK_LEVELS,
  type RiskClass,
  type RiskLevel,
} from '#shared/model/risk-word.ts';
import { readRiskRows, withRiskRows } from '#shared/rules/risk-words/risk-table.ts';

import { rowFaultText } from './row-fault-text.ts';
import styles from './RiskSheet.module.css';

interface OwnRiskFormProps {
  readonly risk: RiskSettings;
  readonly onChange: (risk: RiskSettings) => void;
}

/** A phrase of one's own; one that is there already is put in its place. Checked as a row of a table is. */
export function OwnRiskForm({ risk, onChange }: OwnRiskFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [phrase, setPhrase] = useState('');
  const [of, setClass] = useState<RiskClass>('own');
  const [level, setLevel] = useState<RiskLevel>('ban');
  const [instead, setInstead] = useState('');
  const [except, setExcept] = useState('');
  const [isChecked, setChecked] = useState(false);
  const rows = readRiskRows([{ line: 1, cells: [phrase, of, level, instead, except] }], risk);
  const fault = rows[0]?.fault ?? null;
  const next = withRiskRows(risk, rows, 'merge');

  function add(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (fault !== null || next === null || rows.length === 0) return;
    onChange(next);
    for (const clear of [setPhrase, setInstead, setExcept]) clear('');
    setChecked(false);
  }

  return (
    <form className={styles.form} aria-label={t('riskWords.add')} onSubmit={add} noValidate>
      <TextField
        className={styles.whole}
        label={t('riskWords.phrase')}
        value={phrase}
        maxLength={RISK_PHRASE_MAX}
        onChange={setPhrase}
        error={isChecked && fault !== null ? rowFaultText(i18n, fault) : null}
      />
      <SelectField
        label={t('riskWords.class')}
        value={of}
        options={RISK_CLASSES.map((value) => ({ value, label: t(`slips.class.${value}`) }))}
        onChange={setClass}
      />
      <SelectField
        label={t('riskWords.level')}
        value={level}
        options={RISK_LEVELS.map((value) => ({ value, label: t(`riskWords.level.${value}`) }))}
        onChange={setLevel}
      />
      <TextField
        label={t('riskWords.instead')}
        value={instead}
        maxLength={RISK_PHRASE_MAX}
        onChange={setInstead}
      />
      <TextField
        label={t('riskWords.except')}
        hint={t('riskWords.exceptHint')}
        value={except}
        onChange={setExcept}
      />
      <div className={styles.acts}>
        <Button tone="go" type="submit">
          {t(rows[0]?.isKnown === true ? 'riskWords.put' : 'riskWords.add')}
        </Button>
      </div>
    </form>
  );
}
