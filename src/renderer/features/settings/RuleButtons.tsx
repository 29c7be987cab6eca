import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './SettingsSheet.module.css';

interface RuleButtonsProps {
  /** Whose words they have. */
  readonly of: 'alert' | 'trigger';
  /** One that was added; others are as they came, or can be so again. */
  readonly isOwn: boolean;
  readonly isAsItCame: boolean;
  readonly canSave: boolean;
  readonly onRemove: () => void;
  readonly onReset: () => void;
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** What can be done with a rule as a whole. */
export function RuleButtons(props: RuleButtonsProps): ReactElement {
  const { of, isOwn, isAsItCame, canSave, onRemove, onReset, onCopy, onSave } = props;
  const { t } = useI18n();
  return (
    <div className={styles.keyButtons}>
      {isOwn && (
        <Button tone="quiet" onClick={onRemove}>
          {t(`settings.${of}Remove`)}
        </Button>
      )}
      {!isOwn && !isAsItCame && (
        <Button tone="quiet" onClick={onReset}>
          {t(`settings.${of}Reset`)}
        </Button>
      )}
      <Button tone="quiet" onClick={onCopy}>
        {t(`settings.${of}Copy`)}
      </Button>
      <Button disabled={!canSave} onClick={onSave}>
        {t(`settings.${of}Save`)}
      </Button>
    </div>
  );
}
