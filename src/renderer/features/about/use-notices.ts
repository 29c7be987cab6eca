import { useCallback, useEffect, useState } from 'react';

import type { Notices } from '#shared/model/notices.ts';

export type NoticesLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly notices: Notices }
  | { readonly state: 'failed'; readonly reason: string };

/** The licences, read once the sheet is open; `retry` reads them again. */
export function useNotices(load: () => Promise<Notices>): NoticesLoad & { retry(): void } {
  const [current, setCurrent] = useState<NoticesLoad>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    const settle = (next: NoticesLoad): void => {
      if (!isGone) setCurrent(next);
    };
    load().then(
      (notices) => settle({ state: 'ready', notices }),
      (error: unknown) =>
        settle({ state: 'failed', reason: error instanceof Error ? error.name : String(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [load, attempt]);
  const retry = useCallback(() => {
    setCurrent({ state: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { ...current, retry };
}
