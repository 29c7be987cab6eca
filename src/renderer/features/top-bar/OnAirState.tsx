import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { useLocalNow, useShowNow } from '#renderer/store/use-now.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import type { Show } from '#shared/model/show.ts';

import styles from './TopBar.module.css';

/** Only a live show may say that it is on air: nobody sees a demo. */
function stateKey(show: Show): MessageKey {
  switch (show.state) {
    case 'planned':
      return 'topBar.state.planned';
    case 'on_air':
      return show.origin === 'live' ? 'topBar.state.onAir' : 'topBar.state.running';
    case 'paused':
      return 'topBar.state.paused';
    case 'ended':
      return 'topBar.state.ended';
  }
}

/** On-air state, time on air, time of day. */
export function OnAirState(): ReactElement {
  const { t, format } = useI18n();
  const show = useShow();
  const showNow = useShowNow(250);
  const localNow = useLocalNow(1_000);
  const isOnAir = show?.state === 'on_air';
  return (
    <div className={styles.onAir}>
      {show !== null && (
        <>
          <span
            className={classNames(
              styles.state,
              isOnAir && (show.origin === 'live' ? styles.live : styles.notLive),
            )}
          >
            <i className={styles.dot} aria-hidden="true" />
            {t(stateKey(show))}
          </span>
          <b className={styles.clock} role="timer" aria-label={t('topBar.showClock')}>
            {format.clock(onAirMs(show, showNow ?? show.onAirSinceTs ?? 0))}
          </b>
        </>
      )}
      <time className={styles.wall} aria-label={t('topBar.wallClock')}>
        {format.time(localNow, null)}
      </time>
    </div>
  );
}
