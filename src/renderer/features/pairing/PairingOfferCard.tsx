import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { TRADES } from '#shared/model/assistant.ts';
import type { PairingOffer, PairingOfferEnd } from '#shared/model/screen.ts';

import { QrCode } from './QrCode.tsx';
import styles from './SecondScreens.module.css';

/** What a code is made for. */
type OfferInput = CommandInput<'screens.offer'>;

interface PairingOfferCardProps {
  /** False: no address is open, so nothing could be reached. */
  readonly isOpen: boolean;
  readonly offer: PairingOffer | null;
  readonly ended: PairingOfferEnd | null;
  onOffer(input: OfferInput): void;
  onCancel(): void;
}

/** Makes an offer, and shows the running one: link, code to scan, digits to type, time left. */
export function PairingOfferCard(props: PairingOfferCardProps): ReactElement {
  const { isOpen, offer, ended, onOffer, onCancel } = props;
  const { t } = useI18n();
  return (
    <section className={styles.section}>
      <h3>{t('screens.pair')}</h3>
      <div className={styles.row}>
        <Button disabled={!isOpen} onClick={() => onOffer({ role: 'anchor' })}>
          {t('screens.offer.anchor')}
        </Button>
        <Button disabled={!isOpen} onClick={() => onOffer({ role: 'overlay' })}>
          {t('screens.offer.overlay')}
        </Button>
      </div>
      <div className={styles.row}>
        {TRADES.map((trade) => (
          <Button
            key={trade}
            disabled={!isOpen}
            onClick={() => onOffer({ role: 'assistant', trade })}
          >
            {t('screens.offer.assistant', { trade: t(`assistant.tradeLong.${trade}`) })}
          </Button>
        ))}
      </div>
      {!isOpen && <p className={styles.hint}>{t('screens.offerNeedsOpen')}</p>}
      {isOpen && offer !== null && (
        <RunningOffer
          key={offer.url}
          offer={offer}
          onAgain={() => onOffer(again(offer))}
          onCancel={onCancel}
        />
      )}
      {isOpen && offer === null && ended !== null && (
        <EndedOffer why={ended.why} onAgain={() => onOffer(again(ended))} />
      )}
    </section>
  );
}

/** The same once more. */
function again({ role, trade }: Pick<PairingOffer, 'role' | 'trade'>): OfferInput {
  return role === 'assistant' ? { role, trade: trade ?? 'service' } : { role };
}

interface EndedOfferProps {
  readonly why: PairingOfferEnd['why'];
  onAgain(): void;
}

/** Nobody came in time, or somebody guessed: a new one is one press away. */
function EndedOffer({ why, onAgain }: EndedOfferProps): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.offer}>
      <p role="status">{t(why === 'expired' ? 'screens.offerExpired' : 'screens.offerLocked')}</p>
      <Button onClick={onAgain}>{t('screens.again')}</Button>
    </div>
  );
}

interface RunningOfferProps {
  readonly offer: PairingOffer;
  onAgain(): void;
  onCancel(): void;
}

function RunningOffer({ offer, onAgain, onCancel }: RunningOfferProps): ReactElement {
  const { t, format } = useI18n();
  const [copy, setCopy] = useState<'none' | 'copied' | 'failed'>('none');
  const leftMs = offer.expiresTs - useWallNow(1000);
  const isOverlay = offer.role === 'overlay';

  if (leftMs <= 0) return <EndedOffer why="expired" onAgain={onAgain} />;
  return (
    <div className={styles.offer}>
      <p className={styles.hint}>{t(isOverlay ? 'screens.overlayHow' : 'screens.scan')}</p>
      {!isOverlay && (
        <>
          <QrCode text={offer.url} label={t('screens.qr')} className={styles.code} />
          <p className={styles.digits} aria-label={t('screens.digits')} role="group">
            {offer.digits}
          </p>
          <p>
            <span className={styles.hint}>{t('screens.typedUrl')}</span>
            <br />
            <span className={styles.address}>{offer.typedUrl}</span>
          </p>
        </>
      )}
      <p>
        <span className={styles.hint}>{t('screens.link')}</span>
        <br />
        <span className={styles.address}>{offer.url}</span>
      </p>
      <div className={styles.row}>
        <Button
          tone={isOverlay ? 'go' : 'plain'}
          onClick={() => {
            void copyText(offer.url).then((isCopied) => setCopy(isCopied ? 'copied' : 'failed'));
          }}
        >
          {t('screens.copy')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {t('screens.cancel')}
        </Button>
        <span className={styles.left} role="timer">
          {t('screens.timeLeft', { time: format.span(leftMs + 999) })}
        </span>
      </div>
      <p className={styles.hint} role="status">
        {copy !== 'none' && t(copy === 'copied' ? 'screens.copied' : 'screens.copyFailed')}
      </p>
    </div>
  );
}
