import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';

export type ShowsAnswer = CommandOutput<'shows.list'>;

export type ShowsLoad = {
  /** Null until they came; what came before stays while they are read again. */
  readonly answer: ShowsAnswer | null;
  readonly error: AppError | null;
  reload(): void;
};

/** All shows of the room with what they came to. */
export function useShows(): ShowsLoad {
  const run = useCommand();
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<ShowsAnswer | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void run('shows.list', {}).then((result) => {
      if (!isCurrent) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setAnswer(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { answer, error, reload };
}
