import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { platformName } from './platform-name.ts';
import styles from './PlatformMark.module.css';

/** First character of the platform's name on its colour; the whole name for who cannot see it. */
export function PlatformMark({ platform }: { readonly platform: string }): ReactElement {
  const name = platformName(useI18n(), platform);
  return (
    <span
      className={styles.mark}
      data-platform={platform}
      role="img"
      aria-label={name}
      title={name}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
