import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { Screening, ScreeningFilter } from '#shared/model/screening.ts';

interface Read {
  /** Of the filter that was asked for last; the older one stays in sight meanwhile. */
  readonly screening: Screening | null;
  readonly error: AppError | null;
}

/** What holds over the shows of a filter, asked for anew with each change of it. */
export function useScreening({ fromTs, toTs, anchor }: ScreeningFilter): Read {
  const run = useCommand();
  const [read, setRead] = useState<Read>({ screening: null, error: null });
  useEffect(() => {
    let isCurrent = true;
    void run('screening.get', { fromTs, toTs, anchor }).then((result) => {
      if (!isCurrent) return;
      setRead((before) =>
        result.ok
          ? { screening: result.value, error: null }
          : { screening: before.screening, error: result.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [run, fromTs, toTs, anchor]);
  return read;
}
