import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement, WheelEvent } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { keptOf } from '#renderer/store/kept-people.ts';
import { useKeptPeople } from '#renderer/store/selectors.ts';
import { useZoom } from '#renderer/ui/use-zoom.ts';

import styles from './ChatPanel.module.css';
import { chatRowId, ChatRowView, clickedRowKey } from './ChatRowView.tsx';
import type { FoldedRow } from './fold-rows.ts';
import { useHandOn } from './use-hand-on.ts';
import { useStillRows } from './use-still-rows.ts';

/** The least height of a row: what is further up than a window full of them is not seen while pinned. */
const ROW_PX = 26;
/** A line's height: less is a trackpad's tremble. */
const LEFT_THE_END_PX = 24;
const UP_KEYS: ReadonlySet<string> = new Set(['PageUp', 'Home', 'ArrowUp']);

export interface ChatRowsProps {
  readonly rows: readonly FoldedRow[];
  readonly startedTs: number | null;
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
}

interface PinnedChatProps extends ChatRowsProps {
  /** The user looks up: `byPx` is how far the list should move for it. */
  readonly onHold: (byPx: number) => void;
}

/** The newest rows, always at their end; only the tail is in the page. */
export function PinnedChat(props: PinnedChatProps): ReactElement {
  const { rows, startedTs, selectedKey, onSelect, onHold } = props;
  const { t } = useI18n();
  const scroller = useRef<HTMLDivElement>(null);
  const tailLength = Math.ceil(window.innerHeight / (ROW_PX * useZoom()));
  const tail = useStillRows(scroller, rows, tailLength);

  const kept = useKeptPeople();
  const isHandOn = useHandOn(scroller);

  useLayoutEffect(toEnd);

  function onWheel(event: WheelEvent): void {
    if (event.deltaY < 0) onHold(-event.deltaY);
  }

  function onClick(event: MouseEvent): void {
    const key = clickedRowKey(event.target);
    if (key !== null) onSelect(key);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!UP_KEYS.has(event.key)) return;
    event.preventDefault();
    const height = scroller.current?.clientHeight ?? 0;
    const last = rows[rows.length - 1];
    if (event.key === 'ArrowUp' && last !== undefined) onSelect(last.row.key);
    onHold(event.key === 'ArrowUp' ? 0 : height * 0.9);
  }

  /**
   * Away from the end without a hand on the list: the content grew (an emote's picture came in), so
   * the list follows. With one, the scroll bar is dragged or a finger pulls.
   */
  function onScroll(): void {
    const element = scroller.current;
    if (element === null) return;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    if (below <= LEFT_THE_END_PX) return;
    if (isHandOn.current) onHold(below);
    else toEnd();
  }

  function toEnd(): void {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }

  const isSelectedShown = tail.some(({ row }) => row.key === selectedKey);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={t('chat.log')}
      aria-activedescendant={
        isSelectedShown && selectedKey !== null ? chatRowId(selectedKey) : undefined
      }
      tabIndex={0}
      onWheel={onWheel}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onLoadCapture={toEnd}
      onErrorCapture={toEnd}
    >
      {/* Pushes few rows to the bottom, where the newest is expected. */}
      <div className={styles.filler} />
      {tail.map((folded) => (
        <ChatRowView
          key={folded.row.key}
          folded={folded}
          kept={keptOf(kept, folded.row)}
          startedTs={startedTs}
          isSelected={folded.row.key === selectedKey}
        />
      ))}
    </div>
  );
}
