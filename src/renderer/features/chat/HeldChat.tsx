import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { VList, type VListHandle } from 'virtua';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { keptOf } from '#renderer/store/kept-people.ts';
import { useKeptPeople } from '#renderer/store/selectors.ts';

import styles from './ChatPanel.module.css';
import { chatRowId, ChatRowView, clickedRowKey } from './ChatRowView.tsx';
import type { ChatRowsProps } from './PinnedChat.tsx';

const AT_END_PX = 4;
/** Earlier messages are asked for before the top is reached. */
const NEAR_TOP_PX = 400;

interface HeldChatProps extends ChatRowsProps {
  /** How far above the end the list stands at first. */
  readonly startAbovePx: number;
  /** The pinned list had the focus. */
  readonly takesFocus: boolean;
  /** Rows are being put before the first one: what is looked at stays where it is. */
  readonly isPrepending: boolean;
  readonly onNearTop: () => void;
  readonly onEnd: () => void;
}

/**
 * The rows as they stood when the user looked up; nothing moves under their eyes, and what arrives
 * meanwhile draws none of them again.
 */
export const HeldChat = memo(function HeldChat(props: HeldChatProps): ReactElement {
  const { rows, startedTs, selectedKey, onSelect } = props;
  const { startAbovePx, takesFocus, isPrepending, onNearTop, onEnd } = props;
  const { t } = useI18n();
  const kept = useKeptPeople();
  const list = useRef<VListHandle>(null);
  /** The list also moves by itself while rows are measured; only the user's way down ends the hold. */
  const isGoingDown = useRef(false);

  /** Only where it begins: later rows must not move what is looked at. */
  const begin = useRef({ lastIndex: rows.length - 1, abovePx: startAbovePx });

  useLayoutEffect(() => {
    const { lastIndex, abovePx } = begin.current;
    list.current?.scrollToIndex(lastIndex, { align: 'end', offset: -abovePx });
  }, []);

  // The focus follows from the pinned list, so that the keys go on working.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) frame.current?.focus();
  }, [takesFocus]);

  function onScroll(offset: number): void {
    const element = list.current;
    if (element === null) return;
    const below = element.scrollSize - element.viewportSize - offset;
    if (offset < NEAR_TOP_PX) onNearTop();
    if (isGoingDown.current && below <= AT_END_PX) onEnd();
  }

  /** The row above or below the selected one; the last when none is selected. */
  function selectBeside(step: -1 | 1): void {
    const selected = rows.findIndex(({ row }) => row.key === selectedKey);
    const next = selected === -1 ? rows.length - 1 : selected + step;
    const folded = rows[next];
    if (folded === undefined) return;
    onSelect(folded.row.key);
    list.current?.scrollToIndex(next, { align: 'nearest' });
  }

  function onClick(event: MouseEvent): void {
    const key = clickedRowKey(event.target);
    if (key !== null) onSelect(key);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const element = list.current;
    if (element === null) return;
    isGoingDown.current = event.key === 'PageDown' || event.key === 'ArrowDown';
    const page = element.viewportSize * 0.9;
    switch (event.key) {
      case 'End':
        onEnd();
        break;
      case 'Home':
        element.scrollTo(0);
        break;
      case 'PageUp':
        element.scrollBy(-page);
        break;
      case 'PageDown':
        element.scrollBy(page);
        break;
      case 'ArrowUp':
        selectBeside(-1);
        break;
      case 'ArrowDown':
        selectBeside(1);
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  const isSelectedHeld = rows.some(({ row }) => row.key === selectedKey);
  return (
    <div
      ref={frame}
      className={styles.held}
      role="listbox"
      aria-label={t('chat.log')}
      aria-activedescendant={
        isSelectedHeld && selectedKey !== null ? chatRowId(selectedKey) : undefined
      }
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onWheel={(event) => {
        isGoingDown.current = event.deltaY > 0;
      }}
      onTouchMove={() => {
        isGoingDown.current = true;
      }}
      onPointerDown={() => {
        isGoingDown.current = true;
      }}
    >
      <VList ref={list} className={styles.virtual} shift={isPrepending} onScroll={onScroll}>
        {rows.map((folded) => (
          <ChatRowView
            key={folded.row.key}
            folded={folded}
            kept={keptOf(kept, folded.row)}
            startedTs={startedTs}
            isSelected={folded.row.key === selectedKey}
          />
        ))}
      </VList>
    </div>
  );
});
