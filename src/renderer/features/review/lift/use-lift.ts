import { useEffect, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowLift } from '#shared/model/lift.ts';
import type { Review } from '#shared/model/review.ts';

type Answered = {
  readonly review: Review;
  readonly lift: ShowLift | null;
  readonly error: AppError | null;
};

/** The review with what followed on everything that was done, which is worked out while it is read. */
export function useLift(review: Review): {
  readonly review: Review;
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
  const lift = own?.lift ?? review.lift;
  const whole = useMemo(() => ({ ...review, lift }), [review, lift]);
  return { review: whole, error: own?.error ?? null };
}
