import type { CueCard } from '#shared/model/cue.ts';
import type { CardUse } from '#shared/model/cue-library.ts';
import type { RoomId } from '#shared/model/ids.ts';
import { cueLift, type LiftShow } from '#shared/rules/cue-lift/cue-lift.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { cueTimes, liftMinutes, sendsOfDeck } from './card-use.queries.ts';

const MINUTE_MS = 60_000;
/** Shows that lift is worked out from at most, the newest: what a look costs is bounded. */
const SHOWS_COMPARED = 20;

/** How each card of a deck was used, and what followed; cards that were never sent too. */
export function cardUse(
  db: ReadableDatabase,
  roomId: RoomId,
  ownDeckShowId: number | null,
  deck: readonly CueCard[],
): CardUse[] {
  const sends = sendsOfDeck(db, roomId, ownDeckShowId);
  const showIds = [...new Set(sends.map(({ showId }) => showId))].toSorted((a, b) => b - a);
  const shows = new Map(
    showIds.slice(0, SHOWS_COMPARED).map((showId): [number, LiftShow] => [
      showId,
      {
        minutes: liftMinutes(db, showId),
        cueMinutes: cueTimes(db, showId).map((ts) => Math.floor(ts / MINUTE_MS)),
      },
    ]),
  );
  return deck.map(({ id: cardId }) => {
    const own = sends.filter((send) => send.cardId === cardId);
    const compared = own.flatMap(({ showId, sentTs }) => {
      const show = shows.get(showId);
      return show === undefined ? [] : { show, minute: Math.floor(sentTs / MINUTE_MS) };
    });
    return {
      cardId,
      sent: own.length,
      shown: own.filter(({ isShown }) => isShown === 1).length,
      done: own.filter(({ isDone }) => isDone === 1).length,
      lastTs: own.at(-1)?.sentTs ?? null,
      lift: cueLift(compared),
    };
  });
}
