import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { usePromises } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { promiseOutcome } from '#renderer/ui/promise-text.ts';
import type { AppError, Result } from '#shared/contract/app-error.ts';

import { PromiseActs } from './PromiseActs.tsx';
import { PromiseForm } from './PromiseForm.tsx';
import { PromiseRow } from './PromiseRow.tsx';
import styles from './Promises.module.css';

/** Promises of the running show: made, open, settled, and opened again. */
export function PromiseSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { open, settled } = usePromises();
  const [error, setError] = useState<AppError | null>(null);

  async function tell(asked: Promise<Result<unknown>>): Promise<boolean> {
    const result = await asked;
    setError(result.ok ? null : result.error);
    return result.ok;
  }

  return (
    <Dialog title={t('promise.title')} onClose={onClose}>
      <p className={styles.fact}>{t('promise.text')}</p>
      <PromiseForm onMake={(input) => tell(run('promise.make', input))} />
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      <h3 className={styles.heading}>{t('promise.running')}</h3>
      {open.length === 0 && <p className={styles.fact}>{t('promise.none')}</p>}
      <ul className={classNames(styles.list, styles.sheet)}>
        {open.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} end={null}>
            <PromiseActs
              promise={promise}
              isWhole
              onSettle={({ id }, outcome) =>
                void tell(run('promise.settle', { promiseId: id, outcome }))
              }
            />
          </PromiseRow>
        ))}
      </ul>
      {settled.length > 0 && <h3 className={styles.heading}>{t('promise.settled')}</h3>}
      <ul className={classNames(styles.list, styles.sheet)}>
        {settled.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} end={promiseOutcome(i18n, promise)}>
            <Button
              tone="quiet"
              onClick={() => void tell(run('promise.reopen', { promiseId: promise.id }))}
            >
              {t('promise.reopen')}
            </Button>
          </PromiseRow>
        ))}
      </ul>
    </Dialog>
  );
}
