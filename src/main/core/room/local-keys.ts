import type { Database } from '../database/database.ts';
import { PersonKeys } from '../people/person-keys.ts';
import { isLiveShow, sourceRoomKey } from './ingest.queries.ts';
import type { PendingEvent } from './pending-event.ts';

type SourceRoom = {
  readonly sourceId: number;
  readonly platform: string;
  readonly platformRoomId: string;
  readonly id: number;
};

/** The local INTEGER keys behind an event's text ids: its source's room and its person. */
export class LocalKeys {
  readonly #db: Database;
  readonly #people: PersonKeys;
  readonly #sourceRooms = new Map<string, number>();
  readonly #liveShows = new Map<number, boolean>();
  #lastRoom: SourceRoom | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.#people = new PersonKeys(db);
  }

  /** Null for people whose platform id is hidden, and for events of nobody. */
  personOf({ event, showId, eventTs }: PendingEvent): number | null {
    return this.#people.keyOf(event.platform, event.actor, eventTs, this.#isLive(showId));
  }

  sourceRoomOf({ event, sourceId }: PendingEvent): number {
    // Events come in runs from one room: most are answered without joining the name.
    const { platform } = event;
    const platformRoomId = event.platformRoomId ?? '';
    const last = this.#lastRoom;
    if (
      last !== null &&
      last.sourceId === sourceId &&
      last.platform === platform &&
      last.platformRoomId === platformRoomId
    ) {
      return last.id;
    }
    const name = `${sourceId}|${platform}|${platformRoomId}`;
    const id =
      this.#sourceRooms.get(name) ?? sourceRoomKey(this.#db, sourceId, platform, platformRoomId);
    this.#sourceRooms.set(name, id);
    this.#lastRoom = { sourceId, platform, platformRoomId, id };
    return id;
  }

  /** After a rolled-back transaction: rows that were new are gone. */
  clear(): void {
    this.#people.clear();
    this.#sourceRooms.clear();
    this.#liveShows.clear();
    this.#lastRoom = null;
  }

  /** A show's origin never changes. */
  #isLive(showId: number): boolean {
    let isLive = this.#liveShows.get(showId);
    if (isLive === undefined) {
      isLive = isLiveShow(this.#db, showId);
      this.#liveShows.set(showId, isLive);
    }
    return isLive;
  }
}
