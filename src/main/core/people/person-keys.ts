import type { Actor } from '#shared/contract/actor.ts';
import type { WritableDatabase } from '../database/database.ts';
import { keepPerson, putPerson } from './people.queries.ts';

const MAX_HELD = 200_000;
/** A person's row is renewed at most this often, so that a chatty person costs no write a message. */
const RENEW_MS = 60_000;

type Held = {
  readonly id: number;
  readonly name: string;
  /** Null: not yet seen in a live show by this run. */
  readonly renewedTs: number | null;
};

/** Local keys of the people of a busy room, so that most events need no look-up. */
export class PersonKeys {
  readonly #db: WritableDatabase;
  readonly #held = new Map<string, Held>();

  constructor(db: WritableDatabase) {
    this.#db = db;
  }

  /**
   * Null for people whose platform id is hidden.
   *
   * @param isLive only live shows renew names and sights; a replay or rehearsal only needs the key.
   */
  keyOf(platform: string, actor: Actor | null, seenTs: number, isLive: boolean): number | null {
    const platformUserId = actor?.platformUserId ?? null;
    if (actor === null || platformUserId === null) return null;
    const key = `${platform}:${platformUserId}`;
    const held = this.#held.get(key);
    if (held !== undefined && (!isLive || isFresh(held, actor, seenTs))) return held.id;
    const named = { ...actor, platformUserId };
    const id = isLive
      ? putPerson(this.#db, platform, named, seenTs)
      : keepPerson(this.#db, platform, named);
    if (held === undefined && this.#held.size >= MAX_HELD) this.#forgetOldest();
    this.#held.set(key, { id, name: actor.displayName, renewedTs: isLive ? seenTs : null });
    return id;
  }

  /** After a rolled-back transaction the rows of new people are gone. */
  clear(): void {
    this.#held.clear();
  }

  #forgetOldest(): void {
    const oldest = this.#held.keys().next();
    if (!oldest.done) this.#held.delete(oldest.value);
  }
}

function isFresh(held: Held, actor: Actor, seenTs: number): boolean {
  if (held.renewedTs === null || held.name !== actor.displayName) return false;
  return Math.abs(seenTs - held.renewedTs) < RENEW_MS;
}
