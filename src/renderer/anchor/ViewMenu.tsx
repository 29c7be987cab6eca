import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow, useStage } from '#renderer/store/selectors.ts';
import { ANCHOR_VIEWS } from '#shared/model/stage.ts';

import type { DeviceLayoutControl } from './use-device-layout.ts';
import styles from './ViewMenu.module.css';

interface ViewMenuProps {
  readonly device: DeviceLayoutControl;
  /** To the question of size and distance. */
  onPlace(): void;
  onClose(): void;
}

/** What this screen shows: chosen with the device in the hand, so its type is of an ordinary size. */
export function ViewMenu({ device, onPlace, onClose }: ViewMenuProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const show = useShow();
  const { load } = useStage();
  const { layout, change } = device;
  const isResting = load.restingSeq !== null;
  return (
    <div className={styles.menu} role="dialog" aria-label={t('anchor.menu')}>
      <div className={styles.views} role="group" aria-label={t('anchor.view')}>
        {ANCHOR_VIEWS.map((view, at) => (
          <button
            key={view}
            type="button"
            aria-pressed={layout.view === view}
            aria-keyshortcuts={String(at + 1)}
            onClick={() => {
              change({ view });
              onClose();
            }}
          >
            {t(`stage.view.${view}`)}
          </button>
        ))}
      </div>
      <label>
        <input
          type="checkbox"
          checked={layout.isMirrored}
          onChange={(event) => change({ isMirrored: event.target.checked })}
        />
        {t('anchor.mirror')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={layout.hasSound}
          onChange={(event) => change({ hasSound: event.target.checked })}
        />
        {t('anchor.flashSound')}
      </label>
      <div className={styles.acts}>
        {show?.state === 'on_air' && (
          <button type="button" onClick={() => void run(isResting ? 'rest.end' : 'rest.begin', {})}>
            {t(isResting ? 'stage.endRest' : 'stage.beginRest')}
          </button>
        )}
        <button type="button" onClick={onPlace}>
          {t('anchor.place')}
        </button>
        <button type="button" onClick={onClose}>
          {t('anchor.menuClose')}
        </button>
      </div>
    </div>
  );
}
