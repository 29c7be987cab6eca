import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Result } from '#shared/contract/app-error.ts';

import styles from './SettingsSheet.module.css';

/** The settings as one file, for another machine. */
export function ExportSettings(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [path, setPath] = useState('');
  const [answer, setAnswer] = useState<Result<{ readonly path: string }> | null>(null);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const typed = path.trim();
    void run('settings.export', { path: typed === '' ? null : typed }).then(setAnswer);
  }

  return (
    <form className={styles.row} onSubmit={submit} noValidate>
      <h4>{t('settings.export')}</h4>
      <p className={styles.text}>{t('settings.exportText')}</p>
      <div className={styles.withButton}>
        <TextField
          label={t('settings.exportPath')}
          hint={t('settings.exportPathHint')}
          value={path}
          onChange={(next) => {
            setPath(next);
            setAnswer(null);
          }}
          maxLength={4096}
          spellCheck={false}
          error={answer === null || answer.ok ? null : errorMessage(i18n, answer.error)}
        />
        <Button type="submit">{t('settings.export')}</Button>
      </div>
      <p className={styles.path} role="status">
        {answer?.ok === true && t('settings.exported', { path: answer.value.path })}
      </p>
    </form>
  );
}
