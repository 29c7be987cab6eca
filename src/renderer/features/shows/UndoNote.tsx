import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';

interface UndoNoteProps {
  readonly showIds: readonly ShowId[];
  onUndone(): void;
  onDismiss(): void;
}

/** What was put into the bin last, and the way back. */
export function UndoNote({ showIds, onUndone, onDismiss }: UndoNoteProps): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function undo(): Promise<void> {
    setBusy(true);
    const result = await run('shows.restore', { showIds: [...showIds] });
    setBusy(false);
    if (result.ok) onUndone();
    else setError(result.error);
  }

  return (
    <Notice tone={error === null ? 'info' : 'danger'} onDismiss={onDismiss}>
      {error === null ? tn('shows.removed', showIds.length) : errorMessage(i18n, error)}{' '}
      <Button disabled={isBusy} onClick={() => void undo()}>
        {t('shows.undo')}
      </Button>
    </Notice>
  );
}
