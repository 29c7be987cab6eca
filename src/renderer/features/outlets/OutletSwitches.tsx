import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Result } from '#shared/contract/app-error.ts';
import type { Outlet } from '#shared/model/outlet.ts';

import styles from './OutletsSheet.module.css';

interface OutletSwitchesProps {
  readonly outlet: Outlet;
  readonly onResult: (result: Result<unknown>) => void;
}

/** Whether pins go there at all, and whether they do in this show. */
export function OutletSwitches({ outlet, onResult }: OutletSwitchesProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const show = useShow();
  const { id: outletId, name, isOn, isInShow } = outlet;
  return (
    <span className={styles.switches}>
      <label className={styles.on}>
        <input
          type="checkbox"
          checked={isOn}
          aria-label={t('outlets.onNamed', { name })}
          onChange={(event) =>
            void run('outlet.setOn', { outletId, isOn: event.target.checked }).then(onResult)
          }
        />
        {t('outlets.on')}
      </label>
      {show !== null && show.state !== 'ended' && (
        <label className={styles.on}>
          <input
            type="checkbox"
            checked={isInShow}
            aria-label={t('outlets.inShowNamed', { name })}
            onChange={(event) =>
              void run('outlet.setInShow', { outletId, isIn: event.target.checked }).then(onResult)
            }
          />
          {t('outlets.inShow')}
        </label>
      )}
    </span>
  );
}

/** What was just changed for this show alone, with its way back; empty until something was. */
export function InShowChanged({ outlet, onResult }: OutletSwitchesProps): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const { id: outletId, name, isInShow } = outlet;
  const [firstSeen] = useState(isInShow);
  if (isInShow === firstSeen) return null;
  return (
    <p className={styles.changed} role="status">
      {t(isInShow ? 'outlets.takenIn' : 'outlets.leftOut', { name })}
      <Button
        tone="quiet"
        onClick={() => void run('outlet.setInShow', { outletId, isIn: firstSeen }).then(onResult)}
      >
        {t('outlets.inShowUndo')}
      </Button>
    </p>
  );
}
