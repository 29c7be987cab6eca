import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent, ReactElement } from 'react';

import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow, useSources } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { WARNING_NOTE_MAX, WARNING_TEXT_MAX } from '#shared/model/source.ts';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';

import styles from './WarningForm.module.css';

/** A warning that was read on the platform's own page: written down, it stands in the red band. */
export function WarningForm(): ReactElement | null {
  const isOpen = useDeskStore((state) => state.isWarningFormOpen);
  const show = useShow();
  return isOpen && show !== null && show.state !== 'ended' ? <OpenForm /> : null;
}

function OpenForm(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const sources = useSources();
  const runInArea = useRunInArea();
  const setOpen = useDeskStore((state) => state.setWarningFormOpen);
  const platforms = [...new Set(sources.map((source) => source.platform))];
  const [platform, setPlatform] = useState(platforms[0] ?? '');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [isCut, setCut] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const canSave = outgoingText(text) !== null && !isSaving;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!canSave) return;
    setSaving(true);
    const of = platform === '' ? null : platform;
    const result = await runInArea('warnings', 'warning.note', { platform: of, text, note, isCut });
    setSaving(false);
    if (result.ok) setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    event.stopPropagation();
    setOpen(false);
  }

  return (
    <form
      className={styles.form}
      aria-label={t('warning.title')}
      onSubmit={(event) => void save(event)}
    >
      <b className={styles.title}>{t('warning.title')}</b>
      <select
        className={styles.platform}
        aria-label={t('warning.platform')}
        value={platform}
        onChange={(event) => setPlatform(event.target.value)}
      >
        {platforms.map((each) => (
          <option key={each} value={each}>
            {platformName(i18n, each)}
          </option>
        ))}
        <option value="">{t('warning.otherPlatform')}</option>
      </select>
      <TextField
        className={styles.text}
        label={t('warning.text')}
        isLabelHidden
        placeholder={t('warning.text')}
        maxLength={WARNING_TEXT_MAX}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        inputRef={first}
      />
      <TextField
        className={styles.note}
        label={t('warning.note')}
        isLabelHidden
        placeholder={t('warning.note')}
        maxLength={WARNING_NOTE_MAX}
        value={note}
        onChange={setNote}
        onKeyDown={onKeyDown}
      />
      <label className={styles.cut}>
        <input type="checkbox" checked={isCut} onChange={(event) => setCut(event.target.checked)} />
        {t('warning.cut')}
      </label>
      <Button type="submit" tone="danger" disabled={!canSave}>
        {t('warning.save')}
      </Button>
      <Button tone="quiet" aria-label={t('warning.close')} onClick={() => setOpen(false)}>
        ✕
      </Button>
    </form>
  );
}
