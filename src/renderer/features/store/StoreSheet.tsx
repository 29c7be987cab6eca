import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLink, useStoreState } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';

import { BackupList } from './BackupList.tsx';
import { ReportCard } from './ReportCard.tsx';
import { StoreFacts } from './StoreFacts.tsx';
import styles from './StoreSheet.module.css';

interface StoreSheetProps {
  onClose(): void;
}

/** How the store is, what it was copied to, and the way back to a copy. */
export function StoreSheet({ onClose }: StoreSheetProps): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const store = useStoreState();
  const [error, setError] = useState<AppError | null>(null);
  const { restartedTs } = useLink();
  /** The restart before a restore was asked for: a newer one means that it is done. */
  const [asked, setAsked] = useState<{ readonly restartedTs: number | null } | null>(null);
  const isRestoring = asked !== null && asked.restartedTs === restartedTs;
  if (store === null) return null;
  const { keeping } = store;

  async function attempt(command: Promise<Result<unknown>>): Promise<boolean> {
    const result = await command;
    setError(result.ok ? null : result.error);
    return result.ok;
  }

  async function restore(name: string): Promise<void> {
    if (await attempt(run('store.restore', { name }))) setAsked({ restartedTs });
  }

  return (
    <Dialog title={t('store.title')} onClose={onClose}>
      <div className={styles.body}>
        {error !== null && (
          <Notice tone="danger" onDismiss={() => setError(null)}>
            {errorMessage(i18n, error)}
          </Notice>
        )}
        {isRestoring && <Notice tone="info">{t('store.restoring')}</Notice>}
        {keeping.report !== null && (
          <ReportCard
            report={keeping.report}
            onAcknowledge={() => void attempt(run('store.acknowledge', {}))}
          />
        )}
        <StoreFacts store={store} />
        <div className={styles.row}>
          <Button
            disabled={keeping.backup.isRunning}
            onClick={() => void attempt(run('store.backUp', {}))}
          >
            {t(keeping.backup.isRunning ? 'store.backingUp' : 'store.backUpNow')}
          </Button>
          <Button
            tone="quiet"
            disabled={keeping.check.state === 'running'}
            onClick={() => void attempt(run('store.check', {}))}
          >
            {t(keeping.check.state === 'running' ? 'store.checking' : 'store.checkNow')}
          </Button>
        </div>
        <BackupList
          newest={keeping.backup.last?.name ?? null}
          onRestore={(name) => void restore(name)}
        />
      </div>
    </Dialog>
  );
}
