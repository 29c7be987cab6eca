import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Mark } from '#shared/model/metrics.ts';

import { useMarkText } from '../use-mark-text.ts';
import styles from './MarkList.module.css';

interface MarkListProps {
  readonly marks: readonly Mark[];
  readonly timeText: (ts: number) => string;
  /** Walked to: the chart points at it. */
  onPoint(ts: number): void;
  /** Chosen: the chart looks closely at it. */
  onJump(ts: number): void;
  /** Held against before and after. */
  onCompare(mark: Mark): void;
}

/** Every mark in sight as a line; arrows walk through them, Enter goes there. */
export function MarkList({
  marks,
  timeText,
  onPoint,
  onJump,
  onCompare,
}: MarkListProps): ReactElement {
  const { t } = useI18n();
  const markText = useMarkText();
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState(0);
  const current = Math.min(place, Math.max(0, marks.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    const own = marks[current];
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'c' && isBare && own !== undefined) {
      event.preventDefault();
      onCompare(own);
      return;
    }
    const to = placeOf(event.key, current, marks.length);
    const mark = to === null ? undefined : marks[to];
    if (to === null || mark === undefined) return;
    event.preventDefault();
    setPlace(to);
    onPoint(mark.ts);
    list.current?.querySelectorAll<HTMLElement>('[data-mark]')[to]?.focus();
  }

  if (marks.length === 0) return <p className={styles.none}>{t('review.zoom.noMarks')}</p>;
  return (
    <ul ref={list} className={styles.list} aria-label={t('review.marks')}>
      {marks.map((mark, at) => (
        <li key={mark.seq}>
          <button
            type="button"
            data-mark
            // One stop of the tab key for all of them.
            tabIndex={at === current ? 0 : -1}
            onKeyDown={onKeyDown}
            onClick={() => {
              setPlace(at);
              onJump(mark.ts);
            }}
          >
            <span className={styles.time}>{timeText(mark.ts)}</span>
            <span>{markText(mark)}</span>
          </button>
          <button
            type="button"
            className={styles.compare}
            // C does the same from the line itself.
            tabIndex={-1}
            aria-label={`${t('spanCompare.mark')}: ${markText(mark)}`}
            title={t('spanCompare.markKey')}
            onClick={() => {
              setPlace(at);
              onCompare(mark);
            }}
          >
            ⇄
          </button>
        </li>
      ))}
    </ul>
  );
}

function placeOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
