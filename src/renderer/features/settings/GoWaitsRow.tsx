import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { TEAM_GUARDS, type TeamGuard } from '#shared/model/assistant.ts';

import styles from './SettingsSheet.module.css';

/** Which answers of assistants a push waits for; none as it comes. */
export function GoWaitsRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const chosen = useShownSettings().goWaitsFor;

  function choose(guard: TeamGuard, isOn: boolean): void {
    const goWaitsFor = TEAM_GUARDS.filter((each) =>
      each === guard ? isOn : chosen.includes(each),
    );
    perform({ type: 'changeSettings', change: { goWaitsFor } });
  }

  return (
    <div className={styles.row} role="group" aria-label={t('settings.goWaitsFor')}>
      <span>{t('settings.goWaitsFor')}</span>
      {TEAM_GUARDS.map((guard) => (
        <label key={guard} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(guard)}
            onChange={(event) => choose(guard, event.target.checked)}
          />
          {t(`settings.waits.${guard}`)}
        </label>
      ))}
      <p className={styles.text}>{t('settings.goWaitsForText')}</p>
    </div>
  );
}
