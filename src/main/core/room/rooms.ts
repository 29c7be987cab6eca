import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { FIRST_ROOM_ID, type RoomId } from '#shared/model/ids.ts';
import type { RoomEntry } from '#shared/model/room.ts';
import type { Show } from '#shared/model/show.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import type { RoomSlices, SliceName } from '#shared/contract/room-snapshot.ts';
import { afterPause } from './after-pause.ts';
import type { Pause } from './pause-watch.ts';
import { Room } from './room.ts';
import type { RoomDeps } from './room-deps.ts';
import { allRooms, insertRoom, renameRoom, type RoomRow } from './room.queries.ts';

/** All rooms of the store, side by side. */
export class Rooms {
  readonly #deps: Omit<RoomDeps, 'roomId'>;
  readonly #open = new Map<RoomId, Room>();
  /** What desks were last told of all rooms. */
  #told = '';

  constructor(deps: Omit<RoomDeps, 'roomId' | 'rooms' | 'showChanged'>) {
    this.#deps = {
      ...deps,
      rooms: () => this.slice(),
      showChanged: () => this.tellOfRooms(),
    };
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
    this.tellOfRooms();
  }

  /** Every desk is told when a room is new, has another name, or runs another show than before. */
  tellOfRooms(): void {
    const now = JSON.stringify(this.slice());
    if (now === this.#told) return;
    this.#told = now;
    this.changed('rooms');
  }

  slice(): RoomSlices['rooms'] {
    return { rooms: this.list().map((row) => ({ ...row, show: this.#showOf(row.roomId) })) };
  }

  /** Two rooms of one name cannot be told apart, and a key may go to either. */
  #isTaken(name: string, roomId: RoomId): boolean {
    return this.list().some(
      (row) => row.roomId !== roomId && row.name.toLowerCase() === name.toLowerCase(),
    );
  }

  #showOf(roomId: RoomId): RoomEntry['show'] {
    const show = this.#open.get(roomId)?.show() ?? null;
    return show && { title: show.title, origin: show.origin, state: show.state };
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
    if (this.#isTaken(input.name, input.roomId)) {
      return fail('room_name_taken', { name: input.name });
    }
    insertRoom(db, { ...input, createdTs: ports.clock.wallNow() });
    return ok({});
  }

  rename({ roomId, name }: CommandInput<'room.rename'>): Result<Record<string, never>> {
    if (this.#isTaken(name, roomId)) return fail('room_name_taken', { name });
    if (!renameRoom(this.#deps.db, roomId, name)) return fail('unknown_room', { roomId });
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
