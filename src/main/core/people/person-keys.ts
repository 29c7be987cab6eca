import type { Actor } from '#shared/contract/actor.ts';
import type { WritableDatabase } from '../database/database.ts';
import { putPerson } from './people.queries.ts';

const MAX_HELD = 200_000;
/** A person's row is renewed at most this often, so that a chatty person costs no write a message. */
const RENEW_MS = 60_000;

/** Local keys of the people of a busy room, so that most events need no look-up. */
export class PersonKeys {
  readonly #db: WritableDatabase;
  readonly #held = new Map<string, { id: number; name: string; renewedTs: number }>();

  constructor(db: WritableDatabase) {
    this.#db = db;
  }

  /** Null for people whose platform id is hidden. */
  keyOf(platform: string, actor: Actor | null, seenTs: number): number | null {
    const platformUserId = actor?.platformUserId ?? null;
    if (actor === null || platformUserId === null) return null;
    const key = `${platform}:${platformUserId}`;
    const held = this.#held.get(key);
    const isFresh =
      held !== undefined &&
      held.name === actor.displayName &&
      Math.abs(seenTs - held.renewedTs) < RENEW_MS;
    if (isFresh) return held.id;
    const id = putPerson(this.#db, platform, { ...actor, platformUserId }, seenTs);
    if (this.#held.size >= MAX_HELD) this.#forgetOldest();
    this.#held.set(key, { id, name: actor.displayName, renewedTs: seenTs });
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
