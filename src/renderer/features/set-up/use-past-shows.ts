import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowSummary } from '#shared/model/review.ts';

export type PastShowsLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly shows: readonly ShowSummary[] };

const MOST_SHOWS = 100;

type Answered = { readonly attempt: number; readonly load: PastShowsLoad };

/** Shows that have ended, newest first. */
export function usePastShows(): { readonly load: PastShowsLoad; retry(): void } {
  const run = useCommand();
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<Answered | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void run('show.list', { limit: MOST_SHOWS }).then((result) => {
      if (!isCurrent) return;
      const load: PastShowsLoad = result.ok
        ? { state: 'ready', shows: result.value.shows.filter((show) => show.state === 'ended') }
        : { state: 'failed', error: result.error };
      setAnswered({ attempt, load });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { load: answered?.attempt === attempt ? answered.load : { state: 'loading' }, retry };
}
