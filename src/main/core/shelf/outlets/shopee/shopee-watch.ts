import type { ThereNow } from '#shared/model/product.ts';
import type { Clock } from '../../../ports.ts';

/** So often the shown item is asked for while a product is on. */
export const WATCH_EVERY_MS = 10_000;
/** Another item is told when it was read twice: what is read may lag behind what was set. */
const CONFIRM_MS = 2_000;
/** Between two questions where Shopee fails or wants less of them. */
const WATCH_LONGEST_MS = 120_000;

/** What one look at the shown item came to. `over`: nothing will be shown until the next push. */
export type ShownReading =
  | { readonly came: 'shown'; readonly there: ThereNow | null }
  | { readonly came: 'again'; readonly retryAfterS: number | null }
  | { readonly came: 'busy' | 'over' };

/** Looks at what Shopee shows, gently, until it is stopped or there is nothing more to see. */
export function watchShown(
  read: () => Promise<ShownReading>,
  clock: Clock,
  tell: (there: ThereNow | null) => void,
): () => void {
  let isOver = false;
  let failures = 0;
  let suspected: string | null = null;
  let stopTimer = lookIn(CONFIRM_MS);

  function lookIn(delayMs: number): () => void {
    return clock.after(delayMs, () => {
      void read().then((reading) => {
        if (isOver) return;
        const nextMs = note(reading);
        if (nextMs !== null) stopTimer = lookIn(nextMs);
      });
    });
  }

  /** When to look again; null: not any more. */
  function note(reading: ShownReading): number | null {
    switch (reading.came) {
      case 'over':
        return null;
      case 'busy':
        suspected = null;
        return CONFIRM_MS;
      case 'again': {
        failures += 1;
        const ownMs = Math.min(WATCH_LONGEST_MS, WATCH_EVERY_MS * 2 ** Math.min(failures, 6));
        return Math.max(ownMs, (reading.retryAfterS ?? 0) * 1000);
      }
      case 'shown':
        failures = 0;
        return compare(reading.there);
    }
  }

  function compare(there: ThereNow | null): number {
    const seen = JSON.stringify(there);
    const isSure = there === null || suspected === seen;
    suspected = seen;
    if (!isSure) return CONFIRM_MS;
    tell(there);
    return WATCH_EVERY_MS;
  }

  return () => {
    isOver = true;
    stopTimer();
  };
}
