import { useEffect, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { Airing, AskedAround, Review } from '#shared/model/review.ts';

type Answered = { readonly review: Review; readonly pushes: readonly AskedAround[] };

/** The review with the questions around each airing, which are counted while it is read. */
export function useAsked(review: Review): {
  readonly review: Review;
  readonly isCounting: boolean;
} {
  const run = useCommand();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const hasAirings = review.pushes.some(({ airing }) => airing !== null);

  useEffect(() => {
    if (!hasAirings) return undefined;
    let isCurrent = true;
    void run('review.asked', { showId: review.show.id }).then((result) => {
      if (isCurrent) setAnswered({ review, pushes: result.ok ? result.value.pushes : [] });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, review, hasAirings]);

  const isThis = answered?.review === review;
  const counted = isThis ? answered.pushes : null;
  const whole = useMemo(
    () => (counted === null ? review : withAsked(review, counted)),
    [review, counted],
  );
  return { review: whole, isCounting: hasAirings && !isThis };
}

function withAsked(review: Review, counted: readonly AskedAround[]): Review {
  const byPush = new Map(counted.map((asked) => [asked.pushId, asked]));
  const pushes = review.pushes.map((push) => {
    const asked = byPush.get(push.pushId);
    if (asked === undefined || push.airing === null) return push;
    return { ...push, airing: airingWith(push.airing, asked) };
  });
  return { ...review, pushes };
}

function airingWith({ before, during, after }: Airing, asked: AskedAround): Airing {
  return {
    before: { ...before, questions: asked.before },
    during: { ...during, questions: asked.during },
    after: { ...after, questions: asked.after },
  };
}
