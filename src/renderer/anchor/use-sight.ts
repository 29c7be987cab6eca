import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useLink } from '#renderer/store/selectors.ts';
import type { AnchorView } from '#shared/model/stage.ts';

/** Tells the desk what this screen shows and whether it can be seen, whenever either changes. */
export function useSight(view: AnchorView): void {
  const run = useCommand();
  const isLive = useLink().state === 'live';
  const [isVisible, setIsVisible] = useState(() => document.visibilityState === 'visible');

  useEffect(() => {
    const look = (): void => setIsVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  // Anew after each reconnection: a desk that was restarted has forgotten it.
  useEffect(() => {
    if (isLive) void run('stage.sight', { view, isVisible });
  }, [run, isLive, view, isVisible]);
}
