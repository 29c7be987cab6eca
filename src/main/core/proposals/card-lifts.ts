import type { CueLift } from '#shared/model/cue-library.ts';
import { cardUse } from '../cues/library/card-use.ts';
import type { Room } from '../room/room.ts';

/** After a start the first desk has its picture before past shows are read. */
const READ_AFTER_MS = 800;

/** What each card did in this room before, read once for a show. */
export class CardLifts {
  readonly #room: Room;
  #lifts: ReadonlyMap<number, number> = new Map();
  #cancel: (() => void) | null = null;

  constructor(room: Room) {
    this.#room = room;
  }

  reload(): void {
    this.close();
    this.#lifts = new Map();
    this.#cancel = this.#room.ports.clock.after(READ_AFTER_MS, () => this.#read());
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** -1 to 1; null: not known. */
  of(cardId: number): number | null {
    return this.#lifts.get(cardId) ?? null;
  }

  #read(): void {
    this.#cancel = null;
    const { db, roomId, cues } = this.#room;
    const used = cardUse(db, roomId, cues.ownDeckShowId(), cues.deck());
    this.#lifts = new Map(
      used.flatMap(({ cardId, lift }): [number, number][] => {
        const value = liftOf(lift);
        return value === null ? [] : [[cardId, value]];
      }),
    );
  }
}

/** The share of what is known that clearly rose, less what clearly fell: what may be chance is neither. */
function liftOf({ chat, entries, orders }: CueLift): number | null {
  const known = [chat, entries, orders].flatMap((figure) => (figure.known ? [figure] : []));
  if (known.length === 0) return null;
  const signs = known.map(({ low, high }) => (low > 0 ? 1 : high < 0 ? -1 : 0));
  return signs.reduce<number>((sum, sign) => sum + sign, 0) / known.length;
}
