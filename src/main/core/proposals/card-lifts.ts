import { liftRank } from '#shared/rules/lift/judged-figures.ts';
import { cardUse } from '../cues/library/card-use.ts';
import { canOf } from '../feeds/registry.ts';
import type { Room } from '../room/room.ts';

/** After a start the first desk has its picture before past shows are read. */
const READ_AFTER_MS = 800;

/** What each card did in this room before, read once for a show. */
export class CardLifts {
  readonly #room: Room;
  #lifts: ReadonlyMap<number, number> = new Map();
  #cancel: (() => void) | null = null;
  /** Which reading is the newest: one that was overtaken, or of a room that is closed, says nothing. */
  #reading = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  reload(): void {
    this.close();
    this.#lifts = new Map();
    this.#cancel = this.#room.ports.clock.after(READ_AFTER_MS, () => void this.#read());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#reading += 1;
  }

  /** -1 to 1; null: not known. */
  of(cardId: number): number | null {
    return this.#lifts.get(cardId) ?? null;
  }

  async #read(): Promise<void> {
    this.#cancel = null;
    const reading = this.#reading;
    const { db, roomId, cues } = this.#room;
    const nowTs = this.#room.showNow();
    const deck = cues.deck();
    const ownDeckShowId = cues.ownDeckShowId();
    const used = await cardUse({ db, roomId, ownDeckShowId, nowTs, canOf }, deck);
    if (reading !== this.#reading) return;
    const kindOf = new Map(deck.map(({ id, kind }) => [id, kind]));
    this.#lifts = new Map(
      used.flatMap(({ cardId, lift }): [number, number][] => {
        const kind = kindOf.get(cardId);
        const value = kind === undefined ? null : liftRank(kind, lift);
        return value === null ? [] : [[cardId, value]];
      }),
    );
  }
}
