import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import type { TimelineRow } from './timeline-data.ts';
import styles from './TimelineReadout.module.css';
import { useMarkText } from './use-mark-text.ts';

interface TimelineReadoutProps {
  readonly row: TimelineRow | null;
  /** Each row is a second, not a minute. */
  readonly isSeconds: boolean;
  readonly timeText: (ts: number) => string;
}

/** The legend, with the figures of the moment that is pointed at; its place never changes size. */
export function TimelineReadout({ row, isSeconds, timeText }: TimelineReadoutProps): ReactElement {
  const { t, format } = useI18n();
  const markText = useMarkText();
  const figure = (value: number | null | undefined): string => {
    if (value === undefined) return '';
    return value === null ? '—' : format.number(value);
  };
  const marks = row?.marks ?? [];
  const note =
    row === null ? t('review.ownScales') : [timeText(row.ts), ...marks.map(markText)].join(' · ');
  return (
    <div className={styles.readout}>
      <span className={styles.item} data-series="viewers">
        {t('review.viewers')} <b>{figure(row === null ? undefined : row.viewers)}</b>
      </span>
      <span className={styles.item} data-series="chats">
        {t(isSeconds ? 'review.chatsSecond' : 'review.chatsMinute')} <b>{figure(row?.chats)}</b>
      </span>
      <span className={styles.item} data-series="orders">
        {t(isSeconds ? 'review.ordersSecond' : 'review.ordersMinute')}{' '}
        <b>{figure(row?.ordersPaid)}</b>
      </span>
      <span className={styles.note} title={note}>
        {note}
      </span>
    </div>
  );
}
