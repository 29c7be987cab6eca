import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { RoomId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import type { SliceName } from '#shared/contract/room-snapshot.ts';
import { afterPause } from './after-pause.ts';
import type { Pause } from './pause-watch.ts';
import { Room } from './room.ts';
import type { RoomDeps } from './room-deps.ts';
import { allRooms, insertRoom, type RoomRow } from './room.queries.ts';

/** The room every desk begins with. */
export const FIRST_ROOM_ID = RoomId.parse('main');

/** All rooms of the store, side by side. */
export class Rooms {
  readonly #deps: Omit<RoomDeps, 'roomId'>;
  readonly #open = new Map<RoomId, Room>();

  constructor(deps: Omit<RoomDeps, 'roomId'>) {
    this.#deps = deps;
  }

  /** Opens every stored room; the first start makes one, and only it asks for the zone. */
  start(first: { timeZone(): string }): void {
    const { db, committer, ports } = this.#deps;
    if (allRooms(db).length === 0) {
      const createdTs = ports.clock.wallNow();
      const timeZone = first.timeZone();
      const row = { roomId: FIRST_ROOM_ID, name: '', currency: 'CNY', timeZone, createdTs };
      committer.runNow(() => insertRoom(db, row));
    }
    this.openNew();
  }

  openNew(): void {
    for (const { roomId } of allRooms(this.#deps.db)) {
      if (this.#open.has(roomId)) continue;
      const room = new Room({ ...this.#deps, roomId });
      this.#open.set(roomId, room);
      room.start();
    }
  }

  find(roomId: RoomId): Room | undefined {
    return this.#open.get(roomId);
  }

  /** Where a desk begins: the first room, or the oldest where a store has none of that name. */
  deskRoomId(): RoomId {
    const rows = this.list();
    const isThere = rows.some(({ roomId }) => roomId === FIRST_ROOM_ID);
    return (isThere ? undefined : rows[0]?.roomId) ?? FIRST_ROOM_ID;
  }

  list(): readonly RoomRow[] {
    return allRooms(this.#deps.db);
  }

  /** The live show that is on air or paused in any room; null when none is. */
  liveShowOnAir(): Show | null {
    for (const room of this.#open.values()) {
      const show = room.show();
      if (show?.origin !== 'live') continue;
      if (show.state === 'on_air' || show.state === 'paused') return show;
    }
    return null;
  }

  create(input: CommandInput<'room.create'>): Result<Record<string, never>> {
    const { db, ports } = this.#deps;
    if (this.list().some((row) => row.roomId === input.roomId)) {
      return fail('room_exists', { roomId: input.roomId });
    }
    insertRoom(db, { ...input, createdTs: ports.clock.wallNow() });
    return ok({});
  }

  /** The machine slept, or this process was held. */
  afterPause(pause: Pause): void {
    for (const room of this.#open.values()) afterPause(room, pause);
  }

  changed(slice: SliceName): void {
    for (const room of this.#open.values()) room.changed(slice);
  }

  /** Local keys of people that are held in memory are read anew. */
  forgetPeople(): void {
    for (const room of this.#open.values()) room.ingest.forgetPeople();
  }

  /** Every screen drops what it shows of the person, and questions are counted without them. */
  erased(person: PersonToErase): void {
    for (const room of this.#open.values()) {
      room.broadcast.erased(person);
      room.cues.reload();
      room.questions.reload();
      room.acts.erased(person);
    }
  }

  async close(): Promise<void> {
    for (const room of this.#open.values()) await room.close();
    this.#open.clear();
  }
}
