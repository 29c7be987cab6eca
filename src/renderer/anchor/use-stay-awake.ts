import { useEffect } from 'react';

/** Whether this browser can keep the screen on by itself; on plain http of a local network it cannot. */
export function canStayAwake(): boolean {
  return 'wakeLock' in navigator;
}

/** Holds the screen on while the page is visible, where that exists. */
export function useStayAwake(): void {
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
      } catch (error) {
        // A battery saver may refuse; the set-up card tells what to do by hand.
        console.warn('cuedesk: the screen cannot be kept on', error);
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
}
