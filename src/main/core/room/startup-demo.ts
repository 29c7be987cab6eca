import type { Language } from '#shared/model/settings.ts';
import { listShows } from '../review/review.service.ts';
import type { Rooms } from './rooms.ts';
import { openShow } from './show-changes.ts';

/**
 * The demo show that a start of the program asks for. It begins when the first desk has come: there
 * is somebody to see it then, and only a desk knows which language it is to be in.
 */
export class StartupDemo {
  readonly #rooms: Rooms;
  #isWanted = false;
  #isFirstOnly = false;
  /** What the last desk that came speaks; null before the first. */
  #language: Language | null = null;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** `isFirstOnly`: unless there has ever been a show. */
  ask(isFirstOnly: boolean): void {
    this.#isWanted = true;
    this.#isFirstOnly = isFirstOnly;
    if (this.#language !== null) this.#begin(this.#language);
  }

  /** A desk says hello and is not answered yet: its first picture has the show already. */
  deskCame(language: Language): void {
    this.#language = language;
    if (this.#isWanted) this.#begin(language);
  }

  #begin(language: Language): void {
    this.#isWanted = false;
    const room = this.#rooms.find(this.#rooms.deskRoomId());
    if (room === undefined || room.show() !== null) return;
    if (this.#isFirstOnly && listShows(room.db, room.roomId, 1).length > 0) return;
    const started = room.commit(() =>
      room.playback.startDemo({ seed: 1, language, speed: 1, eventsPerSecond: null }),
    );
    if (started?.ok === true) openShow(room);
  }
}
