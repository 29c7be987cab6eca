import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import type { TimelineRow } from './timeline-data.ts';
import styles from './TimelineReadout.module.css';
import { useMarkText } from './use-mark-text.ts';

/** The legend, with the figures of the minute under the pointer; its place never changes size. */
export function TimelineReadout({ row }: { readonly row: TimelineRow | null }): ReactElement {
  const { t, format } = useI18n();
  const markText = useMarkText();
  const figure = (value: number | null | undefined): string => {
    if (value === undefined) return '';
    return value === null ? '—' : format.number(value);
  };
  const marks = row?.marks ?? [];
  return (
    <div className={styles.readout}>
      <span className={styles.item} data-series="viewers">
        {t('review.viewers')} <b>{figure(row === null ? undefined : row.viewers)}</b>
      </span>
      <span className={styles.item} data-series="chats">
        {t('review.chatsMinute')} <b>{figure(row?.chats)}</b>
      </span>
      <span className={styles.item} data-series="orders">
        {t('review.ordersMinute')} <b>{figure(row?.ordersPaid)}</b>
      </span>
      <span className={styles.note}>
        {row === null
          ? t('review.ownScales')
          : [format.time(row.ts, null), ...marks.map(markText)].join(' · ')}
      </span>
    </div>
  );
}
