import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement, UIEvent, WheelEvent } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { keptOf } from '#renderer/store/kept-people.ts';
import { useKeptPeople } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useZoom } from '#renderer/ui/use-zoom.ts';

import styles from './ChatPanel.module.css';
import { chatRowId, ChatRowView, clickedRowKey } from './ChatRowView.tsx';
import type { FoldedRow } from './fold-rows.ts';
import { useHandOn } from './use-hand-on.ts';
import { useStillRows } from './use-still-rows.ts';
import { useTurnedPages } from './use-turned-pages.ts';

/** The least height of a row: no window shows more of them than fit with it. */
const ROW_PX = 26;
/** Rows above what is seen, so that shorter ones that come leave no hole. */
const SPARE_ROWS = 6;
/** Of the most rows there can be, what fills a page of usual lines: more are drawn where it does not. */
const USUAL_SHARE = 0.6;
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
  /** More comes than anybody reads. */
  readonly isFlood: boolean;
  /** The user looks up: `byPx` is how far the list should move for it. */
  readonly onHold: (byPx: number) => void;
}

/** The newest rows, always at their end; only the tail is in the page. */
export function PinnedChat(props: PinnedChatProps): ReactElement {
  const { rows, isFlood, startedTs, selectedKey, onSelect, onHold } = props;
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const seen = useRef<readonly FoldedRow[]>([]);
  const most = Math.ceil(window.innerHeight / (ROW_PX * useZoom()));
  const [needed, setNeeded] = useState(Math.ceil(most * USUAL_SHARE));
  const tailLength = Math.min(needed, most);
  const tail = useStillRows({ element: list, rows, tailLength, seen });
  const pages = useTurnedPages(tail, isFlood);
  const front = pages.find(({ isFront }) => isFront)?.rows ?? [];

  const kept = useKeptPeople();
  const isHandOn = useHandOn(list);

  useLayoutEffect(() => {
    seen.current = front;
  });
  useLayoutEffect(toEnd);
  const lastKey = front.at(-1)?.row.key;
  useLayoutEffect(() => {
    const page = list.current?.querySelector(':scope > :not([inert])') ?? null;
    if (page === null) return;
    const filling = rowsThatFill(page);
    setNeeded((now) => (filling > now || filling < now - SPARE_ROWS ? filling : now));
  }, [front.length, lastKey]);
  useEffect(() => {
    const element = list.current;
    // Not in every test surrounding.
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      if (element.clientHeight > height) setNeeded(Infinity);
      height = element.clientHeight;
      scrollToEnd(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

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
    const height = list.current?.clientHeight ?? 0;
    const last = rows[rows.length - 1];
    if (event.key === 'ArrowUp' && last !== undefined) onSelect(last.row.key);
    onHold(event.key === 'ArrowUp' ? 0 : height * 0.9);
  }

  /**
   * Away from the end without a hand on the list: the content grew (an emote's picture came in), so
   * the list follows. With one, the scroll bar is dragged or a finger pulls.
   */
  function onScroll({ currentTarget: element }: UIEvent): void {
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    if (below <= LEFT_THE_END_PX) return;
    if (isHandOn.current) onHold(below);
    else toEnd();
  }

  function toEnd(): void {
    scrollToEnd(list.current);
  }

  const isSelectedShown = front.some(({ row }) => row.key === selectedKey);
  return (
    <div
      ref={list}
      className={styles.pages}
      role="listbox"
      aria-label={t('chat.log')}
      aria-activedescendant={
        isSelectedShown && selectedKey !== null ? chatRowId(selectedKey) : undefined
      }
      tabIndex={0}
      onWheel={onWheel}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onLoadCapture={toEnd}
      onErrorCapture={toEnd}
    >
      {pages.map(({ id, rows: pageRows, isFront }) => (
        <div
          key={id}
          className={classNames(styles.scroller, !isFront && styles.behind)}
          role="presentation"
          inert={!isFront}
          onScroll={isFront ? onScroll : undefined}
        >
          {/* Pushes few rows to the bottom, where the newest is expected. */}
          <div className={styles.filler} />
          {pageRows.map((folded) => (
            <ChatRowView
              key={folded.row.key}
              folded={folded}
              kept={keptOf(kept, folded.row)}
              startedTs={startedTs}
              isSelected={folded.row.key === selectedKey}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/**
 * How many of the newest rows fill the page, and some to spare: the same however many more are drawn
 * above them. All that there can be while they do not fill it.
 */
function rowsThatFill({ children, scrollTop, scrollHeight, clientHeight }: Element): number {
  if (scrollHeight <= clientHeight) return Infinity;
  const isSeen = (row: Element): boolean =>
    row instanceof HTMLElement && row.offsetTop + row.offsetHeight > scrollTop;
  let first = children.length;
  while (first > 0 && isSeen(children[first - 1] ?? document.body)) first -= 1;
  return children.length - first + SPARE_ROWS;
}

/** Every page, that which is put together out of sight too. */
function scrollToEnd(list: Element | null): void {
  for (const page of list?.children ?? []) page.scrollTop = page.scrollHeight;
}
