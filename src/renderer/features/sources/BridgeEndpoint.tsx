import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useInbound } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import {
  BRIDGE_NAME,
  BRIDGE_ORIGIN,
  BRIDGE_ORIGINS_MAX,
  type InboundSlice,
} from '#shared/model/inbound.ts';

import { BridgeState } from './BridgeState.tsx';
import { CopyLine } from './CopyLine.tsx';
import styles from './SourcesPanel.module.css';

const FIRST_NAME = 'back-office';

/** The endpoint by which a team's own systems report shelf and orders: off until switched on here. */
export function BridgeEndpoint(): ReactElement {
  const inbound = useInbound();
  const { endpoint } = inbound;
  const [token, setToken] = useState<string | null>(null);
  // Another set-up, made here or at another desk, is what the fields begin with.
  const known = endpoint === null ? 'off' : JSON.stringify([endpoint.name, endpoint.origins]);
  return <EndpointForm key={known} inbound={inbound} token={token} setToken={setToken} />;
}

interface EndpointFormProps {
  readonly inbound: InboundSlice;
  /** As it was made just now; null once it was put away, for good. */
  readonly token: string | null;
  readonly setToken: (token: string | null) => void;
}

function EndpointForm({ inbound, token, setToken }: EndpointFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { endpoint } = inbound;
  const [name, setName] = useState(endpoint?.name ?? FIRST_NAME);
  const [isOnNetwork, setOnNetwork] = useState(endpoint?.isOnNetwork ?? false);
  const [typed, setTyped] = useState((endpoint?.origins ?? []).join('\n'));
  const [error, setError] = useState<AppError | null>(null);
  const origins = typed.split(/\s+/u).filter((origin) => origin !== '');
  const isNameWrong = !BRIDGE_NAME.test(name);
  const wrongOrigin = origins.find((origin) => !BRIDGE_ORIGIN.test(origin)) ?? null;
  const isFull = origins.length > BRIDGE_ORIGINS_MAX;
  const isWrong = isNameWrong || wrongOrigin !== null || isFull;
  const report = (result: Result<unknown>): void => setError(result.ok ? null : result.error);
  const originError = isFull
    ? t('inbound.originsMany', { max: BRIDGE_ORIGINS_MAX })
    : wrongOrigin === null
      ? null
      : t('inbound.originWrong', { origin: wrongOrigin });

  async function makeToken(): Promise<void> {
    const result = await run('inbound.makeToken', { name, isOnNetwork, origins });
    report(result);
    if (result.ok) setToken(result.value.token);
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (isWrong) return;
    if (endpoint === null) void makeToken();
    else void run('inbound.setUp', { isOnNetwork, origins }).then(report);
  }

  return (
    <form className={styles.add} onSubmit={onSubmit} aria-label={t('inbound.title')}>
      <h3 className={styles.addTitle}>{t('inbound.title')}</h3>
      <p className={styles.fact}>{t(endpoint === null ? 'inbound.off' : 'inbound.on')}</p>
      {endpoint !== null && <BridgeState inbound={inbound} />}
      {endpoint !== null && token !== null && (
        <Notice tone="warn" onDismiss={() => setToken(null)}>
          {t('inbound.tokenOnce')}
          <CopyLine label={t('inbound.token')} text={token} />
        </Notice>
      )}
      {endpoint === null && (
        <TextField
          label={t('inbound.name')}
          hint={t('inbound.nameHint')}
          value={name}
          onChange={setName}
          maxLength={40}
          spellCheck={false}
          error={isNameWrong ? t('inbound.nameWrong') : null}
        />
      )}
      <details className={styles.advanced} open={originError === null ? undefined : true}>
        <summary>{t('sources.advanced')}</summary>
        <label className={styles.enabled}>
          <input
            type="checkbox"
            checked={isOnNetwork}
            onChange={(event) => setOnNetwork(event.target.checked)}
          />
          {t('inbound.onNetwork')}
        </label>
        <TextArea
          label={t('inbound.origins')}
          hint={t('inbound.originsHint')}
          value={typed}
          onChange={setTyped}
          rows={2}
          error={originError}
        />
        {endpoint !== null && (
          <Button type="submit" disabled={isWrong}>
            {t('inbound.save')}
          </Button>
        )}
      </details>
      {endpoint === null ? (
        <Button type="submit" disabled={isWrong}>
          {t('inbound.switchOn')}
        </Button>
      ) : (
        <div className={styles.actions}>
          <ConfirmButton
            label={t('inbound.renew')}
            tone="plain"
            confirmLabel={t('inbound.renewSure')}
            onConfirm={() => void makeToken()}
          />
          <ConfirmButton
            label={t('inbound.switchOff')}
            tone="quiet"
            confirmLabel={t('inbound.switchOffSure')}
            onConfirm={() => {
              setToken(null);
              void run('inbound.close', {}).then(report);
            }}
          />
        </div>
      )}
      {error !== null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
    </form>
  );
}
