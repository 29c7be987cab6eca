import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { OVERLAY_LOOKS } from '#shared/model/overlay-look.ts';

import styles from './SecondScreens.module.css';

/** How the card of the overlays is drawn, those that are open among them. */
export function LookChoice(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const chosen = useShownSettings().overlayLook;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('screens.look')}</legend>
      {OVERLAY_LOOKS.map((look) => (
        <label key={look}>
          <input
            type="radio"
            name="overlay-look"
            value={look}
            checked={look === chosen}
            onChange={() => perform({ type: 'setOverlayLook', look })}
          />
          {t(`screens.look.${look}`)}
          {look === 'bright' && <small>{t('screens.look.brightHint')}</small>}
        </label>
      ))}
      <p className={styles.hint}>{t('screens.lookHow')}</p>
    </fieldset>
  );
}
