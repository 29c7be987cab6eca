import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import type { ShowSummary } from '#shared/model/review.ts';

const MOST_SHOWS = 200;

/** The room's shows, newest first; none until they came, and where they cannot be had. */
export function useShowList(): readonly ShowSummary[] {
  const run = useCommand();
  const currentId = useShow()?.id ?? null;
  const [shows, setShows] = useState<readonly ShowSummary[]>([]);
  // Anew when another show begins.
  useEffect(() => {
    let isCurrent = true;
    void run('show.list', { limit: MOST_SHOWS }).then((result) => {
      if (isCurrent && result.ok) setShows(result.value.shows);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, currentId]);
  return shows;
}
