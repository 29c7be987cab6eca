import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSettings } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { KEY_ACTIONS } from '#shared/model/key-binding.ts';
import { isFirstKey, resetKeys } from '#shared/rules/key-bindings.ts';

import styles from './SettingsSheet.module.css';

/** How keys are chosen, and all of them as they were at first. */
export function KeyGroupHead(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { table, faults } = useKeys();
  const keys = useSettings()?.keys ?? {};
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
