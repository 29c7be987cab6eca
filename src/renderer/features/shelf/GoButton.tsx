import type { KeyboardEvent, ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './ArmedCard.module.css';

/** Sends what is armed, once per press. */
export function GoButton({ className }: { readonly className?: string }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const isGoing = useActionState((state) => state.isGoing);
  const isArming = useActionState(({ armingCount }) => armingCount > 0);
  return (
    <Button
      tone="go"
      className={className}
      disabled={isGoing || isArming}
      onClick={() => perform({ type: 'go' })}
      onKeyDown={holdsNothingBack}
    >
      {isGoing ? t('push.going') : t('push.go')}
      <ActionKey of="go" className={styles.goKey} />
    </Button>
  );
}

/** A held Enter would press the button again and again; GO is once per press. */
function holdsNothingBack(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
