import type { KeyboardEvent, ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { isStopped } from '#renderer/actions/manual-push.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './ArmedCard.module.css';

/** Sends what is armed, once per press. */
export function GoButton({ className }: { readonly className?: string }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const isGoing = useActionState((state) => state.isGoing);
  const isArming = useActionState(({ armingCount }) => armingCount > 0);
  const { armed } = useShelf();
  if (isStopped(armed)) {
    return (
      <Button tone="danger" className={className} onClick={() => perform({ type: 'overrule' })}>
        {t('push.overruleButton')}
        <ActionKey of="overrule" className={styles.goKey} />
      </Button>
    );
  }
  return (
    <Button
      tone="go"
      className={className}
      disabled={isGoing || isArming}
      aria-busy={isGoing || isArming}
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
