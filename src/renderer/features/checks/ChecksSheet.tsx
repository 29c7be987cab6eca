import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import { openRed } from '#shared/rules/preflight/preflight.ts';

import { CheckRow } from './CheckRow.tsx';
import styles from './ChecksSheet.module.css';
import { OwnItems } from './OwnItems.tsx';
import { useChecklist, useChecks } from './use-checks.ts';

/** Everything that is gone through before a show: what the desk sees by itself, and one's own list. */
export function ChecksSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const perform = usePerform();
  const show = useShow();
  const checks = useChecks();
  const list = useChecklist();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const red = openRed(checks, list?.overruled ?? []);
  const isPlanned = show?.state === 'planned';

  function told(result: Result<unknown>): boolean {
    setError(result.ok ? null : result.error);
    return result.ok;
  }
  async function start(): Promise<void> {
    if (red.length > 0) {
      const lines = red.map((check) => ({ ...check, names: [...check.names] }));
      const given = await run('checks.overrule', { checks: lines, reason: reason.trim() });
      if (!told(given)) return;
      setReason('');
    }
    if (!isPlanned) return;
    perform({ type: 'startShow' });
    onClose();
  }

  return (
    <Dialog title={t('checks.title')} onClose={onClose}>
      <ul className={styles.checks} aria-label={t('checks.automatic')}>
        {checks.map((check) => (
          <CheckRow
            key={check.subject}
            check={check}
            isOverruled={check.light === 'red' && !red.includes(check)}
          />
        ))}
      </ul>
      {list !== null && <OwnItems list={list} onResult={told} />}
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      <form
        className={styles.start}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {red.length > 0 && (
          <TextField
            label={t('checks.reason')}
            hint={t('checks.reasonHint', { count: red.length })}
            value={reason}
            maxLength={300}
            onChange={setReason}
          />
        )}
        {(isPlanned || red.length > 0) && (
          <Button
            type="submit"
            tone={red.length > 0 ? 'danger' : 'go'}
            disabled={red.length > 0 && reason.trim() === ''}
          >
            {t(startWords(isPlanned, red.length > 0))}
          </Button>
        )}
      </form>
      {(list?.overruled ?? []).map(({ reason: given, ts, checks: of }) => (
        <p key={ts} className={styles.quiet}>
          {t('checks.overruled', { count: of.length, reason: given })}
        </p>
      ))}
    </Dialog>
  );
}

function startWords(isPlanned: boolean, isRed: boolean) {
  if (!isPlanned) return 'checks.overrule';
  return isRed ? 'checks.startAnyway' : 'checks.start';
}
