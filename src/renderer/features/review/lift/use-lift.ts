import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowLift } from '#shared/model/lift.ts';
import type { Review } from '#shared/model/review.ts';
import { withLiftFindings, withoutLift } from '#shared/rules/findings/with-lift-findings.ts';

type Answered = {
  readonly review: Review;
  readonly lift: ShowLift | null;
  readonly error: AppError | null;
};

/** What followed on everything that was done in its show, which is worked out while the review is read. */
export function useLift(review: Review): {
  readonly lift: ShowLift | null;
  readonly error: AppError | null;
} {
  const run = useCommand();
  const [answered, setAnswered] = useState<Answered | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void run('review.lift', { showId: review.show.id }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setAnswered({ review, lift: result.value, error: null });
      else setAnswered({ review, lift: null, error: result.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, review]);
  const own = answered?.review === review ? answered : null;
  return { lift: own?.lift ?? review.lift, error: own?.error ?? null };
}

/** The review with it and with what stands out in it; before, its questions wait. */
export function withLift(review: Review, lift: ShowLift | null, error: AppError | null): Review {
  if (lift !== null) return withLiftFindings(review, lift);
  return error === null ? review : withoutLift(review);
}
