import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { OVERLAY_LOOKS, type OverlayLook } from '#shared/model/overlay-look.ts';

import styles from './SecondScreens.module.css';

interface LookChoiceProps {
  readonly look: OverlayLook;
  onLook(look: OverlayLook): void;
}

/** How the card of the overlay that is being paired is drawn: a part of its address. */
export function LookChoice({ look, onLook }: LookChoiceProps): ReactElement {
  const { t } = useI18n();
  return (
    <fieldset className={styles.choices}>
      <legend>{t('screens.look')}</legend>
      {OVERLAY_LOOKS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="overlay-look"
            value={each}
            checked={each === look}
            onChange={() => onLook(each)}
          />
          {t(`screens.look.${each}`)}
          {each === 'bright' && <small>{t('screens.look.brightHint')}</small>}
        </label>
      ))}
      <p className={styles.hint}>{t('screens.lookHow')}</p>
    </fieldset>
  );
}
