import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSecretProtection } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { OUTLET_SECRET_MAX, type Outlet, type OutletSecretPart } from '#shared/model/outlet.ts';

import styles from './OutletsSheet.module.css';

/** What those who hand it out call it. */
const KEY_LABELS = {
  chat: 'outlets.key',
  manual: 'outlets.key',
  webhook: 'outlets.key',
  obs: 'outlets.password',
  shopee: 'outlets.partnerKey',
} as const;

/** A password, a key or a token: typed here, and shown nowhere again. */
export function OutletSecret({
  outlet,
  part,
}: {
  readonly outlet: Outlet;
  readonly part: OutletSecretPart;
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const protection = useSecretProtection();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const isObs = outlet.config.kind === 'obs';
  const isKey = part === 'key';
  const isKept = isKey ? outlet.hasSecret : outlet.tokensKept.includes(part);
  const label = t(isKey ? KEY_LABELS[outlet.config.kind] : `outlets.${part}`);
  const save = isKey ? 'outlets.keySave' : 'outlets.tokenSave';

  async function put(secret: string | null): Promise<void> {
    const which = isKey ? {} : { part };
    const result = await run('outlet.setSecret', { outletId: outlet.id, ...which, secret });
    setError(result.ok ? null : result.error);
    if (result.ok) setTyped('');
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (typed !== '') void put(typed);
  }

  return (
    <details className={styles.more}>
      <summary>
        {label}
        {t('common.separator')}
        {t(isKept ? 'outlets.secretKept' : 'outlets.secretNone')}
      </summary>
      <form className={styles.form} onSubmit={onSubmit} aria-label={`${outlet.name} ${label}`}>
        <TextField
          type="password"
          label={label}
          value={typed}
          onChange={setTyped}
          maxLength={OUTLET_SECRET_MAX}
        />
        {protection === 'file' && <p className={styles.fact}>{t('outlets.secretFile')}</p>}
        <div className={styles.actions}>
          <Button type="submit" disabled={typed === ''}>
            {t(isObs ? 'outlets.passwordSave' : save)}
          </Button>
          {isKept && (
            <Button tone="quiet" onClick={() => void put(null)}>
              {t('outlets.secretForget')}
            </Button>
          )}
        </div>
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      </form>
    </details>
  );
}
