import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShownClaims } from '#renderer/store/use-product-claims.ts';
import { usePromises } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import { timeNote } from '#renderer/ui/time-note.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import { overLimit } from './cue-rules.ts';
import styles from './FreeCue.module.css';

/** A line of one's own to the host. The text stays until it has been sent. */
export function FreeCue(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const runInArea = useRunInArea();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const over = overLimit(text);
  const risk = useRisk(text, useShownClaims(text));
  const { open } = usePromises();
  const wallNow = useWallNow(10_000);
  const caution = risk === null ? timeNote(i18n, text, wallNow, open) : null;
  const canSend = text.trim() !== '' && over === 0 && !isBusy;

  async function send(): Promise<void> {
    if (!canSend) return;
    setBusy(true);
    const result = await runInArea('cues', 'cue.send', { kind: 'free', text: text.trim() });
    setBusy(false);
    if (result.ok) setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      // Gives the keys back to the desk; the text stays.
      event.preventDefault();
      field.current?.blur();
    }
    if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div className={styles.form}>
      <TextField
        label={t('cues.freeText')}
        isLabelHidden
        isNoteAbove
        placeholder={t('cues.freeText')}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        inputRef={field}
        risk={risk}
        caution={caution}
        error={over > 0 ? t('cues.tooLong', { max: CUE_TEXT_MAX, over }) : null}
      />
      <span className={classNames(styles.counter, over > 0 && styles.over)} aria-hidden="true">
        {t('cues.counter', { count: text.trim().length, max: CUE_TEXT_MAX })}
      </span>
      <Button disabled={!canSend} onClick={() => void send()}>
        {t('cues.send')}
      </Button>
    </div>
  );
}
