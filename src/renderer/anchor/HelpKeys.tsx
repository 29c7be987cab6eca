import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { HelpReason } from '#shared/model/stage.ts';

import styles from './HelpKeys.module.css';
import type { CallControl } from './use-calls.ts';

/** Pictures, since nobody reads what they tap in the middle of a sentence; 24 x 24, drawn as lines. */
const PICTURES: readonly {
  readonly reason: HelpReason;
  readonly path: string;
  readonly key: string;
}[] = [
  // A drop.
  { reason: 'water', key: 'W', path: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z' },
  // A spanner.
  {
    reason: 'tech',
    key: 'T',
    path: 'M20 7a5 5 0 0 1-6.6 4.7L6 19.1a2.1 2.1 0 0 1-3-3l7.4-7.4A5 5 0 0 1 17 4.2L14.2 7 17 9.8z',
  },
  // Back, back: slower.
  { reason: 'slower', key: 'S', path: 'M12 6l-7 6 7 6V6zm8 0l-7 6 7 6V6z' },
  // The eight corners of a stop sign, and its bar.
  { reason: 'stop', key: 'X', path: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8' },
];

/** Four things an anchor asks for, one tap each. */
export function HelpKeys({ calls }: { readonly calls: CallControl }): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.keys} role="group" aria-label={t('anchor.help')}>
      {PICTURES.map(({ reason, path, key }) => (
        <button
          key={reason}
          type="button"
          className={styles.key}
          data-state={calls.stateOf(reason)}
          aria-label={t(`stage.reason.${reason}`)}
          title={t(`stage.reason.${reason}`)}
          aria-keyshortcuts={key}
          onClick={(event) => {
            // A pedal's Enter is not this button's.
            if (event.detail > 0) event.currentTarget.blur();
            calls.ask(reason);
          }}
        >
          <svg className={styles.picture} viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  );
}
