import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useSettings, useShelf, useShow, useSources } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { CURRENCIES } from '#shared/model/money.ts';

import { checkLiveRoom, EMPTY_FORM, hasErrors, type LiveRoomForm } from './live-room-form.ts';
import { useSetUpDraft } from './set-up-draft.ts';
import styles from './SetUpForm.module.css';
import stepStyles from './SetUpSteps.module.css';
import { TWITCH_CONNECTOR, useCreateRoom } from './use-create-room.ts';

/** A real show: made as planned, so that nothing is on air before the operator says so. */
export function RoomStep(): ReactElement {
  const { t, format } = useI18n();
  const show = useShow();
  const hasProducts = useShelf().items.length > 0;
  const form = useFirstForm();
  const openSetUp = useDeskStore((desk) => desk.openSetUp);
  const element = useRef<HTMLFormElement>(null);
  // Said after the first attempt, then kept true while it is mended.
  const [isChecked, setIsChecked] = useState(false);
  const { save, isWorking, problem } = useCreateRoom();
  const errors = checkLiveRoom(form);
  const said = (key: MessageKey | null): string | null =>
    isChecked && key !== null ? t(key) : null;
  const patch = (change: Partial<LiveRoomForm>): void =>
    useSetUpDraft.setState({ form: { ...form, ...change } });

  async function goOn(wanted: LiveRoomForm): Promise<void> {
    if (await save(wanted)) openSetUp('products');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsChecked(true);
    if (!hasErrors(errors)) void goOn(form);
    // The first wrong field, once React has marked it.
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  }

  /** With what is right so far, and the day for a name. */
  function skip(): void {
    const day = format.day(Date.now());
    const title = errors.title === null ? form.title : t('setUp.untitled', { day });
    const isRight = errors.channel === null && errors.address === null;
    const wanted = { ...form, title, ...(isRight ? {} : { channel: '', address: '' }) };
    useSetUpDraft.setState({ form: wanted });
    void goOn(wanted);
  }

  return (
    <form ref={element} onSubmit={submit} noValidate>
      <div className={classNames(styles.fields, stepStyles.card)}>
        <TextField
          label={t('setUp.showTitle')}
          placeholder={t('setUp.showTitlePlaceholder')}
          value={form.title}
          onChange={(title) => patch({ title })}
          error={said(errors.title)}
        />
        <label className={styles.select} title={hasProducts ? t('setUp.currencyFixed') : undefined}>
          {t('setUp.currency')}
          <select
            value={form.currency}
            disabled={hasProducts}
            onChange={(event) => patch({ currency: event.target.value })}
          >
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </label>
        <p className={classNames(styles.wide, styles.platform)}>
          {t('setUp.platform')} <b>{t('platform.twitch')}</b>
          <small>{t('setUp.platformText')}</small>
        </p>
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
            // Whose history it belongs to is settled when it is made.
            disabled={show !== null}
            onChange={(event) => patch({ isRehearsal: event.target.checked })}
          />
          {t('setUp.rehearsal')}
        </label>
      </div>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <nav className={stepStyles.navigation} aria-label={t('setUp.stepsTitle')}>
        {show === null && (
          <Button tone="quiet" className={stepStyles.close} onClick={() => openSetUp(null)}>
            {t('setUp.close')}
          </Button>
        )}
        <span className={stepStyles.forward}>
          <Button disabled={isWorking} onClick={skip}>
            {t('setUp.skip')}
          </Button>
          <Button tone="go" type="submit" disabled={isWorking}>
            {t(isWorking ? 'setUp.creating' : 'setUp.next')}
          </Button>
        </span>
      </nav>
    </form>
  );
}

/** What was typed, else the planned show that is there, else an empty form in the usual currency. */
function useFirstForm(): LiveRoomForm {
  const draft = useSetUpDraft(({ form }) => form);
  const show = useShow();
  const currency = useSettings()?.currency ?? EMPTY_FORM.currency;
  const source = useSources().find(({ connector }) => connector === TWITCH_CONNECTOR);
  if (draft !== null) return draft;
  if (show === null) return { ...EMPTY_FORM, currency };
  return {
    title: show.title,
    currency: show.currency,
    channel: source?.channel ?? '',
    address: source?.address ?? '',
    isRehearsal: show.origin === 'rehearsal',
  };
}
