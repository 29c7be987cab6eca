import type { SliceName } from '#shared/contract/room-snapshot.ts';
import { isDamage } from '../store/engine.ts';
import type { CommittedEvent } from './ingest.ts';
import { storedMarks } from './marks.ts';
import { totalsOf } from './room.queries.ts';
import type { Room } from './room.ts';

/** By then they are read although no screen came. */
const READ_AFTER_MS = 1_000;
/** Slices that are not told before; screens that came keep what they show, or say that it is being read. */
const LATE: ReadonlySet<SliceName> = new Set(['metrics', 'alerts', 'proposals']);

/**
 * Figures, alerts and proposals of a room. Of a show that was on when the core started they are read
 * once, right after the room's first picture, which would wait longer for them than for all the rest;
 * what is committed until then is read with them.
 */
export class RoomFigures {
  readonly #room: Room;
  readonly #onRead: (totalEvents: number) => void;
  #cancel: (() => void) | null = null;

  /** `onRead` is told how many events the show has on disk. */
  constructor(room: Room, onRead: (totalEvents: number) => void) {
    this.#room = room;
    this.#onRead = onRead;
  }

  /** They are still to be read. */
  isWaiting(): boolean {
    return this.#cancel !== null;
  }

  isHeldBack(slice: SliceName): boolean {
    return this.isWaiting() && LATE.has(slice);
  }

  reload(): void {
    this.close();
    const { proposals, alerts, metrics, sources } = this.#room;
    sources.readLastData();
    for (const service of [proposals, alerts, metrics]) service.reload();
    this.#onRead(metrics.slice()?.totalEvents ?? 0);
  }

  reloadLater(): void {
    const { db } = this.#room;
    const show = this.#room.show();
    if (show === null) return this.reload();
    this.#onRead(totalsOf(db, show.id).events);
    this.#plan(READ_AFTER_MS);
  }

  /** A screen is about to have its picture. */
  afterPicture(): void {
    if (this.isWaiting()) this.#plan(0);
  }

  /** Now, where they have not been read: somebody needs them. */
  settle(): void {
    if (!this.isWaiting()) return;
    try {
      this.reload();
    } catch (error) {
      // The store's keeper has heard of it, and has the core start anew with a store that is mended.
      if (isDamage(error)) return;
      throw error;
    }
    const room = this.#room;
    for (const slice of [...LATE, 'shelf', 'sources'] as const) room.changed(slice);
    room.broadcast.series(room.metrics.series());
    const show = room.show();
    if (show !== null) room.broadcast.committed([], storedMarks(room.db, room.roomId, show.id));
  }

  /** An event of the current show that is on disk. */
  committed(committed: CommittedEvent): void {
    if (this.isWaiting()) return;
    this.#room.alerts.committed(committed);
    this.#room.proposals.committed(committed.event);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #plan(afterMs: number): void {
    this.close();
    this.#cancel = this.#room.ports.clock.after(afterMs, () => this.settle());
  }
}
