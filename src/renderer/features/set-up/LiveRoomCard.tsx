import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import { CURRENCIES } from '#shared/model/money.ts';

import { checkLiveRoom, hasErrors, type LiveRoomForm } from './live-room-form.ts';
import { SetUpCard } from './SetUpCard.tsx';
import styles from './SetUpForm.module.css';
import { useCreateRoom } from './use-create-room.ts';

const EMPTY: LiveRoomForm = {
  title: '',
  currency: 'CNY',
  channel: '',
  address: '',
  isRehearsal: false,
};

/** A real show: made as planned, so that nothing is on air before the operator says so. */
export function LiveRoomCard(): ReactElement {
  const { t } = useI18n();
  const [form, setForm] = useState(EMPTY);
  // Said after the first attempt, then kept true while it is mended.
  const [isChecked, setIsChecked] = useState(false);
  const { create, isWorking, problem } = useCreateRoom();
  const errors = checkLiveRoom(form);
  const said = (key: MessageKey | null): string | null =>
    isChecked && key !== null ? t(key) : null;
  const patch = (change: Partial<LiveRoomForm>): void =>
    setForm((held) => ({ ...held, ...change }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsChecked(true);
    if (!hasErrors(errors)) void create(form);
  }

  return (
    <SetUpCard title={t('setUp.liveTitle')} text={t('setUp.liveText')} isFirst={false}>
      <form className={styles.fields} onSubmit={submit} noValidate>
        <TextField
          label={t('setUp.showTitle')}
          placeholder={t('setUp.showTitlePlaceholder')}
          value={form.title}
          onChange={(title) => patch({ title })}
          error={said(errors.title)}
        />
        <label className={styles.select}>
          {t('setUp.currency')}
          <select
            value={form.currency}
            onChange={(event) => patch({ currency: event.target.value })}
          >
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </label>
        <TextField
          className={styles.wide}
          label={t('setUp.channel')}
          hint={t('setUp.channelHint')}
          example="cuedesk_live"
          value={form.channel}
          onChange={(channel) => patch({ channel })}
          error={said(errors.channel)}
          spellCheck={false}
        />
        <details
          className={classNames(styles.wide, styles.more)}
          // A field with a fault is never out of sight.
          open={said(errors.address) === null ? undefined : true}
        >
          <summary>{t('setUp.advanced')}</summary>
          <TextField
            label={t('setUp.address')}
            hint={t('setUp.addressHint')}
            placeholder="wss://"
            example="wss://irc-ws.chat.twitch.tv"
            value={form.address}
            onChange={(address) => patch({ address })}
            error={said(errors.address)}
            spellCheck={false}
          />
        </details>
        <label className={classNames(styles.wide, styles.check)}>
          <input
            type="checkbox"
            checked={form.isRehearsal}
            onChange={(event) => patch({ isRehearsal: event.target.checked })}
          />
          {t('setUp.rehearsal')}
        </label>
        <Button type="submit" className={styles.big} disabled={isWorking}>
          {t(isWorking ? 'setUp.creating' : 'setUp.create')}
        </Button>
      </form>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
    </SetUpCard>
  );
}
