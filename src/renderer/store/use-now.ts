import { useEffect, useState } from 'react';

import { showTimeAt } from '#shared/model/show.ts';

import { useShowClock, useWallOffset } from './selectors.ts';

/** This machine's wall time (UTC ms), renewed every `periodMs`, on the period's edges. */
export function useLocalNow(periodMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    function tick(): void {
      setNow(Date.now());
      plan();
    }
    function plan(): void {
      // Aligned, so that clocks side by side change together.
      timer = setTimeout(tick, periodMs - (Date.now() % periodMs));
    }
    plan();
    return () => clearTimeout(timer);
  }, [periodMs]);
  return now;
}

/** The core's wall time (UTC ms); what `expiresTs` and its like are compared with. */
export function useWallNow(periodMs: number): number {
  return useLocalNow(periodMs) + useWallOffset();
}

/** Show time now (UTC ms) at the show's own speed; null without a show clock. */
export function useShowNow(periodMs: number): number | null {
  const clock = useShowClock();
  const wallNow = useWallNow(periodMs);
  return clock === null ? null : showTimeAt(clock, wallNow);
}
