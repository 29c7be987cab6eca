import { ok, type Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { PlatformWarning } from '#shared/model/source.ts';
import type { RoomContext } from './room-context.ts';
import { unseenWarnings } from './room.queries.ts';

/** What platforms have warned of in the current show and nobody has seen yet; kept in the log alone. */
export class WarningsService {
  readonly #room: RoomContext;
  #open: readonly PlatformWarning[] = [];

  constructor(room: RoomContext) {
    this.#room = room;
  }

  reload(): void {
    const show = this.#room.show();
    this.#take(show === null ? [] : unseenWarnings(this.#room.db, show.id));
  }

  slice(): PlatformWarning[] {
    return [...this.#open];
  }

  /** An event of the current show that is on disk. */
  committed(event: RoomEvent): void {
    if (event.kind === 'warning') {
      const { seq, eventTs: ts, platform, text, isCut } = event;
      this.#take([...this.#open, { seq, ts, platform, text, isCut }]);
    }
    if (event.kind === 'warning.seen') {
      this.#take(this.#open.filter(({ seq }) => seq !== event.warningSeq));
    }
  }

  /** Inside a commit. */
  acknowledge(seq: number): Result<Record<string, never>> {
    const isOpen = this.#open.some((warning) => warning.seq === seq);
    if (isOpen) this.#room.writeFact({ kind: 'warning.seen', warningSeq: seq });
    return ok({});
  }

  #take(open: readonly PlatformWarning[]): void {
    this.#open = open;
    this.#room.changed('sources');
  }
}
