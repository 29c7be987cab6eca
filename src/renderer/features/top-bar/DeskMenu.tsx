import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './DeskMenu.module.css';

/** Appearance and language of every window of this desk, one press each. */
export function DeskMenu(): ReactElement {
  const { t, language } = useI18n();
  const perform = usePerform();
  const theme = useDeskStore((state) => state.theme);
  const openPanel = useDeskStore((state) => state.openPanel);
  const nextTheme = ({ system: 'dark', dark: 'light', light: 'system' } as const)[theme];
  const themeHint = t('topBar.themeNow', { theme: t(`topBar.theme.${theme}`) });
  const otherLanguage = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <div className={styles.menu}>
      <Button
        tone="quiet"
        className={styles.spare}
        aria-label={t('store.open')}
        title={t('store.open')}
        onClick={() => openPanel('store')}
      >
        <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2v8c0 1.1-2.5 2-5.5 2s-5.5-.9-5.5-2zm0 0c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2m-11 4c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2"
            className={styles.iconRing}
          />
        </svg>
      </Button>
      <Button
        tone="quiet"
        className={styles.spare}
        aria-label={t('data.open')}
        title={t('data.open')}
        onClick={() => perform({ type: 'openPanel', panel: 'data' })}
      >
        <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5"
            className={styles.iconRing}
          />
        </svg>
      </Button>
      <Button
        tone="quiet"
        aria-label={t('settings.title')}
        title={t('settings.title')}
        onClick={() => perform({ type: 'openSettings', group: null })}
      >
        <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M2 4.5h6.5m4 0H14M2 11.5h1.5m4 0H14M8.5 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0zm-5 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0z"
            className={styles.iconRing}
          />
        </svg>
      </Button>
      <Button
        tone="quiet"
        className={styles.spare}
        aria-label={themeHint}
        title={themeHint}
        onClick={() => perform({ type: 'setTheme', theme: nextTheme })}
      >
        <svg className={styles.icon} viewBox="0 0 16 16" data-theme-icon={theme} aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" className={styles.iconRing} />
          <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" className={styles.iconHalf} />
        </svg>
      </Button>
      <Button
        tone="quiet"
        className={styles.spare}
        lang={otherLanguage}
        title={t('topBar.otherLanguageName')}
        onClick={() => perform({ type: 'setLanguage', language: otherLanguage })}
      >
        {t('topBar.otherLanguage')}
      </Button>
    </div>
  );
}
