import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { usePlayback, useShow } from '#renderer/store/selectors.ts';
import type { Result } from '#shared/contract/app-error.ts';

import styles from './TopBar.module.css';

const SPEEDS = [1, 2, 5, 10, 20];

interface PlaybackSpeedProps {
  readonly onAnswer: (result: Result<unknown>) => void;
}

/** How fast a demo or replay runs; nothing for a live show. */
export function PlaybackSpeed({ onAnswer }: PlaybackSpeedProps): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const playback = usePlayback();
  const show = useShow();
  if (playback === null || show === null || show.state === 'ended') return null;
  if (playback.isFinished) return <span className={styles.finished}>{t('topBar.finished')}</span>;
  const speeds = SPEEDS.includes(playback.speed) ? SPEEDS : [...SPEEDS, playback.speed];
  return (
    <select
      className={styles.select}
      aria-label={t('topBar.speed')}
      title={t('topBar.speed')}
      value={playback.speed}
      onChange={(event) =>
        void run('playback.setSpeed', { speed: Number(event.target.value) }).then(onAnswer)
      }
    >
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {t('topBar.speedTimes', { speed })}
        </option>
      ))}
    </select>
  );
}
