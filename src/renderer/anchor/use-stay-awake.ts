import { useEffect, useState } from 'react';

/** Whether this browser can be asked to keep the screen on; on plain http of a local network it cannot. */
export function canStayAwake(): boolean {
  return 'wakeLock' in navigator;
}

/**
 * Holds the screen on while the page is visible, where the browser can be asked to. False where it
 * cannot or would not: then the silent picture is all that the page can do.
 */
export function useStayAwake(): boolean {
  const [isHeld, setIsHeld] = useState(canStayAwake);

  useEffect(() => {
    if (!canStayAwake()) return undefined;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;

    async function hold(): Promise<void> {
      if (document.visibilityState !== 'visible') return;
      try {
        const held = await navigator.wakeLock.request('screen');
        if (isGone) await held.release();
        else lock = held;
        setIsHeld(true);
      } catch (error) {
        // A battery saver may refuse.
        console.warn('cuedesk: the screen cannot be kept on', error);
        setIsHeld(false);
      }
    }
    // The browser lets go whenever the page is hidden.
    const onVisible = (): void => void hold();

    void hold();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    };
  }, []);

  return isHeld;
}
