import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import {
  DIGIT_WAITS_MS,
  LanguagePreference,
  TEXT_SIZES,
  ThemePreference,
} from '#shared/model/settings.ts';
import { CURRENCIES } from '#shared/model/money.ts';
import { OverlayLook } from '#shared/model/overlay-look.ts';

import styles from './SettingsSheet.module.css';

export function ThemeRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const theme = useDeskStore((desk) => desk.theme);
  return (
    <SelectField
      label={t('settings.theme')}
      value={theme}
      options={ThemePreference.options.map((each) => ({
        value: each,
        label: t(`topBar.theme.${each}`),
      }))}
      onChange={(chosen) => perform({ type: 'setTheme', theme: chosen })}
    />
  );
}

export function TextSizeRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const textSize = useDeskStore((desk) => desk.textSize);
  return (
    <div className={styles.row}>
      <SelectField
        label={t('settings.textSize')}
        value={String(textSize)}
        options={TEXT_SIZES.map((each) => ({ value: String(each), label: `${each}%` }))}
        onChange={(chosen) => {
          const size = TEXT_SIZES.find((each) => String(each) === chosen);
          if (size !== undefined) perform({ type: 'setTextSize', size });
        }}
      />
      <p className={styles.text}>{t('settings.textSizeText')}</p>
    </div>
  );
}

export function LanguageRow(): ReactElement {
  const { t, preference } = useI18n();
  const perform = usePerform();
  return (
    <SelectField
      label={t('settings.language')}
      value={preference}
      options={LanguagePreference.options.map((each) => ({
        value: each,
        label: t(`settings.language.${each}`),
      }))}
      onChange={(language) => perform({ type: 'setLanguage', language })}
    />
  );
}

export function DigitWaitRow(): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const waitMs = useShownSettings().digitWaitMs;
  return (
    <div className={styles.row}>
      <SelectField
        label={t('settings.digitWaitMs')}
        value={String(waitMs)}
        options={DIGIT_WAITS_MS.map((each) => ({
          value: String(each),
          label: t('settings.digitWait', { seconds: format.number(each / 1000) }),
        }))}
        onChange={(chosen) => {
          const digitWaitMs = DIGIT_WAITS_MS.find((each) => String(each) === chosen);
          if (digitWaitMs !== undefined)
            perform({ type: 'changeSettings', change: { digitWaitMs } });
        }}
      />
      <p className={styles.text}>{t('settings.digitWaitText')}</p>
    </div>
  );
}

export function CurrencyRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { currency } = useShownSettings();
  // One that an import brought and that is not in the list is shown all the same.
  const listed = currency === null || CURRENCIES.some((each) => each === currency);
  const all = listed ? [...CURRENCIES] : [...CURRENCIES, currency];
  return (
    <SelectField
      label={t('settings.currency')}
      value={currency ?? ''}
      options={[
        { value: '', label: t('settings.currencyFirst') },
        ...all.map((each) => ({ value: each, label: each })),
      ]}
      onChange={(chosen) =>
        perform({ type: 'changeSettings', change: { currency: chosen === '' ? null : chosen } })
      }
    />
  );
}

export function OverlayLookRow(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const look = useShownSettings().overlayLook;
  return (
    <div className={styles.row}>
      <SelectField
        label={t('screens.look')}
        value={look}
        options={OverlayLook.options.map((each) => ({
          value: each,
          label: t(`screens.look.${each}`),
        }))}
        onChange={(chosen) => perform({ type: 'setOverlayLook', look: chosen })}
      />
      <p className={styles.text}>{t('screens.lookHow')}</p>
    </div>
  );
}
