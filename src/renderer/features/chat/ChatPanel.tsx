import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { OpenPartButton } from '#renderer/actions/OpenPartButton.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useChat, useShow } from '#renderer/store/selectors.ts';
import { withoutPeople } from '#renderer/store/erased-rows.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';

import { CHAT_TABS, chatFilter, type ChatTab } from './chat-filter.ts';
import styles from './ChatPanel.module.css';
import { ChatSearch } from './ChatSearch.tsx';
import { foldRows } from './fold-rows.ts';
import { HeldChat } from './HeldChat.tsx';
import { PinnedChat } from './PinnedChat.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useChatRows } from './use-chat-rows.ts';
import { useHeldRows } from './use-held-rows.ts';

const EMPTY: Readonly<Record<ChatTab, MessageKey>> = {
  all: 'chat.empty',
  questions: 'chat.emptyQuestions',
  paid: 'chat.emptyPaid',
  flagged: 'chat.emptyFlagged',
};

/** One feed of all platforms: pinned to the end until the user looks up, then perfectly still. */
export function ChatPanel(): ReactElement {
  const { t, tn } = useI18n();
  const log = useChat();
  const startedTs = useShow()?.startedTs ?? null;
  const rows = useChatRows();
  const [tab, setTab] = useState<ChatTab>('all');
  const [search, setSearch] = useState('');
  const { held, hold, release, loadEarlier } = useHeldRows();
  const selectedKey = useDeskStore((state) => state.selectedChatKey);
  const selectChat = useDeskStore((state) => state.selectChat);
  const panel = useRef<HTMLDivElement>(null);

  const matches = useMemo(() => chatFilter(tab, search), [tab, search]);
  const shown = held?.rows ?? rows;
  const erased = log.erased();
  const folded = useMemo(() => {
    // Held rows stand still, but what was deleted or erased since must not read as if it stood.
    const current =
      held === null
        ? shown
        : withoutPeople(
            shown.map((row) => log.latest(row.key) ?? row),
            erased,
          );
    return foldRows(current.filter(matches));
  }, [shown, held, matches, log, erased]);
  const newCount = useMemo(() => {
    if (held === null) return 0;
    if (tab === 'all' && search === '') return log.total() - held.total;
    return rows.filter((row) => row.seq > held.lastSeq && matches(row)).length;
  }, [held, rows, matches, tab, search, log]);

  const onHold = useCallback(
    (startAbovePx: number) => {
      const hadFocus = document.activeElement?.getAttribute('role') === 'listbox';
      hold({ rows: log.rows(), total: log.total(), startAbovePx, hadFocus });
    },
    [hold, log],
  );
  // Another choice of rows begins at its end.
  useEffect(release, [release, tab, search]);

  /** The button that had the focus is gone: the keys go on in the list. */
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (held !== null || !wantsFocus.current) return;
    wantsFocus.current = false;
    panel.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, [held]);

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
            tabs={CHAT_TABS.map((id) => ({ id, label: t(`chat.tab.${id}`), count: null }))}
            selected={tab}
            onSelect={setTab}
          />
          <OpenPartButton part="chat" />
        </>
      }
    >
      <div ref={panel} className={styles.list}>
        {folded.length === 0 && (
          <EmptyState title={t(search === '' ? EMPTY[tab] : 'chat.emptySearch')} />
        )}
        {folded.length > 0 && held === null && <PinnedChat {...list} onHold={onHold} />}
        {folded.length > 0 && held !== null && (
          <HeldChat
            {...list}
            startAbovePx={held.startAbovePx}
            takesFocus={held.hadFocus}
            isPrepending={held.isPrepending}
            onNearTop={loadEarlier}
            onEnd={release}
          />
        )}
        {held !== null && (
          <Button tone="go" className={styles.toEnd} onClick={toEnd}>
            {newCount > 0 ? tn('chat.new', newCount) : t('chat.backToEnd')} <Kbd>End</Kbd>
          </Button>
        )}
      </div>
      <div className={styles.foot}>
        {selected !== undefined && (
          <SelectionBar key={selected.key} row={selected} onDeselect={() => selectChat(null)} />
        )}
        <ChatSearch value={search} onChange={setSearch} />
      </div>
    </Panel>
  );
}
