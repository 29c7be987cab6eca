import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useData } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { isTransferRunning } from '#shared/model/transfer.ts';

import styles from './DataSheet.module.css';
import { TransferState } from './TransferState.tsx';

/** Everything of the store into one file. */
export function ExportSection(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const isBusy = isTransferRunning(useData().transfer);
  const [path, setPath] = useState('');
  const [error, setError] = useState<AppError | null>(null);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const typed = path.trim();
    void run('data.export', { path: typed === '' ? null : typed }).then((result) =>
      setError(result.ok ? null : result.error),
    );
  }

  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <h3>{t('data.exportTitle')}</h3>
      <p className={styles.text}>{t('data.exportText')}</p>
      <TextField
        label={t('data.exportPath')}
        hint={t('data.exportPathHint')}
        value={path}
        onChange={(next) => {
          setPath(next);
          setError(null);
        }}
        maxLength={4096}
        spellCheck={false}
        error={error === null ? null : errorMessage(i18n, error)}
      />
      <div>
        <Button type="submit" disabled={isBusy}>
          {t('data.export')}
        </Button>
      </div>
      <TransferState kind="export" />
    </form>
  );
}
