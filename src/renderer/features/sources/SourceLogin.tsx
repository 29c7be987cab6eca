import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSecretProtection } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Source, SourceLogin as Login } from '#shared/model/source.ts';

import styles from './SourcesPanel.module.css';

/** Reasons that only a new token mends. */
const ABOUT_TOKEN: ReadonlySet<string | null> = new Set(['token_refused', 'token_unreadable']);

interface SourceLoginProps {
  readonly source: Source;
  readonly login: Login;
}

/** As whom the source listens. What is typed goes to the core and never comes back to a screen. */
export function SourceLogin({ source, login }: SourceLoginProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const protection = useSecretProtection();
  const [name, setName] = useState('');
  const [token, setToken] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const what = error?.code === 'login_invalid' ? error.params['what'] : null;
  const saidOf = (field: string): string | null =>
    what === field
      ? t(field === 'name' ? 'sources.login.nameWrong' : 'sources.login.tokenWrong')
      : null;

  async function save(): Promise<void> {
    setSaving(true);
    const result: Result<unknown> = await run('source.setLogin', {
      sourceId: source.id,
      name,
      token,
    });
    setSaving(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setName('');
    setToken('');
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void save();
  }

  return (
    <details className={styles.advanced} open={ABOUT_TOKEN.has(source.reason) ? true : undefined}>
      <summary>
        {login.state === 'named'
          ? t('sources.login.named', { name: login.name ?? '' })
          : t(`sources.login.${login.state}`)}
      </summary>
      <form
        className={styles.login}
        onSubmit={onSubmit}
        aria-label={t('sources.login.form', { name: source.channel })}
      >
        <TextField
          label={t('sources.login.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          spellCheck={false}
          error={saidOf('name')}
        />
        <TextField
          type="password"
          label={t('sources.login.token')}
          hint={t('sources.login.tokenHint')}
          value={token}
          onChange={setToken}
          maxLength={400}
          error={saidOf('token')}
        />
        {protection === 'file' && <p className={styles.fact}>{t('sources.login.unprotected')}</p>}
        <div className={styles.actions}>
          <Button type="submit" disabled={isSaving}>
            {t('sources.login.save')}
          </Button>
          {login.state !== 'anonymous' && (
            <ConfirmButton
              label={t('sources.login.remove')}
              tone="quiet"
              confirmLabel={t('sources.login.removeSure')}
              onConfirm={() =>
                void run('source.removeLogin', { sourceId: source.id }).then((result) =>
                  setError(result.ok ? null : result.error),
                )
              }
            />
          )}
        </div>
        {error !== null && what === null && (
          <Notice tone="danger" onDismiss={() => setError(null)}>
            {errorMessage(i18n, error)}
          </Notice>
        )}
      </form>
    </details>
  );
}
