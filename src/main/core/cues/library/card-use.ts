import type { CueCard } from '#shared/model/cue.ts';
import type { CardUse } from '#shared/model/cue-library.ts';
import type { RoomId } from '#shared/model/ids.ts';
import { liftRows } from '#shared/rules/lift/lift-rows.ts';
import { thingId, type LiftThing } from '#shared/rules/lift/lift-show.ts';
import type { CanOf } from '../../alerts/stored-minutes.rules.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { cardEffects } from '../../lift/past-effects.ts';
import { shownResult } from '../../lift/shown-result.ts';
import { sendsOfDeck } from './card-use.queries.ts';

/** Shows that lift is worked out from at most, the newest: what a look costs is bounded. */
const SHOWS_COMPARED = 20;

/** Whose deck it is, and until when a show that runs is looked at (show time). */
export type DeckRoom = {
  readonly db: ReadableDatabase;
  readonly roomId: RoomId;
  readonly ownDeckShowId: number | null;
  readonly nowTs: number;
  readonly canOf: CanOf;
};

/** How each card of a deck was used, and what followed; cards that were never sent too. */
export async function cardUse(
  { db, roomId, ownDeckShowId, nowTs, canOf }: DeckRoom,
  deck: readonly CueCard[],
): Promise<CardUse[]> {
  const sends = sendsOfDeck(db, roomId, ownDeckShowId);
  const showIds = [...new Set(sends.map(({ showId }) => showId))].toSorted((a, b) => b - a);
  const effects = await cardEffects(db, showIds.slice(0, SHOWS_COMPARED), nowTs, canOf);
  const things = deck.map(({ id }): LiftThing => ({ kind: 'card', key: String(id) }));
  const rows = liftRows(effects, things);
  return deck.map(({ id: cardId }, i) => {
    const own = sends.filter((send) => send.cardId === cardId);
    const thing = things[i];
    const id = thing === undefined ? '' : thingId(thing);
    return {
      cardId,
      sent: own.length,
      shown: own.filter(({ isShown }) => isShown === 1).length,
      done: own.filter(({ isDone }) => isDone === 1).length,
      lastTs: own.at(-1)?.sentTs ?? null,
      lift: rows.filter((row) => thingId(row.thing) === id).map(shownResult),
    };
  });
}
