import type { ThereNow } from '#shared/model/product.ts';
import type { Clock } from '../../ports.ts';
import type { ActTurn } from './act-turn.ts';
import type { ObsLink } from './obs-link.ts';

/** Before obs-websocket 5.4 nothing is told of a text that is typed over; it is asked for so often. */
const LOOK_EVERY_MS = 15_000;

/** Undefined: it could not be read. */
export type ObsReading = ThereNow | null | undefined;

/**
 * Asks OBS what it shows whenever it says that something changed, and once when it is reached again;
 * an event alone says neither whose change it was nor whether it still holds.
 */
export function watchObs(
  obs: ObsLink,
  acts: ActTurn,
  read: () => Promise<ObsReading>,
  tell: (there: ThereNow | null) => void,
  clock: Clock,
): () => void {
  let isReading = false;
  let isAskedAgain = false;
  let isOver = false;

  function look(): void {
    if (isOver) return;
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    isAskedAgain = false;
    // An act of ours asks once more when it has ended.
    void acts
      .quietly(async () => ({ there: await read() }))
      .then((reading) => {
        isReading = false;
        if (isOver) return;
        if (isAskedAgain) return look();
        if (reading !== null && reading.there !== undefined) tell(reading.there);
      });
  }

  const stops = [obs.listen(look), acts.onIdle(look), clock.every(LOOK_EVERY_MS, look)];
  look();
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
