import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { ScreenId } from '#shared/model/ids.ts';
import type { Screen } from '#shared/model/screen.ts';

import { screenRole } from './screen-role.ts';
import styles from './SecondScreens.module.css';

interface PairedListProps {
  readonly screens: readonly Screen[];
  onRevoke(screenId: ScreenId): void;
}

/** Devices that may connect, and whether they do. */
export function PairedList({ screens, onRevoke }: PairedListProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  // Asked twice at the same place: a wrong tap must not take the anchor's screen away.
  const [asked, setAsked] = useState<ScreenId | null>(null);

  return (
    <section className={styles.section}>
      <h3>{t('screens.list')}</h3>
      {screens.length === 0 && <p className={styles.hint}>{t('screens.empty')}</p>}
      <ul className={styles.screens}>
        {screens.map((screen) => (
          <li key={screen.id}>
            <div>
              <div className={styles.name}>
                {screenRole(i18n, screen)} · {screen.name}
              </div>
              <div className={styles.seen} data-connected={screen.isConnected}>
                {screen.isConnected
                  ? t('screens.connected')
                  : t('screens.lastSeen', { time: format.dateTime(screen.lastSeenTs, null) })}
              </div>
            </div>
            {asked === screen.id ? (
              <Button
                tone="danger"
                onBlur={() => setAsked(null)}
                onClick={() => {
                  setAsked(null);
                  onRevoke(screen.id);
                }}
              >
                {t('screens.revokeSure')}
              </Button>
            ) : (
              <Button
                tone="quiet"
                aria-label={t('screens.revokeNamed', { name: screen.name })}
                onClick={() => setAsked(screen.id)}
              >
                {t('screens.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
