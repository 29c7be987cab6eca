import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';

import styles from './SourcesPanel.module.css';

/** The one connector that a person adds by hand today. */
const CONNECTOR = 'twitch-irc';

export function AddSource(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [channel, setChannel] = useState('');
  const [address, setAddress] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isAddressWrong = error?.code === 'address_invalid';
  const channelError = error === null || isAddressWrong ? null : errorMessage(i18n, error);

  async function add(): Promise<void> {
    setMissing(channel.trim() === '');
    if (channel.trim() === '') return;
    setAdding(true);
    const result = await run('source.add', {
      connector: CONNECTOR,
      channel: channel.trim(),
      address: address.trim() === '' ? null : address.trim(),
    });
    setAdding(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setChannel('');
    setAddress('');
  }

  function onSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    void add();
  }

  return (
    <form className={styles.add} onSubmit={onSubmit}>
      <h3 className={styles.addTitle}>{t('sources.addTitle')}</h3>
      <TextField
        label={t('sources.channel')}
        hint={t('sources.channelHint')}
        value={channel}
        onChange={setChannel}
        maxLength={200}
        example="cuedesk_live"
        error={isMissing ? t('sources.channelMissing') : channelError}
      />
      <details className={styles.advanced} open={isAddressWrong ? true : undefined}>
        <summary>{t('sources.advanced')}</summary>
        <TextField
          label={t('sources.address')}
          hint={t('sources.addressHint')}
          value={address}
          onChange={setAddress}
          maxLength={400}
          example="wss://irc-ws.chat.twitch.tv"
          error={isAddressWrong ? errorMessage(i18n, error) : null}
        />
      </details>
      <Button type="submit" tone="go" disabled={isAdding}>
        {t(isAdding ? 'sources.adding' : 'common.add')}
      </Button>
    </form>
  );
}
