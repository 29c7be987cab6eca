import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { NOT_SHOWN_AFTER_S } from '#shared/model/settings.ts';
import { PACE_MAX, PACE_MIN, PACE_STEP } from '#shared/model/stage.ts';

import styles from './SettingsSheet.module.css';

const PACES = Array.from(
  { length: (PACE_MAX - PACE_MIN) / PACE_STEP + 1 },
  (_, step) => PACE_MIN + step * PACE_STEP,
);

/** After how long a cue that is not on the host's screen is said to be missed. */
export function NotShownRow(): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const held = useShownSettings().notShownAfterS;
  return (
    <div className={styles.row}>
      <SelectField
        label={t('settings.notShownAfterS')}
        value={String(held)}
        options={NOT_SHOWN_AFTER_S.map((each) => ({
          value: String(each),
          label: t('settings.digitWait', { seconds: format.number(each) }),
        }))}
        onChange={(chosen) => {
          const notShownAfterS = NOT_SHOWN_AFTER_S.find((each) => String(each) === chosen);
          if (notShownAfterS !== undefined)
            perform({ type: 'changeSettings', change: { notShownAfterS } });
        }}
      />
      <p className={styles.text}>{t('settings.notShownText')}</p>
    </div>
  );
}

/** How fast the host reads. */
export function PaceRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const held = useShownSettings().prompterPace;
  const all = PACES.includes(held) ? PACES : [...PACES, held];
  return (
    <div className={styles.row}>
      <SelectField
        label={t('settings.prompterPace')}
        value={String(held)}
        options={all.map((each) => ({
          value: String(each),
          label: t('stage.pace', { pace: each }),
        }))}
        onChange={(chosen) => {
          perform({ type: 'changeSettings', change: { prompterPace: Number(chosen) } });
        }}
      />
      <p className={styles.text}>{t('settings.prompterPaceText')}</p>
    </div>
  );
}
