import { useState } from 'react';
import type { ReactElement } from 'react';

import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { RiskSettings } from '#shared/model/risk-settings.ts';

import { ExceptionsField } from './ExceptionsField.tsx';
import { OwnRiskForm } from './OwnRiskForm.tsx';
import { RiskImport } from './RiskImport.tsx';
import { RiskList } from './RiskList.tsx';
import styles from './RiskSheet.module.css';

/** Every phrase that the room is told of: found, switched off, added, taken in and given away. */
export function RiskSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const perform = usePerform();
  const { risk } = useShownSettings();
  const newest = useActionState(({ settingsHistory }) => settingsHistory.at(-1));
  const [open, setOpen] = useState<'import' | 'add' | 'exceptions' | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  function change(next: RiskSettings): void {
    perform({ type: 'changeSettings', change: { risk: next } });
  }

  async function save(): Promise<void> {
    const saved = await run('risk.export', { language });
    setPath(saved.ok ? saved.value.path : null);
    setError(saved.ok ? null : saved.error);
  }

  return (
    <Dialog title={t('riskWords.title')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.quiet}>{t('riskWords.text')}</p>
        <div className={styles.tools}>
          {(['add', 'exceptions', 'import'] as const).map((part) => (
            <Button
              key={part}
              aria-expanded={open === part}
              onClick={() => setOpen(open === part ? null : part)}
            >
              {t(`riskWords.open.${part}`)}
            </Button>
          ))}
          <Button disabled={risk.own.length + risk.except.length === 0} onClick={() => void save()}>
            {t('riskWords.export')}
          </Button>
          <Button
            disabled={newest?.risk === undefined}
            onClick={() => perform({ type: 'undoSettings' })}
          >
            {t('riskWords.undo')}
          </Button>
        </div>
        <div role="status">
          {path !== null && <p className={styles.quiet}>{t('riskWords.exported', { path })}</p>}
        </div>
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        {open === 'import' && (
          <RiskImport risk={risk} onChange={change} onDone={() => setOpen(null)} />
        )}
        {open === 'add' && <OwnRiskForm risk={risk} onChange={change} />}
        {open === 'exceptions' && <ExceptionsField risk={risk} onChange={change} />}
        <RiskList risk={risk} onChange={change} />
      </div>
    </Dialog>
  );
}
