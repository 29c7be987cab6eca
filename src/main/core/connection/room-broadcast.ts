import type { RoomEvent } from '#shared/contract/room-event.ts';
import { COUNTED_ONLY_KINDS } from '#shared/contract/event-kinds.ts';
import {
  SLICES_OF_ROLE,
  type RoomSlices,
  type RoomSnapshot,
  type SliceName,
} from '#shared/contract/room-snapshot.ts';
import type { PersonToErase } from '#shared/model/erasure.ts';
import type { Mark, SeriesPoint } from '#shared/model/metrics.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { Connection } from './connection.ts';

/** A screen this far behind gets no more batches until it asks for a new snapshot. */
const MAX_BACKLOG_BYTES = 4 * 1024 * 1024;

export type SliceReader = <N extends SliceName>(name: N) => RoomSlices[N];

/** One function for all slices out of one for each. */
export function sliceReader(parts: {
  readonly [N in SliceName]: () => RoomSlices[N];
}): SliceReader {
  return (name) => parts[name]();
}

type Listener = {
  readonly connection: Connection;
  readonly role: ScreenRole;
  /** `seq` of the last frame it was sent. */
  seq: number;
};

/**
 * What was committed goes out once for each turn of the event loop: every screen gets the events
 * and slices its role may see, chained by sequence numbers so that a missed frame is noticed.
 */
export class RoomBroadcast {
  readonly #read: SliceReader;
  readonly #listeners = new Map<Connection, Listener>();
  #seq: number;
  #events: RoomEvent[] = [];
  #marks: Mark[] = [];
  #series: readonly SeriesPoint[] = [];
  #erased: PersonToErase[] = [];
  readonly #dirty = new Set<SliceName>();
  #isFlushPlanned = false;

  constructor(read: SliceReader, seq: number) {
    this.#read = read;
    this.#seq = seq;
  }

  seq(): number {
    return this.#seq;
  }

  changed(slice: SliceName): void {
    this.#dirty.add(slice);
    this.#planFlush();
  }

  /** Committed events in order of their seq. */
  committed(events: readonly RoomEvent[], marks: readonly Mark[]): void {
    for (const event of events) {
      this.#seq = Math.max(this.#seq, event.seq);
      if (!COUNTED_ONLY_KINDS.has(event.kind)) this.#events.push(event);
    }
    this.#marks.push(...marks);
    this.#planFlush();
  }

  series(points: readonly SeriesPoint[]): void {
    if (points.length === 0) return;
    this.#series = [...this.#series, ...points];
    this.#planFlush();
  }

  /** Screens drop what they show of the person, what waits to be sent included. */
  erased(person: PersonToErase): void {
    this.#erased.push(person);
    this.flush();
  }

  /** Sends the snapshot and from then on every batch. */
  add(connection: Connection, role: ScreenRole, snapshot: () => RoomSnapshot): void {
    // What waits is in the snapshot: the others get it first, so that all are at the same seq.
    this.flush();
    connection.send({ type: 'snapshot', snapshot: snapshot() });
    this.#listeners.set(connection, { connection, role, seq: this.#seq });
  }

  remove(connection: Connection): void {
    this.#listeners.delete(connection);
  }

  roles(): readonly ScreenRole[] {
    return [...this.#listeners.values()].map((listener) => listener.role);
  }

  /** Every screen begins anew (another show). */
  restart(snapshot: (role: ScreenRole) => RoomSnapshot): void {
    this.flush();
    for (const listener of this.#listeners.values()) {
      listener.seq = this.#seq;
      listener.connection.send({ type: 'snapshot', snapshot: snapshot(listener.role) });
    }
  }

  /** The room ends: its screens try again elsewhere or later. */
  closeAll(): void {
    for (const { connection } of this.#listeners.values()) connection.close();
    this.#listeners.clear();
  }

  slicesFor(role: ScreenRole, names: ReadonlySet<SliceName> | null): Partial<RoomSlices> {
    const slices: Partial<RoomSlices> = {};
    for (const name of SLICES_OF_ROLE[role]) {
      if (names === null || names.has(name)) Object.assign(slices, { [name]: this.#read(name) });
    }
    return slices;
  }

  flush(): void {
    this.#isFlushPlanned = false;
    const events = this.#events;
    const marks = this.#marks;
    const series = this.#series;
    const erased = this.#erased;
    const dirty = new Set(this.#dirty);
    this.#events = [];
    this.#marks = [];
    this.#series = [];
    this.#erased = [];
    this.#dirty.clear();
    const news = events.length + marks.length + series.length + erased.length + dirty.size;
    if (news === 0) return;
    const slicesByRole = new Map<ScreenRole, Partial<RoomSlices>>();
    for (const listener of this.#listeners.values()) {
      if (listener.connection.backlog() > MAX_BACKLOG_BYTES) continue;
      const { role } = listener;
      const slices = slicesByRole.get(role) ?? this.slicesFor(role, dirty);
      slicesByRole.set(role, slices);
      const seesEvents = role === 'desk' || role === 'team' || role === 'cli';
      if (!seesEvents && Object.keys(slices).length === 0) continue;
      const batch = {
        afterSeq: listener.seq,
        seq: this.#seq,
        events: seesEvents ? events : [],
        slices,
        series: seesEvents ? [...series] : [],
        marks: seesEvents ? marks : [],
        erased: seesEvents ? erased : [],
      };
      listener.seq = this.#seq;
      listener.connection.send({ type: 'batch', batch });
    }
  }

  #planFlush(): void {
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    // After the running commit or command has answered, never in the middle of it.
    setImmediate(() => this.flush());
  }
}
