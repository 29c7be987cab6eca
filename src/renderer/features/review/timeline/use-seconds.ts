import { useEffect, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { SECONDS_SPAN_MS, type ReviewSecond } from '#shared/model/review-seconds.ts';
import type { Review } from '#shared/model/review.ts';

import type { TimelineRow } from '../timeline-data.ts';
import { spanOf, type Range } from './range.ts';
import { secondRows } from './seconds-rows.ts';

type Answered = { readonly key: string; readonly seconds: readonly ReviewSecond[] | null };

const NOT_BEFORE_MS = 120;

export type Seconds = {
  /** Null: what is shown is too long for seconds, or they are not there yet. */
  readonly rows: readonly TimelineRow[] | null;
  readonly state: 'minutes' | 'reading' | 'ready' | 'failed';
};

/** The seconds of what is shown, as soon as it is short enough for them; asked for when it rests. */
export function useSeconds(review: Review, range: Range): Seconds {
  const run = useCommand();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const fromTs = Math.floor(range.fromTs / 1_000) * 1_000;
  const toTs = Math.min(Math.ceil(range.toTs / 1_000) * 1_000, fromTs + SECONDS_SPAN_MS);
  const isShort = spanOf(range) <= SECONDS_SPAN_MS;
  const showId = review.show.id;
  const key = `${showId}/${fromTs}/${toTs}`;
  useEffect(() => {
    if (!isShort) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void run('review.seconds', { showId, fromTs, toTs }).then((result) => {
        if (isCurrent) setAnswered({ key, seconds: result.ok ? result.value.seconds : null });
      });
    }, NOT_BEFORE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [run, isShort, showId, fromTs, toTs, key]);
  const seconds = answered?.key === key ? answered.seconds : undefined;
  const rows = useMemo(
    () =>
      seconds === undefined || seconds === null || !isShort
        ? null
        : secondRows(review, { fromTs, toTs }, seconds),
    [review, fromTs, toTs, seconds, isShort],
  );
  if (!isShort) return { rows: null, state: 'minutes' };
  if (rows !== null) return { rows, state: 'ready' };
  return { rows: null, state: seconds === null ? 'failed' : 'reading' };
}
