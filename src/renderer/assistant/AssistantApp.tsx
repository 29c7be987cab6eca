import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { PairingPage } from '#renderer/features/device-pairing/PairingPage.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHasSnapshot, useLink } from '#renderer/store/selectors.ts';
import type { Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';

import styles from './AssistantApp.module.css';
import { AssistantStage } from './AssistantStage.tsx';

interface AssistantAppProps {
  /** Offered as this phone's name among the desk's screens. */
  readonly deviceName: string;
  /** What the desk said to the link this page was opened with; null without one. */
  readonly first: Result<PairState> | null;
  /** The cookie is there: connect anew. */
  onPaired(): void;
}

/** The answers where the desk lets this phone in, the pairing page where it does not. */
export function AssistantApp({ deviceName, first, onPaired }: AssistantAppProps): ReactElement {
  const { t } = useI18n();
  const link = useLink();
  const hasSnapshot = useHasSnapshot();

  useEffect(() => {
    document.title = `${t('assistant.title')} · ${t('common.appName')}`;
  }, [t]);

  const isWaiting = first?.ok === true && first.value.state === 'waiting';
  if (isWaiting || link.state === 'refused') {
    // It was in until now: the desk took its pairing back.
    const isRevoked = hasSnapshot && link.state === 'refused';
    const page = { role: 'assistant', deviceName, first, isRevoked, onPaired } as const;
    return <PairingPage {...page} />;
  }
  if (!hasSnapshot) {
    return (
      <p className={styles.connecting} role="status">
        {t('assistant.connecting')}
      </p>
    );
  }
  return <AssistantStage />;
}
