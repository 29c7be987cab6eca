import type { Actor } from '#shared/contract/actor.ts';
import type { Database } from '../database/database.ts';
import { keepPerson } from './people.queries.ts';
import { PersonWriter } from './person-writer.ts';

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
  readonly #db: Database;
  readonly #writer: PersonWriter;
  /** By platform, then by the platform's id: joining the two for every message costs more. */
  readonly #held = new Map<string, Map<string, Held>>();

  constructor(db: Database) {
    this.#db = db;
    this.#writer = new PersonWriter(db.raw);
  }

  /**
   * Null for people whose platform id is hidden.
   *
   * @param isLive only live shows renew names and sights; a replay or rehearsal only needs the key.
   */
  keyOf(platform: string, actor: Actor | null, seenTs: number, isLive: boolean): number | null {
    const platformUserId = actor?.platformUserId ?? null;
    if (actor === null || platformUserId === null) return null;
    const people = this.#peopleOf(platform);
    const held = people.get(platformUserId);
    if (held !== undefined && (!isLive || isFresh(held, actor, seenTs))) return held.id;
    const id = isLive
      ? this.#writer.put(platform, platformUserId, actor, seenTs)
      : keepPerson(this.#db, platform, platformUserId, actor);
    if (held === undefined && people.size >= MAX_HELD) forgetOldest(people);
    people.set(platformUserId, { id, name: actor.displayName, renewedTs: isLive ? seenTs : null });
    return id;
  }

  /** After a rolled-back transaction the rows of new people are gone. */
  clear(): void {
    this.#held.clear();
  }

  #peopleOf(platform: string): Map<string, Held> {
    let people = this.#held.get(platform);
    if (people === undefined) {
      people = new Map();
      this.#held.set(platform, people);
    }
    return people;
  }
}

function forgetOldest(people: Map<string, Held>): void {
  const oldest = people.keys().next();
  if (!oldest.done) people.delete(oldest.value);
}

function isFresh(held: Held, actor: Actor, seenTs: number): boolean {
  if (held.renewedTs === null || held.name !== actor.displayName) return false;
  return Math.abs(seenTs - held.renewedTs) < RENEW_MS;
}
