import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ShowId } from '#shared/model/ids.ts';
import { showTimeAt, type Show, type ShowClock, type ShowOrigin } from '#shared/model/show.ts';
import { advanceShow, onAirMs, type ShowAction } from '#shared/rules/show-state.ts';
import type { RoomContext } from './room-context.ts';
import type { Resumption } from '../feeds/source-links.ts';
import { SteadyClock } from './steady-clock.ts';
import {
  currentShowOf,
  insertShow,
  markAlive,
  renameShow,
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
  readonly #steady: SteadyClock;
  /** The clock of a show during which the machine's clock was set; the store may not have it yet. */
  #setOver: {
    readonly showId: ShowId;
    readonly clock: ShowClock;
    readonly isStored: boolean;
  } | null = null;
  #jumpMs = 0;

  constructor(room: RoomContext) {
    this.#room = room;
    this.#steady = new SteadyClock(room.ports.clock);
    this.reload();
  }

  /** Takes the state from the store again (start, rolled-back commit). */
  reload(): void {
    const stored = currentShowOf(this.#room.db, this.#room.roomId);
    this.#show = stored?.show ?? null;
    this.#clock = stored?.clock ?? null;
    if (this.#setOver !== null && this.#setOver.showId === this.#show?.id) {
      // What was refused may have been another speed: the store's counts, from here on.
      const speed = stored?.clock?.speed ?? 1;
      this.#clock = anchored(this.#setOver.clock, this.#room.ports.clock.wallNow(), speed);
      this.#setOver = { showId: this.#setOver.showId, clock: this.#clock, isStored: false };
    }
  }

  current(): Show | null {
    return this.#show;
  }

  /** A live show's clock is the wall's, unless that was set while the show ran. */
  clock(): ShowClock | null {
    if (this.#clock !== null || this.#show === null) return this.#clock;
    const { createdTs } = this.#show;
    return { anchorShowTs: createdTs, anchorWallTs: createdTs, speed: 1 };
  }

  /** Show time goes on evenly whatever happens to the machine's clock. */
  now(): number {
    if (this.#show?.state === 'ended' && this.#show.endedTs !== null) return this.#show.endedTs;
    const wallTs = this.#room.ports.clock.wallNow();
    const setByMs = this.#steady.follow(wallTs);
    if (setByMs !== 0) this.#keepOver(wallTs, setByMs);
    return this.#steady.forward(this.timeOf(wallTs));
  }

  /** Show time at a wall time as this machine has it now; never after the show's end. */
  timeOf(wallTs: number): number {
    const showTs = this.#clock === null ? wallTs : showTimeAt(this.#clock, wallTs);
    const isEnded = this.#show?.state === 'ended';
    return isEnded ? Math.min(showTs, this.#show?.endedTs ?? showTs) : showTs;
  }

  /** By how much the machine's clock was set since this was last asked; 0 for not at all. */
  takeClockJump(): number {
    this.now();
    const jumpMs = this.#jumpMs;
    this.#jumpMs = 0;
    return jumpMs;
  }

  /** The machine's clock was set: the show's own goes on from where it was. */
  #keepOver(wallTs: number, setByMs: number): void {
    this.#jumpMs += setByMs;
    const clock = this.clock();
    if (this.#show === null || clock === null) return;
    const moved = { ...clock, anchorWallTs: clock.anchorWallTs + setByMs };
    this.#clock = anchored(moved, wallTs, clock.speed);
    this.#setOver = { showId: this.#show.id, clock: this.#clock, isStored: false };
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

  /** While it is planned: nothing has been said in its currency, and no review has its name. */
  edit(title: string, currency: string): Result<Record<string, never>> {
    if (this.#show === null) return fail('show_not_running', {});
    const { id, state } = this.#show;
    if (state !== 'planned') return fail('show_wrong_state', { state, action: 'edit' });
    renameShow(this.#room.db, id, title, currency);
    this.reload();
    this.#room.changed('show');
    return ok({});
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
    if (this.#setOver?.isStored === false) {
      saveShow(this.#room.db, this.#show, this.#clock);
      this.#setOver = { ...this.#setOver, isStored: true };
    }
    if (Math.abs(wallTs - this.#aliveWallTs) < ALIVE_EVERY_MS) return;
    this.#aliveWallTs = wallTs;
    markAlive(this.#room.db, this.#show.id, this.now(), false);
  }

  /** Ordered end of the program while a show runs. */
  markCleanStop(): void {
    if (this.#show === null || this.#show.state === 'ended') return;
    markAlive(this.#room.db, this.#show.id, this.now(), true);
  }

  /**
   * After a start: since when a show that was running was not listened to; null when none was. Where
   * the machine's clock was set back meanwhile, the show goes on from its last sign of life.
   */
  resumption(): Resumption | null {
    const stored = currentShowOf(this.#room.db, this.#room.roomId);
    if (stored === null || stored.aliveTs === null) return null;
    const { show, aliveTs, isCleanStop } = stored;
    if (show.state !== 'on_air' && show.state !== 'paused') return null;
    if (this.now() < aliveTs) {
      const anchorWallTs = this.#room.ports.clock.wallNow();
      this.#clock = { anchorShowTs: aliveTs, anchorWallTs, speed: stored.clock?.speed ?? 1 };
      this.#setOver = { showId: show.id, clock: this.#clock, isStored: false };
    }
    return { cause: isCleanStop ? 'desk_stopped' : 'core_crashed', fromTs: aliveTs };
  }

  #save(show: Show, clock: ShowClock | null): void {
    saveShow(this.#room.db, show, clock);
    this.#show = show;
    this.#clock = clock;
    if (this.#setOver?.showId === show.id && clock !== null) {
      this.#setOver = { ...this.#setOver, clock };
    }
    this.#room.changed('show');
  }
}

/** The same clock, told from a wall time on and at a speed. */
function anchored(clock: ShowClock, wallTs: number, speed: number): ShowClock {
  return { anchorShowTs: showTimeAt(clock, wallTs), anchorWallTs: wallTs, speed };
}
