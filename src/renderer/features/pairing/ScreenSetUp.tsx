import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useScreens } from '#renderer/store/selectors.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';

import { ListenControl } from './ListenControl.tsx';
import { LookChoice } from './LookChoice.tsx';
import { PairedList } from './PairedList.tsx';
import { PairingOfferCard } from './PairingOfferCard.tsx';
import { RequestList } from './RequestList.tsx';
import styles from './SecondScreens.module.css';

/** Where second screens reach this desk, the offer to pair one, and those that are paired. */
export function ScreenSetUp(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { screens, listen, addresses, offer, offerEnded, requests } = useScreens();
  const hasOverlay = offer?.role === 'overlay' || screens.some(({ role }) => role === 'overlay');
  const [error, setError] = useState<AppError | null>(null);

  async function attempt(command: Promise<Result<unknown>>): Promise<void> {
    const result = await command;
    setError(result.ok ? null : result.error);
  }

  return (
    <div className={styles.body}>
      <p className={styles.intro}>{t('screens.intro')}</p>
      {error !== null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
      <ListenControl
        listen={listen}
        addresses={addresses}
        onListen={(address) => void attempt(run('screens.listen', { address }))}
        onStop={() => void attempt(run('screens.close', {}))}
      />
      <RequestList requests={requests} />
      <PairingOfferCard
        isOpen={listen !== null}
        offer={offer}
        ended={offerEnded}
        onOffer={(input) => void attempt(run('screens.offer', input))}
        onCancel={() => void attempt(run('screens.cancelOffer', {}))}
      />
      {hasOverlay && <LookChoice />}
      <PairedList
        screens={screens}
        onRevoke={(screenId) => void attempt(run('screens.revoke', { screenId }))}
      />
    </div>
  );
}
