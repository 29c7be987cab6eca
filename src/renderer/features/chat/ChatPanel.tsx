import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { OpenPartButton } from '#renderer/actions/OpenPartButton.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { CHAT_TABS, useDeskStore } from '#renderer/store/desk-store.ts';
import { useChat, useQuestions, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';

import { chatFilter, type ChatTagChoice, type MessageTab } from './chat-filter.ts';
import styles from './ChatPanel.module.css';
import { ChatFoot, HiddenLines, WriteButton } from './ChatFoot.tsx';
import { ChatSearch } from './ChatSearch.tsx';
import { foldKey } from './fold-key.ts';
import { HeldChat } from './HeldChat.tsx';
import { PinnedChat } from './PinnedChat.tsx';
import { TagButton, TagStrip } from './TagFilter.tsx';
import { useChatRows } from './use-chat-rows.ts';
import { useFoldedRows } from './use-folded-rows.ts';
import { useHeldRows } from './use-held-rows.ts';

const EMPTY: Readonly<Record<MessageTab, MessageKey>> = {
  all: 'chat.empty',
  buying: 'chat.emptyBuying',
  paid: 'chat.emptyPaid',
  flagged: 'chat.emptyFlagged',
};

interface ChatPanelProps {
  /** What stands on the tab of the questions, of those that hold what is searched. */
  readonly questions: (search: string) => ReactNode;
  /** What stands above the messages; told whether they are looked through and must not move. */
  readonly above: (isStill: boolean) => ReactNode;
}

/** One feed of all platforms: pinned to the end until the user looks up, then perfectly still. */
export function ChatPanel({ questions, above }: ChatPanelProps): ReactElement {
  const { t, tn } = useI18n();
  const log = useChat();
  const startedTs = useShow()?.startedTs ?? null;
  const { rows, isFlood } = useChatRows();
  const chosenTab = useDeskStore((state) => state.chatTab);
  const showTab = useDeskStore((state) => state.showChatTab);
  // Behind the questions the feed is held ready as it is.
  const tab: MessageTab = chosenTab === 'questions' ? 'all' : chosenTab;
  const areQuestionsShown = chosenTab === 'questions';
  const { debt } = useQuestions();
  const [tag, setTag] = useState<ChatTagChoice>('all');
  const [isTagStripOpen, setTagStripOpen] = useState(false);
  const [search, setSearch] = useState('');
  const { held, hold, release, loadEarlier } = useHeldRows();
  const selectedKey = useDeskStore((state) => state.selectedChatKey);
  const selectChat = useDeskStore((state) => state.selectChat);
  const hidden = useDeskStore((state) => state.hiddenChatKeys);
  const hideChat = useDeskStore((state) => state.hideChat);
  const panel = useRef<HTMLDivElement>(null);

  const matches = useMemo(() => chatFilter(tab, tag, search, hidden), [tab, tag, search, hidden]);
  const folded = useFoldedRows(rows, held?.rows ?? null, matches);
  const newCount = useMemo(() => {
    if (held === null) return 0;
    if (tab === 'all' && tag === 'all' && search === '') return log.total() - held.total;
    return rows.filter((row) => row.seq > held.lastSeq && matches(row)).length;
  }, [held, rows, matches, tab, tag, search, log]);

  const onHold = useCallback(
    (startAbovePx: number) => {
      const hadFocus = document.activeElement?.getAttribute('role') === 'listbox';
      hold({ rows: log.rows(), total: log.total(), startAbovePx, hadFocus });
    },
    [hold, log],
  );
  // Another choice of rows begins at its end.
  useEffect(release, [release, chosenTab, tag, search]);

  /** The button that had the focus is gone: the keys go on in the list. */
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (held !== null || !wantsFocus.current) return;
    wantsFocus.current = false;
    focusList();
  }, [held]);

  function focusList(): void {
    panel.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }

  /** A flood that is drawn as one row goes as one. */
  function hide(row: ChatRow): void {
    const key = foldKey(row);
    const alike = key === null ? [] : (held?.rows ?? rows).filter((each) => foldKey(each) === key);
    hideChat([row.key, ...alike.map((each) => each.key)]);
    focusList();
  }

  function toEnd(): void {
    wantsFocus.current = true;
    release();
  }

  const selected = folded.find(({ row }) => row.key === selectedKey)?.row;
  const list = { rows: folded, startedTs, selectedKey, onSelect: selectChat };
  return (
    <Panel
      title={t('chat.title')}
      className={styles.panel}
      head={
        <>
          <Tabs
            label={t('chat.tabs')}
            tabs={CHAT_TABS.map((id) => ({
              id,
              label: t(`chat.tab.${id}`),
              count: id === 'questions' ? debt : null,
            }))}
            selected={chosenTab}
            onSelect={showTab}
          />
          <OpenPartButton part="chat" />
        </>
      }
    >
      <div className={styles.messages}>
        {!areQuestionsShown && above(held !== null)}
        <div ref={panel} className={styles.list} data-taken={log.total()}>
          {areQuestionsShown && questions(search)}
          {!areQuestionsShown && folded.length === 0 && (
            <EmptyState
              title={t(search === '' && tag === 'all' ? EMPTY[tab] : 'chat.emptySearch')}
            />
          )}
          {!areQuestionsShown && folded.length > 0 && held === null && (
            <PinnedChat {...list} isFlood={isFlood} onHold={onHold} />
          )}
          {!areQuestionsShown && folded.length > 0 && held !== null && (
            <HeldChat
              {...list}
              startAbovePx={held.startAbovePx}
              takesFocus={held.hadFocus}
              isPrepending={held.isPrepending}
              onNearTop={loadEarlier}
              onEnd={release}
            />
          )}
          {!areQuestionsShown && held !== null && (
            <Button tone="go" className={styles.toEnd} onClick={toEnd}>
              {newCount > 0 ? tn('chat.new', newCount) : t('chat.backToEnd')} <Kbd>End</Kbd>
            </Button>
          )}
        </div>
      </div>
      {isTagStripOpen && !areQuestionsShown && <TagStrip tag={tag} onTag={setTag} />}
      {!areQuestionsShown && <HiddenLines />}
      <ChatFoot
        selected={areQuestionsShown ? null : (selected ?? null)}
        onHide={hide}
        onDone={focusList}
      >
        <ChatSearch value={search} onChange={setSearch}>
          {!areQuestionsShown && (
            <>
              <TagButton
                tag={tag}
                isOpen={isTagStripOpen}
                onToggle={() => setTagStripOpen(!isTagStripOpen)}
              />
              <WriteButton />
            </>
          )}
        </ChatSearch>
      </ChatFoot>
    </Panel>
  );
}
