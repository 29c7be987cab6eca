import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ShowId } from '#shared/model/ids.ts';
import { showTimeAt, type Show, type ShowClock, type ShowOrigin } from '#shared/model/show.ts';
import { advanceShow, onAirMs, type ShowAction } from '#shared/rules/show-state.ts';
import type { RoomContext } from './room-context.ts';
import {
  currentShowOf,
  insertGap,
  insertShow,
  markAlive,
  saveShow,
  setCurrentShow,
  showById,
} from './show.queries.ts';

const ALIVE_EVERY_MS = 1_000;

/** The show of one room: its state, its clock, and its return after a stop. */
export class ShowService {
  readonly #room: RoomContext;
  #show: Show | null = null;
  #clock: ShowClock | null = null;
  #aliveWallTs = 0;

  constructor(room: RoomContext) {
    this.#room = room;
    this.reload();
  }

  /** Takes the state from the store again (start, rolled-back commit). */
  reload(): void {
    const stored = currentShowOf(this.#room.db, this.#room.roomId);
    this.#show = stored?.show ?? null;
    this.#clock = stored?.clock ?? null;
  }

  current(): Show | null {
    return this.#show;
  }

  /** A live show's clock is the wall's. */
  clock(): ShowClock | null {
    if (this.#clock !== null || this.#show === null) return this.#clock;
    const { createdTs } = this.#show;
    return { anchorShowTs: createdTs, anchorWallTs: createdTs, speed: 1 };
  }

  now(): number {
    if (this.#show?.state === 'ended' && this.#show.endedTs !== null) return this.#show.endedTs;
    const wallTs = this.#room.ports.clock.wallNow();
    return this.#clock === null ? wallTs : showTimeAt(this.#clock, wallTs);
  }

  onAirMs(): number {
    return this.#show === null ? 0 : onAirMs(this.#show, this.now());
  }

  isPlayback(): boolean {
    return this.#show?.origin === 'demo' || this.#show?.origin === 'replay';
  }

  create(title: string, origin: ShowOrigin, currency: string): Result<{ showId: ShowId }> {
    const current = this.#show;
    if (current !== null && (current.state === 'on_air' || current.state === 'paused')) {
      return fail('show_already_running', { title: current.title });
    }
    const { db, roomId, ports } = this.#room;
    const createdTs = ports.clock.wallNow();
    const id = ShowId.parse(insertShow(db, { roomId, title, origin, currency, createdTs }));
    this.reload();
    this.#room.writeFact({ kind: 'show.state', state: 'planned', previous: null });
    this.#room.changed('show');
    return ok({ showId: id });
  }

  /** planned -> on_air and so on; a playback's clock starts at the wall's time and runs at `speed`. */
  advance(action: ShowAction): Result<Show> {
    if (this.#show === null) return fail('show_not_running', {});
    const previous = this.#show.state;
    const next = advanceShow(this.#show, action, this.now());
    if (!next.ok) return next;
    this.#save(next.value, this.#clock);
    this.#room.writeFact({ kind: 'show.state', state: next.value.state, previous });
    return next;
  }

  /** Anchors the clock of a demo or replay at now and gives it a speed. */
  setSpeed(speed: number): Result<Record<string, never>> {
    if (this.#show === null) return fail('show_not_running', {});
    if (!this.isPlayback()) return fail('speed_not_changeable', { origin: this.#show.origin });
    const anchorWallTs = this.#room.ports.clock.wallNow();
    this.#save(this.#show, { anchorShowTs: this.now(), anchorWallTs, speed });
    return ok({});
  }

  leave(): void {
    setCurrentShow(this.#room.db, this.#room.roomId, null);
    this.reload();
    this.#room.changed('show');
  }

  exists(showId: ShowId): boolean {
    return showById(this.#room.db, showId) !== null;
  }

  /** Within a commit of events: a sign of life at most once a second. */
  keepAlive(): void {
    const wallTs = this.#room.ports.clock.wallNow();
    if (this.#show === null || this.#show.state === 'ended') return;
    if (Math.abs(wallTs - this.#aliveWallTs) < ALIVE_EVERY_MS) return;
    this.#aliveWallTs = wallTs;
    markAlive(this.#room.db, this.#show.id, this.now(), false);
  }

  /** Ordered end of the program while a show runs. */
  markCleanStop(): void {
    if (this.#show === null || this.#show.state === 'ended') return;
    markAlive(this.#room.db, this.#show.id, this.now(), true);
  }

  /** After a start: a show that was running goes on, and what was missed is a marked gap. */
  returnAfterStop(): void {
    const stored = currentShowOf(this.#room.db, this.#room.roomId);
    if (stored === null || stored.aliveTs === null) return;
    if (stored.show.state !== 'on_air' && stored.show.state !== 'paused') return;
    const fromTs = stored.aliveTs;
    const toTs = Math.max(fromTs, this.now());
    const cause = stored.isCleanStop ? 'desk_stopped' : 'core_crashed';
    this.recordGap({ sourceId: null, sourceLabel: null, fromTs, toTs, cause, lost: null });
    this.keepAlive();
  }

  /** Inside a commit: a stretch of show time without data, never silent. */
  recordGap(gap: {
    readonly sourceId: number | null;
    readonly sourceLabel: string | null;
    readonly fromTs: number;
    readonly toTs: number;
    readonly cause: 'desk_stopped' | 'core_crashed' | 'source_lost' | 'overload';
    readonly lost: number | null;
  }): void {
    if (this.#show === null) return;
    const { sourceId, ...fact } = gap;
    const seq = this.#room.writeFact({ kind: 'gap', ...fact });
    insertGap(this.#room.db, { showId: this.#show.id, sourceId, ...fact, seq });
  }

  #save(show: Show, clock: ShowClock | null): void {
    saveShow(this.#room.db, show, clock);
    this.#show = show;
    this.#clock = clock;
    this.#room.changed('show');
  }
}
