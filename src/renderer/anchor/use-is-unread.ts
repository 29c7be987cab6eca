import { useCallback, useEffect, useRef } from 'react';

/** Nobody reads a cue and answers it in less; a key pressed until then was meant for what stood before. */
export const UNREAD_MS = 500;

/** Whether `id` came only just now, in place of something else on this page. */
export function useIsUnread(id: number | null): () => boolean {
  const first = useRef(true);
  const sinceMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!first.current && id !== null) sinceMs.current = performance.now();
    first.current = false;
  }, [id]);
  return useCallback(() => performance.now() - sinceMs.current < UNREAD_MS, []);
}
