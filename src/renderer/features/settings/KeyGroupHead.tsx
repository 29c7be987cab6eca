import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { KEY_ACTIONS } from '#shared/model/key-binding.ts';
import { isFirstKey, resetKeys } from '#shared/rules/key-bindings.ts';

import styles from './SettingsSheet.module.css';
import { useShownKeys } from './use-shown-keys.ts';

/** How keys are chosen, and all of them as they were at first. */
export function KeyGroupHead(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { table, faults } = useShownKeys();
  const { keys } = useShownSettings();
  const isChanged = faults.length > 0 || KEY_ACTIONS.some((action) => !isFirstKey(table, action));
  return (
    <div className={styles.keyHead}>
      <p className={styles.text}>{t('settings.keysText')}</p>
      <Button
        disabled={!isChanged}
        onClick={() => perform({ type: 'changeSettings', change: { keys: resetKeys(keys) } })}
      >
        {t('settings.resetAll')}
      </Button>
    </div>
  );
}
