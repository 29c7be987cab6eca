import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';

import styles from './TopBar.module.css';

const HINTS = {
  demo: 'topBar.origin.demoHint',
  replay: 'topBar.origin.replayHint',
  rehearsal: 'topBar.origin.rehearsalHint',
} as const;

/** The show's name, and unmistakably when it is not a live one. */
export function ShowTitle(): ReactElement | null {
  const { t } = useI18n();
  const show = useShow();
  if (show === null) return null;
  return (
    <div className={styles.show}>
      {show.origin !== 'live' && (
        <span className={styles.origin} title={t(HINTS[show.origin])}>
          {t(`topBar.origin.${show.origin}`)}
        </span>
      )}
      <h1 className={styles.title} title={show.title}>
        {show.title}
      </h1>
    </div>
  );
}
