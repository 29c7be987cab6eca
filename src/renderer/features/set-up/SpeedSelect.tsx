import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './SetUpForm.module.css';

const SPEEDS = [1, 2, 5, 10, 20] as const;

interface SpeedSelectProps {
  readonly speed: number;
  onChange(speed: number): void;
}

/** How many times faster than life a show is played. */
export function SpeedSelect({ speed, onChange }: SpeedSelectProps): ReactElement {
  const { t } = useI18n();
  return (
    <label className={styles.speed}>
      {t('setUp.speed')}
      <select value={speed} onChange={(event) => onChange(Number(event.target.value))}>
        {SPEEDS.map((choice) => (
          <option key={choice} value={choice}>
            {t('setUp.speedTimes', { speed: choice })}
          </option>
        ))}
      </select>
    </label>
  );
}
