import { useEffect, useState } from 'react';

import { useLink } from '#renderer/store/selectors.ts';

/** True once the desk has been away for `limitMs` at a stretch; false again when it is back. */
export function useIsLostFor(limitMs: number): boolean {
  const link = useLink();
  const isLost = link.state !== 'live';
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setTimeout(() => setIsOver(true), limitMs);
    return () => {
      clearTimeout(timer);
      setIsOver(false);
    };
  }, [isLost, limitMs]);

  return isLost && isOver;
}
