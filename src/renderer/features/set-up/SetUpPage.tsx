import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useHost } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { DemoCard } from './DemoCard.tsx';
import { FileReplayCard } from './FileReplayCard.tsx';
import { LiveRoomCard } from './LiveRoomCard.tsx';
import { PastShows } from './PastShows.tsx';
import styles from './SetUpPage.module.css';

/** What the desk offers while no show is chosen: see it, set up a real one, or go back to a past one. */
export function SetUpPage(): ReactElement {
  const { t } = useI18n();
  const host = useHost();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h1>{t('setUp.title')}</h1>
          <p>{t('setUp.intro')}</p>
        </header>
        <div className={styles.column}>
          <DemoCard />
          <LiveRoomCard />
        </div>
        <div className={styles.column}>
          <PastShows />
          <FileReplayCard />
        </div>
        <footer className={styles.footer}>
          <Button tone="quiet" onClick={() => openPanel('about')}>
            {t('about.openShort', { version: host?.version ?? '—' })}
          </Button>
        </footer>
      </div>
    </main>
  );
}
