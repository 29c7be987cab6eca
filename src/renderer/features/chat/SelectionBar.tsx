import { useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import type { ChatLine } from '#renderer/actions/chat-line.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';

import styles from './ChatPanel.module.css';
import { senderName } from './ChatRowView.tsx';
import { eventSentence } from './event-sentence.ts';
import { LineActions } from './LineActions.tsx';
import { PersonButton } from './PersonButton.tsx';

interface SelectionBarProps {
  readonly row: ChatRow;
  readonly line: ChatLine;
  readonly onHide: () => void;
  readonly onDeselect: () => void;
}

/** What can be done with the selected message: to answer it at hand, the rest where it is asked for. */
export function SelectionBar(props: SelectionBarProps): ReactElement {
  const { row, line, onHide, onDeselect } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const isWriting = useDeskStore((state) => state.isChatWriterOpen);
  const closeWriter = useDeskStore((state) => state.closeChatWriter);
  const isOpen = useDeskStore((state) => state.isLineMenuOpen);
  const setOpen = useDeskStore((state) => state.setLineMenuOpen);
  const actionsId = useId();
  const text = row.text === '' ? eventSentence(i18n, row) : row.text;
  const selected = t('chat.selected', { name: senderName(row) ?? t('chat.someone'), text });
  const platform = platformName(i18n, line.platform);
  const { reply } = line.hindrance;
  const more = useRef<HTMLButtonElement>(null);

  /** The button that was pressed is gone: the keys go on at the one that opened it. */
  function done(): void {
    setOpen(false);
    more.current?.focus();
  }

  return (
    <div className={styles.selection}>
      <span className={styles.selectedText} title={selected}>
        {selected}
      </span>
      {line.isMessage && (
        <Button
          disabled={reply !== null}
          title={reply === null ? t('act.replyHint', { platform }) : t(`reason.${reply}`)}
          aria-expanded={isWriting}
          onClick={() => (isWriting ? closeWriter() : perform({ type: 'writeChat' }))}
        >
          {t('act.reply')}
        </Button>
      )}
      <PersonButton row={row} />
      <Button
        ref={more}
        aria-expanded={isOpen}
        aria-controls={actionsId}
        title={t('act.moreHint')}
        onClick={() => setOpen(!isOpen)}
      >
        {t('act.more')}
      </Button>
      <Button
        tone="quiet"
        className={styles.deselect}
        aria-label={t('chat.deselect')}
        title={t('chat.deselect')}
        onClick={onDeselect}
      >
        ✕
      </Button>
      {isOpen && (
        <LineActions id={actionsId} line={line} onDone={done}>
          <HereActions line={line} text={text} onHide={onHide} onDone={done} />
        </LineActions>
      )}
    </div>
  );
}

/** What no platform is asked for. */
function HereActions(props: {
  readonly line: ChatLine;
  readonly text: string;
  readonly onHide: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { line, text, onHide, onDone } = props;
  const { t } = useI18n();
  const perform = usePerform();
  const [outcome, setOutcome] = useState<'chat.copied' | 'chat.copyFailed' | null>(null);

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('chat.copied'),
      () => setOutcome('chat.copyFailed'),
    );
  }

  return (
    <>
      {line.isMessage && (
        <Button
          title={t('act.toAnchorHint')}
          onClick={() => {
            perform({ type: 'lineToAnchor', lineSeq: line.lineSeq });
            onDone();
          }}
        >
          {t('act.toAnchor')}
        </Button>
      )}
      <Button onClick={copy}>{t('chat.copy')}</Button>
      <Button title={t('act.hideHint')} onClick={onHide}>
        {t('act.hide')}
      </Button>
      <span className={styles.outcome} role="status">
        {outcome !== null && t(outcome)}
      </span>
    </>
  );
}
