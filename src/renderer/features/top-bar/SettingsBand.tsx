import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { keyManners } from '#renderer/actions/action-table.ts';
import { usePerform, useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useSettings } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { Band } from './Band.tsx';

/** The settings file could not be read: said with the place of the old one until it was seen. */
export function SettingsBand(): ReactElement {
  const { t } = useI18n();
  const damaged = useSettings()?.damaged ?? null;
  const { faults } = useKeys();
  const perform = usePerform();
  const runInArea = useRunInArea();
  return (
    <>
      {damaged !== null && (
        <Band tone="warn">
          <span>
            {damaged.movedTo === null
              ? t('band.settingsUnreadable')
              : t('band.settingsDamaged', { path: damaged.movedTo })}
          </span>
          <Button onClick={() => void runInArea('settings', 'settings.acknowledge', {})}>
            {t('band.acknowledge')}
          </Button>
        </Band>
      )}
      {faults.length > 0 && (
        <Band tone="warn">
          <span>
            {t('settings.bandFaults', {
              count: faults.length,
              what: faults
                .map(({ action, chord }) => `${t(keyManners(action).label)} “${chord}”`)
                .join(' · '),
            })}
          </span>
          <Button onClick={() => perform({ type: 'openSettings', group: 'keys' })}>
            {t('palette.bindKeys')}
          </Button>
        </Band>
      )}
      <AreaNotice area="settings" />
      <AreaNotice area="desk" />
    </>
  );
}
