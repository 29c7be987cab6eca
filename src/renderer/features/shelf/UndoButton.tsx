import type { ReactElement } from 'react';

import { UNDO_WINDOW_MS, type Push } from '#shared/model/product.ts';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';

interface UndoButtonProps {
  readonly push: Push;
  /** Beside an armed product: names its link number and leaves the keys out. */
  readonly isShort: boolean;
}

/** Takes a push back while its seconds run down; gone when they are over. */
export function UndoButton({ push, isShort }: UndoButtonProps): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const isUndoing = useActionState((state) => state.isUndoing);
  const leftMs = push.undoUntilTs - useWallNow(250);
  if (leftMs <= 0 || push.state === 'undone') return null;
  // This machine's clock ticks a little behind the core's: never more than there were.
  const seconds = Math.ceil(Math.min(leftMs, UNDO_WINDOW_MS) / 1000);
  return (
    <Button disabled={isUndoing} onClick={() => perform({ type: 'undo' })}>
      {isShort ? t('push.undoNumber', { number: push.linkNumber }) : t('push.undo')}
      <span aria-hidden="true">{isShort ? `${seconds} s` : t('push.undoLeft', { seconds })}</span>
      {!isShort && <ActionKey of="undo" />}
    </Button>
  );
}
