import type { ReactElement } from 'react';

import { useScreenRequest } from '#renderer/connection/use-screen-request.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { requestMessage } from '#renderer/i18n/request-message.ts';
import type { Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';

import styles from './OverlayApp.module.css';

interface OverlayPairingProps {
  readonly first: Result<PairState> | null;
  onPaired(): void;
}

/** A browser source cannot type: it says its check number and waits for the operator's yes. */
export function OverlayPairing({ first, onPaired }: OverlayPairingProps): ReactElement {
  const i18n = useI18n();
  const { standing } = useScreenRequest('overlay', first, onPaired);
  if (standing.kind === 'waiting') {
    return (
      <main>
        <p className={styles.hint} role="status">
          {i18n.t('overlay.waiting', { check: standing.check })}
        </p>
      </main>
    );
  }
  const message = requestMessage(i18n, standing);
  return (
    <main>
      <p className={styles.hint} role="status">
        {message !== null && <b className={styles.reason}>{message}</b>}
        {i18n.t('overlay.notPaired')}
      </p>
    </main>
  );
}
