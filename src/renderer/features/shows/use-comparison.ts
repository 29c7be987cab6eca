import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { ShowId } from '#shared/model/ids.ts';

type Answer = CommandOutput<'shows.compare'>;

/** Two shows side by side; a show against itself tells its own minutes and targets. */
export function useComparison(
  showId: ShowId,
  withId: ShowId,
): { readonly answer: Answer | null; readonly error: AppError | null; retry(): void } {
  const run = useCommand();
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<{ readonly key: string; readonly answer: Answer } | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const key = `${showId}-${withId}`;
  useEffect(() => {
    let isCurrent = true;
    void run('shows.compare', { showIds: [showId, withId] }).then((result) => {
      if (!isCurrent) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setHeld({ key: `${showId}-${withId}`, answer: result.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, showId, withId, round]);
  const retry = useCallback(() => setRound((count) => count + 1), []);
  return { answer: held?.key === key ? held.answer : null, error, retry };
}
