import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { Review } from '#shared/model/review.ts';

export type ReviewLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly review: Review };

type Answered = { readonly showId: ShowId; readonly attempt: number; readonly load: ReviewLoad };

/** The review of a show, asked for once and when such a sheet was open; `retry` asks again. */
export function useReview(showId: ShowId): { readonly load: ReviewLoad; retry(): void } {
  const run = useCommand();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [attempt, setAttempt] = useState(0);
  // What was entered in these sheets is in the review when they close.
  const isChanged = useDeskStore(({ panel }) => panel === 'imported' || panel === 'benefits');

  useEffect(() => {
    let isCurrent = true;
    void run('review.get', { showId }).then((result) => {
      // Another show may have been opened meanwhile.
      if (!isCurrent) return;
      const load: ReviewLoad = result.ok
        ? { state: 'ready', review: result.value }
        : { state: 'failed', error: result.error };
      setAnswered({ showId, attempt, load });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, showId, attempt, isChanged]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // One that is read again stays in sight until the newer one is there.
  const isAnswer =
    answered?.showId === showId &&
    (answered.attempt === attempt || answered.load.state === 'ready');
  return { load: isAnswer ? answered.load : { state: 'loading' }, retry };
}
