import { useEffect, useRef, useState } from 'react';

import { useLink } from '#renderer/store/selectors.ts';

/** How long it is said that the desk is back, long enough to be seen between two sentences. */
export const BACK_MS = 5_000;

export interface DeskLink {
  /** `back`: there again after it was lost. */
  readonly state: 'linked' | 'back' | 'connecting' | 'lost';
  /** This machine's wall time of the last change, UTC milliseconds. */
  readonly sinceTs: number;
}

/** Whether the desk is there, as the anchor is told. */
export function useDeskLink(): DeskLink {
  const { state, sinceTs } = useLink();
  const wasLost = useRef(false);
  const [isBack, setIsBack] = useState(false);

  useEffect(() => {
    if (state === 'connecting') return undefined;
    if (state !== 'live') {
      wasLost.current = true;
      return undefined;
    }
    if (!wasLost.current) return undefined;
    wasLost.current = false;
    setIsBack(true);
    const timer = setTimeout(() => setIsBack(false), BACK_MS);
    return () => {
      clearTimeout(timer);
      setIsBack(false);
    };
  }, [state]);

  if (state === 'live') return { state: isBack ? 'back' : 'linked', sinceTs };
  return { state: state === 'connecting' ? 'connecting' : 'lost', sinceTs };
}
