import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useStoreState } from '#renderer/store/selectors.ts';

import styles from './Desk.module.css';

/** What is on disk, at the end of the footer. */
export function StoreLine(): ReactElement | null {
  const { t, format } = useI18n();
  const store = useStoreState();
  if (store === null) return null;
  return (
    <span className={styles.storeLine}>
      {t('topBar.storeHint', {
        events: format.number(store.eventsStored),
        delay: store.commitDelayMs === null ? '—' : `${store.commitDelayMs} ms`,
      })}
    </span>
  );
}
