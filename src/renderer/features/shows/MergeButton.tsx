import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ListedShow } from '#shared/model/show-list.ts';

interface MergeButtonProps {
  /** Two shows become one; one that was made of two is taken apart. */
  readonly shows: readonly ListedShow[];
  onError(error: AppError | null): void;
  onDone(): void;
}

const ASK_EVERY_MS = 500;

/** Two presses, then how far it is. */
export function MergeButton({ shows, onError, onDone }: MergeButtonProps): ReactElement | null {
  const { t, format } = useI18n();
  const run = useCommand();
  const [isRunning, setRunning] = useState(false);
  const fraction = useFraction(isRunning);
  const [first, second] = shows;
  if (first === undefined) return null;
  const isMerge = second !== undefined;
  if (!isMerge && first.mergedTs === null) return null;

  async function act(): Promise<void> {
    if (first === undefined) return;
    setRunning(true);
    const result =
      second === undefined
        ? await run('shows.split', { showId: first.id })
        : await run('shows.merge', { showIds: [first.id, second.id] });
    setRunning(false);
    onError(result.ok ? null : result.error);
    if (result.ok) onDone();
  }

  if (isRunning) {
    return (
      <span role="status">
        {t(isMerge ? 'shows.merging' : 'shows.splitting', { percent: format.percent(fraction) })}
      </span>
    );
  }
  return (
    <ConfirmButton
      label={t(isMerge ? 'shows.merge' : 'shows.split')}
      tone="plain"
      confirmLabel={t(isMerge ? 'shows.mergeSure' : 'shows.splitSure')}
      onConfirm={() => void act()}
    />
  );
}

function useFraction(isRunning: boolean): number {
  const run = useCommand();
  const [fraction, setFraction] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = window.setInterval(() => {
      void run('shows.joining', {}).then((result) => {
        if (result.ok) setFraction(result.value.fraction ?? 0);
      });
    }, ASK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [run, isRunning]);
  return fraction;
}
