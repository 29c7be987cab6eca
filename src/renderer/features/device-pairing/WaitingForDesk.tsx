import type { ReactElement } from 'react';

import type { RequestStanding } from '#renderer/connection/use-screen-request.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLocalNow } from '#renderer/store/use-now.ts';

import styles from './PairingPage.module.css';

interface WaitingForDeskProps {
  readonly standing: Extract<RequestStanding, { readonly kind: 'waiting' }>;
}

/** The code was right: the operator compares the number and lets this device in. */
export function WaitingForDesk({ standing }: WaitingForDeskProps): ReactElement {
  const { t, format } = useI18n();
  const leftMs = Math.max(0, standing.untilTs - useLocalNow(1000));
  return (
    <main className={styles.page}>
      <div className={styles.form}>
        <h1>{t('pairing.waiting')}</h1>
        <p role="status">{t('pairing.waitingHow')}</p>
        <p className={styles.check} role="group" aria-label={t('pairing.check')}>
          {standing.check}
        </p>
        <p className={styles.left}>
          {standing.isUnreachable
            ? t('pairing.stillTrying')
            : t('screens.timeLeft', { time: format.span(leftMs) })}
        </p>
      </div>
    </main>
  );
}
