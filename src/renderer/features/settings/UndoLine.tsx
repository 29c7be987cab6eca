import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Settings, type SettingsChange } from '#shared/model/settings.ts';

import { SETTING_NAMES } from './setting-rows.ts';
import styles from './SettingsSheet.module.css';

interface UndoLineProps {
  /** Oldest first. */
  readonly history: readonly SettingsChange[];
}

/** Takes back the newest change of this window, and says which that is. */
export function UndoLine({ history }: UndoLineProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const newest = history.at(-1);
  const what =
    newest === undefined
      ? ''
      : namesOf(newest)
          .map((key) => t(key))
          .join(' · ');
  return (
    <div className={styles.undo}>
      <Button disabled={newest === undefined} onClick={() => perform({ type: 'undoSettings' })}>
        {newest === undefined ? t('settings.undo') : t('settings.undoOf', { what })}
        <ActionKey of="undo" />
      </Button>
    </div>
  );
}

function namesOf(change: SettingsChange) {
  return Settings.keyof()
    .options.filter((setting) => change[setting] !== undefined)
    .map((setting) => SETTING_NAMES[setting]);
}
