import type { Clock } from '../../ports.ts';

/** Waits, or less long where it is broken off. */
export function pause(delayMs: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(delayMs, over);
    function over(): void {
      stop();
      signal.removeEventListener('abort', over);
      resolve();
    }
    signal.addEventListener('abort', over);
    if (signal.aborted) over();
  });
}
