import type { ReactElement } from 'react';

import styles from './LevelMeter.module.css';

/** dB of full scale at the meter's left end; OBS's own begins there. */
const FLOOR_DB = -60;
/** From here on it is about to clip; OBS's own meter is red from here. */
const LOUD_DB = -9;

interface LevelMeterProps {
  /** dB of full scale; null: nothing is heard. */
  readonly levelDb: number | null;
  readonly isVoice: boolean;
}

/** How loud a microphone is, as a bar; the number is said by what stands around it. */
export function LevelMeter({ levelDb, isVoice }: LevelMeterProps): ReactElement {
  const share = levelDb === null ? 0 : Math.max(0, Math.min(1, 1 - levelDb / FLOOR_DB));
  const isLoud = levelDb !== null && levelDb >= LOUD_DB;
  return (
    <span className={styles.meter} aria-hidden="true" data-heard={levelDb !== null}>
      <i
        className={styles.level}
        data-tone={isLoud ? 'loud' : isVoice ? 'voice' : 'quiet'}
        style={{ transform: `scaleX(${share})` }}
      />
    </span>
  );
}
