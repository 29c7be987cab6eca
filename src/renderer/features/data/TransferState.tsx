import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useData } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Transfer, TransferProblem } from '#shared/model/transfer.ts';

import styles from './DataSheet.module.css';
import { PathLine } from './PathLine.tsx';

/** How far the export or import is, or what became of it. */
export function TransferState({ kind }: { readonly kind: Transfer['kind'] }): ReactElement | null {
  const i18n = useI18n();
  const { t, format } = i18n;
  const run = useCommand();
  const { transfer } = useData();
  const isSeen = useDeskStore((desk) => desk.seenTransferTs === transfer?.startedTs);
  const closeTransfer = useDeskStore((desk) => desk.closeTransfer);
  if (transfer === null || transfer.kind !== kind) return null;
  const { state, rows, rowsTotal, bytes, path, error } = transfer;
  // What did not come about is said until it was read, not for as long as the desk runs.
  const close = (): void => closeTransfer(transfer.startedTs);
  switch (state) {
    case 'writing':
    case 'verifying':
      return (
        <>
          <p className={styles.state} role="status">
            {t(`data.transfer.${state}`, {
              rows: format.number(rows),
              total: rowsTotal === null ? '—' : format.number(rowsTotal),
            })}
          </p>
          <progress className={styles.bar} value={rows} max={rowsTotal ?? undefined} />
          <div>
            <Button onClick={() => void run('data.cancel', {})}>{t('data.cancelTransfer')}</Button>
          </div>
        </>
      );
    case 'replacing':
      return <Notice tone="info">{t('data.transfer.replacing')}</Notice>;
    case 'cancelled':
      return isSeen ? null : (
        <Notice tone="info" onDismiss={close}>
          {t('data.transfer.cancelled')}
        </Notice>
      );
    case 'done':
      return (
        <>
          <Notice tone="info">
            {t('data.transfer.exported', {
              rows: format.number(rows),
              size: bytes === null ? '—' : format.number(Math.ceil(bytes / 100_000) / 10),
            })}
          </Notice>
          <PathLine path={path} />
        </>
      );
    case 'failed':
      return isSeen ? null : (
        <>
          {error !== null && (
            <Notice tone="danger" onDismiss={close}>
              {errorMessage(i18n, error)}
            </Notice>
          )}
          <Problems transfer={transfer} />
        </>
      );
  }
}

function Problems({ transfer }: { readonly transfer: Transfer }): ReactElement | null {
  const i18n = useI18n();
  const { problems, problemCount } = transfer;
  if (problems.length === 0) return null;
  const rest = problemCount - problems.length;
  return (
    <>
      <ul className={styles.problems} aria-label={i18n.t('data.problems')}>
        {problems.map((problem, index) => (
          <li key={index}>{problemText(i18n, problem)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.text}>
          {i18n.t('data.problemsMore', { count: i18n.format.number(rest) })}
        </p>
      )}
    </>
  );
}

function problemText({ t }: I18n, { line, code, params }: TransferProblem): string {
  const text = t(`data.problem.${code}`, params);
  return line === null ? text : t('data.problemLine', { line, text });
}
