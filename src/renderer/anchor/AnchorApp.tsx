import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHasSnapshot, useLink } from '#renderer/store/selectors.ts';
import type { AppError } from '#shared/contract/app-error.ts';

import styles from './AnchorApp.module.css';
import { AnchorStage } from './AnchorStage.tsx';
import { PairingPage } from './PairingPage.tsx';

interface AnchorAppProps {
  /** Offered as this device's name among the desk's screens. */
  readonly deviceName: string;
  /** Why the link this page was opened with did not pair it; null when it did or there was none. */
  readonly linkError: AppError | null;
  /** The cookie is there: connect anew. */
  onPaired(): void;
}

/** The stage where the desk lets this device in, the pairing page where it does not. */
export function AnchorApp({ deviceName, linkError, onPaired }: AnchorAppProps): ReactElement {
  const { t } = useI18n();
  const link = useLink();
  const hasSnapshot = useHasSnapshot();

  useEffect(() => {
    document.title = `${t('anchor.title')} · ${t('common.appName')}`;
  }, [t]);

  if (link.state === 'refused') {
    return <PairingPage deviceName={deviceName} linkError={linkError} onPaired={onPaired} />;
  }
  if (!hasSnapshot) {
    return (
      <p className={styles.connecting} role="status">
        {t('anchor.connecting')}
      </p>
    );
  }
  return <AnchorStage />;
}
