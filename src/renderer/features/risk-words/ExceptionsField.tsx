import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import {
  OWN_EXCEPTIONS_MAX,
  RISK_PHRASE_MAX,
  type RiskSettings,
} from '#shared/model/risk-settings.ts';

import styles from './RiskSheet.module.css';

interface ExceptionsFieldProps {
  readonly risk: RiskSettings;
  readonly onChange: (risk: RiskSettings) => void;
}

/** Phrases that are always harmless, one on each line. */
export function ExceptionsField({ risk, onChange }: ExceptionsFieldProps): ReactElement {
  const { t } = useI18n();
  const [draft, setDraft] = useState<string | null>(null);
  const stored = risk.except.join('\n');
  const text = draft ?? stored;
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter(
    (line) => line !== '',
  );
  const long = lines.find(({ length }) => length > RISK_PHRASE_MAX);
  const error =
    long !== undefined
      ? t('riskWords.fault.too_long', { given: long.slice(0, 80), max: RISK_PHRASE_MAX })
      : lines.length > OWN_EXCEPTIONS_MAX
        ? t('riskWords.tooMany', { max: OWN_EXCEPTIONS_MAX })
        : null;
  return (
    <div>
      <TextArea
        label={t('riskWords.exceptions')}
        value={text}
        rows={3}
        hint={t('riskWords.exceptionsHint')}
        error={error}
        onChange={setDraft}
      />
      {text !== stored && (
        <div className={styles.acts}>
          <Button
            disabled={error !== null}
            onClick={() => {
              onChange({ ...risk, except: lines });
              setDraft(null);
            }}
          >
            {t('riskWords.saveExceptions')}
          </Button>
          <Button tone="quiet" onClick={() => setDraft(null)}>
            {t('settings.wordsDiscard')}
          </Button>
        </div>
      )}
    </div>
  );
}
