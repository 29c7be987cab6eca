import type { ReactElement, ReactNode } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { chatLine } from '#renderer/actions/chat-line.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useSources } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { ActNote } from './ActNote.tsx';
import styles from './ChatPanel.module.css';
import { ChatWriter } from './ChatWriter.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useShownAct } from './use-shown-act.ts';

interface ChatFootProps {
  /** The selected row where it is shown; null for none. */
  readonly selected: ChatRow | null;
  readonly onHide: (row: ChatRow) => void;
  /** Gives the keys back to the list. */
  readonly onDone: () => void;
  /** The search, which the bar of a selection stands over. */
  readonly children: ReactNode;
}

/** Below the messages: the search, and over it what is done with a message and what came of it. */
export function ChatFoot({ selected, onHide, onDone, children }: ChatFootProps): ReactElement {
  const sources = useSources();
  const shownAct = useShownAct();
  const selectChat = useDeskStore((state) => state.selectChat);
  const isWriting = useDeskStore((state) => state.isChatWriterOpen);
  const closeWriter = useDeskStore((state) => state.closeChatWriter);
  const line = selected === null ? null : chatLine(selected, sources);

  function close(): void {
    closeWriter();
    onDone();
  }

  return (
    <div className={styles.foot}>
      {selected !== null && line !== null && (
        <SelectionBar
          key={selected.key}
          row={selected}
          line={line}
          onHide={() => onHide(selected)}
          onDeselect={() => selectChat(null)}
        />
      )}
      {isWriting && <ChatWriter line={line} onClose={close} />}
      {!isWriting && (
        <div className={styles.notes}>
          {shownAct !== null && <ActNote shown={shownAct} />}
          <div className={styles.notice}>
            <AreaNotice area="chat" />
          </div>
        </div>
      )}
      {children}
    </div>
  );
}

/** Opens the field for a line of one's own. */
export function WriteButton(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const isWriting = useDeskStore((state) => state.isChatWriterOpen);
  const close = useDeskStore((state) => state.closeChatWriter);
  return (
    <Button
      tone="quiet"
      aria-expanded={isWriting}
      title={t('act.writeTitle')}
      onClick={() => (isWriting ? close() : perform({ type: 'writeChat' }))}
    >
      {t('act.write')} <ActionKey of="writeChat" />
    </Button>
  );
}

/** How many lines this window hides, and the way to see them again. */
export function HiddenLines(): ReactElement | null {
  const { t, tn } = useI18n();
  const perform = usePerform();
  const count = useDeskStore((state) => state.hiddenChatKeys.size);
  if (count === 0) return null;
  return (
    <div className={styles.hiddenLines}>
      <span role="status">{tn('act.hidden', count)}</span>
      <Button tone="quiet" onClick={() => perform({ type: 'showHiddenChat' })}>
        {t('act.showHidden')}
      </Button>
    </div>
  );
}
