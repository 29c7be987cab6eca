import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useData } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { isTransferRunning } from '#shared/model/transfer.ts';

import styles from './DataSheet.module.css';
import { TransferState } from './TransferState.tsx';

interface ImportSectionProps {
  /** A file that was opened with Cuedesk; null when none waits. */
  readonly offered: string | null;
}

/** An exported file in place of the data here. */
export function ImportSection({ offered }: ImportSectionProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const isBusy = isTransferRunning(useData().transfer);
  const [path, setPath] = useState(offered ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function start(): Promise<void> {
    if (path.trim() === '') {
      setProblem(t('data.importMissing'));
      return;
    }
    const result = await run('data.import', { path: path.trim() });
    setProblem(result.ok ? null : errorMessage(i18n, result.error));
  }

  return (
    <section className={styles.section}>
      <h3>{t('data.importTitle')}</h3>
      <p className={styles.text}>{t('data.importText')}</p>
      <TextField
        label={t('data.importPath')}
        hint={t('data.importPathHint')}
        value={path}
        onChange={(next) => {
          setPath(next);
          setProblem(null);
        }}
        maxLength={4096}
        spellCheck={false}
        error={problem}
      />
      <div>
        {isBusy ? (
          <Button disabled>{t('data.import')}</Button>
        ) : (
          <ConfirmButton
            label={t('data.import')}
            tone="plain"
            confirmLabel={t('data.importSure')}
            onConfirm={() => void start()}
          />
        )}
      </div>
      <TransferState kind="import" />
    </section>
  );
}
