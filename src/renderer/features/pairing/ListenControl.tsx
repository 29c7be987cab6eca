import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { RoomState } from '#renderer/store/room-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import { isLoopback, loopbackFirst } from './addresses.ts';
import styles from './SecondScreens.module.css';

interface ListenControlProps {
  readonly listen: RoomState['screens']['listen'];
  readonly addresses: readonly string[];
  onListen(address: string): void;
  onStop(): void;
}

/** On which of this machine's addresses second screens find the desk. Closed until asked for. */
export function ListenControl(props: ListenControlProps): ReactElement {
  const { listen, addresses, onListen, onStop } = props;
  const { t } = useI18n();
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = loopbackFirst(addresses);
  const selected = chosen ?? choices[0] ?? null;

  if (listen !== null) {
    return (
      <section className={styles.section}>
        <div className={styles.row}>
          <p className={styles.state}>
            {t('screens.listening', { address: listen.address, port: listen.port })}
          </p>
          <Button onClick={onStop}>{t('screens.stop')}</Button>
        </div>
        {listen.takenPort !== null && (
          <TakenPort
            address={listen.address}
            port={listen.port}
            taken={listen.takenPort}
            onListen={onListen}
          />
        )}
        {listen.isGone && (
          <Notice tone="warn">{t('screens.addressGone', { address: listen.address })}</Notice>
        )}
        <p className={styles.hint}>
          {isLoopback(listen.address)
            ? t('screens.loopbackHint', { address: listen.address })
            : t('screens.networkHint')}
        </p>
      </section>
    );
  }

  return (
    <section className={styles.section}>
      <p className={styles.hint}>{t('screens.closed')}</p>
      {selected === null ? (
        <p>{t('screens.noAddresses')}</p>
      ) : (
        <>
          <fieldset className={styles.choices}>
            <legend>{t('screens.address')}</legend>
            {choices.map((address) => (
              <label key={address}>
                <input
                  type="radio"
                  name="screens-address"
                  value={address}
                  checked={address === selected}
                  onChange={() => setChosen(address)}
                />
                {address}
                <small>{t(isLoopback(address) ? 'screens.loopback' : 'screens.network')}</small>
              </label>
            ))}
          </fieldset>
          <div className={styles.row}>
            <Button tone="go" onClick={() => onListen(selected)}>
              {t('screens.open')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface TakenPortProps {
  readonly address: string;
  readonly port: number;
  readonly taken: number;
  onListen(address: string): void;
}

/** The port that screens know belongs to another program now: what to do, and the way back. */
function TakenPort({ address, port, taken, onListen }: TakenPortProps): ReactElement {
  const { t } = useI18n();
  // The desk itself may stand on this machine's own port, which it cannot leave while it runs.
  const isHere = isLoopback(address);
  return (
    <>
      <Notice tone="warn">
        {t(isHere ? 'screens.portTakenHere' : 'screens.portTaken', { port, taken })}
      </Notice>
      {!isHere && (
        <div className={styles.row}>
          <Button onClick={() => onListen(address)}>{t('screens.portBack', { taken })}</Button>
        </div>
      )}
    </>
  );
}
