import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Backup } from '#shared/model/store.ts';

import { byteSize } from '#renderer/i18n/byte-size.ts';
import styles from './StoreSheet.module.css';
import { useBackups } from './use-backups.ts';

interface BackupListProps {
  /** Name of the newest backup that is known; the list is read again when it changes. */
  readonly newest: string | null;
  onRestore(name: string): void;
}

/** Whole copies of the store; one is put in its place by a second press. */
export function BackupList({ newest, onRestore }: BackupListProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const load = useBackups(newest);
  const show = useShow();
  const [asked, setAsked] = useState<string | null>(null);
  const isOnAir =
    show !== null && show.origin === 'live' && (show.state === 'on_air' || show.state === 'paused');
  return (
    <section className={styles.section}>
      <h3>{t('store.backups')}</h3>
      <p className={styles.hint}>{t(isOnAir ? 'store.restoreOnAir' : 'store.restoreHint')}</p>
      {load.state === 'failed' && <p className={styles.hint}>{errorMessage(i18n, load.error)}</p>}
      {load.state === 'ready' && load.backups.length === 0 && (
        <p className={styles.hint}>{t('store.empty')}</p>
      )}
      {load.state === 'ready' && (
        <ul className={styles.backups}>
          {load.backups.map((backup) => (
            <li key={backup.name}>
              <BackupText backup={backup} />
              <RestoreButton
                backup={backup}
                isAsked={asked === backup.name}
                isDisabled={isOnAir}
                onAsk={setAsked}
                onRestore={onRestore}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BackupText({ backup }: { readonly backup: Backup }): ReactElement {
  const { t, tn, format } = useI18n();
  const { shows, events, version, bytes } = backup;
  const parts = [
    shows === null ? null : tn('store.shows', shows),
    events === null ? null : tn('store.events', events),
    byteSize(format, bytes),
    version === null ? null : t('store.version', { version }),
    t(backup.isVerified ? 'store.verified' : 'store.unverified'),
  ];
  return (
    <div>
      <div className={styles.name}>
        {format.dateTime(backup.madeTs, null)} · {t(`store.reason.${backup.reason ?? 'unknown'}`)}
      </div>
      <div className={styles.detail}>{parts.filter((part) => part !== null).join(' · ')}</div>
    </div>
  );
}

interface RestoreButtonProps {
  readonly backup: Backup;
  readonly isAsked: boolean;
  readonly isDisabled: boolean;
  onAsk(name: string | null): void;
  onRestore(name: string): void;
}

function RestoreButton(props: RestoreButtonProps): ReactElement {
  const { backup, isAsked, isDisabled, onAsk, onRestore } = props;
  const { t, format } = useI18n();
  if (isAsked) {
    return (
      <Button
        tone="danger"
        onBlur={() => onAsk(null)}
        onClick={() => {
          onAsk(null);
          onRestore(backup.name);
        }}
      >
        {t('store.restoreSure')}
      </Button>
    );
  }
  return (
    <Button
      tone="quiet"
      disabled={isDisabled}
      aria-label={t('store.restoreNamed', { time: format.dateTime(backup.madeTs, null) })}
      onClick={() => onAsk(backup.name)}
    >
      {t('store.restore')}
    </Button>
  );
}
