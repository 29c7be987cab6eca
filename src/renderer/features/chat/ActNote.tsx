import type { ReactElement } from 'react';

import { undoOf } from '#renderer/actions/chat-choices.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { actText } from '#renderer/i18n/act-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { platformName } from '#renderer/ui/platform-name.ts';

import styles from './ActNote.module.css';
import type { ShownAct } from './use-shown-act.ts';

/** What came of the last thing done in a platform's chat, with the way back where there is one. */
export function ActNote({ shown }: { readonly shown: ShownAct }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const setDraft = useDeskStore((state) => state.setChatDraft);
  const openWriter = useDeskStore((state) => state.openChatWriter);
  const selectChat = useDeskStore((state) => state.selectChat);
  const showNow = useShowNow(1_000);
  const { action, platforms, others, dismiss } = shown;
  const { state, text, lineSeq } = action;
  const names = platforms.map((platform) => platformName(i18n, platform));
  const words = actText(i18n, action, names.join(t('act.listSeparator')));
  const undo = undoOf(action, showNow ?? 0);
  const hasFailed = state === 'refused' || state === 'unknown';

  function writeAgain(): void {
    setDraft(text ?? '');
    selectChat(lineSeq === null ? null : String(lineSeq));
    openWriter();
    dismiss();
  }

  return (
    <div className={classNames(styles.note, hasFailed && styles.failed)}>
      <span className={styles.words} role={hasFailed ? 'alert' : 'status'} title={words}>
        {words}
      </span>
      {others > 0 && <b className={styles.others}>+{others}</b>}
      {undo !== null && (
        <Button onClick={() => perform({ type: 'undoInChat', ...undo })}>{t('act.undo')}</Button>
      )}
      {state === 'refused' && text !== null && (
        <Button onClick={writeAgain}>{t('act.retry')}</Button>
      )}
      {state !== 'waiting' && (
        <Button
          tone="quiet"
          className={styles.close}
          aria-label={t('act.dismiss')}
          title={t('act.dismiss')}
          onClick={dismiss}
        >
          ✕
        </Button>
      )}
    </div>
  );
}
