import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './Desk.module.css';

/** The core does not let this desk in: it needs the link that carries its one-time code. */
export function LockedPage(): ReactElement {
  const { t } = useI18n();
  return (
    <main className={styles.locked}>
      <h1 className={styles.lockedTitle}>{t('locked.title')}</h1>
      <p className={styles.lockedText}>{t('locked.text')}</p>
    </main>
  );
}
