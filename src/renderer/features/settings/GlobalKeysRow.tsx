import { useId } from 'react';
import type { ReactElement } from 'react';

import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHostKind } from '#renderer/store/selectors.ts';

import styles from './SettingsSheet.module.css';

/** Keys that work while another program has the focus: off until chosen, and only in the app. */
export function GlobalKeysRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const isApp = useHostKind() === 'app';
  const isOn = useShownSettings().hasGlobalKeys;
  const refused = useActionState(({ refusedGlobalKeys }) => refusedGlobalKeys);
  const textId = useId();
  return (
    <div className={styles.row}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isOn && isApp}
          disabled={!isApp}
          aria-describedby={textId}
          onChange={(event) =>
            perform({ type: 'changeSettings', change: { hasGlobalKeys: event.target.checked } })
          }
        />
        {t('settings.hasGlobalKeys')}
      </label>
      <p id={textId} className={styles.text}>
        {t('settings.globalText')}
      </p>
      {isApp && isOn && refused.length > 0 && (
        <p className={styles.fault} role="status">
          {t('settings.globalRefused', { keys: refused.join(' · ') })}
        </p>
      )}
      {!isApp && <p className={styles.fault}>{t('settings.globalNeedsApp')}</p>}
    </div>
  );
}
