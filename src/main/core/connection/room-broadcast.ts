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
import { ROLE_LIMITS } from '../screens/role-limits.ts';
import type { Connection } from './connection.ts';

/** Undefined: not read yet, and told when it is. */
export type SliceReader = <N extends SliceName>(name: N) => RoomSlices[N] | undefined;

/** One function for all slices out of one for each. */
export function sliceReader(parts: {
  readonly [N in SliceName]: () => RoomSlices[N];
}): SliceReader {
  return (name) => parts[name]();
}

type Listener = {
  readonly connection: Connection;
  readonly role: ScreenRole;
  readonly snapshot: () => RoomSnapshot;
  /** `seq` of the last frame it was sent. */
  seq: number;
  /** Slices that changed while it took nothing: sent once, as they are by then. */
  readonly missed: Set<SliceName>;
  /** Events were left out as well: only a snapshot brings it up to date. */
  needsSnapshot: boolean;
  /** People whose lines must go from the screen, once it reads again. */
  readonly erased: PersonToErase[];
};

/** What one flush carries. */
type Pending = {
  readonly events: RoomEvent[];
  readonly marks: Mark[];
  readonly series: readonly SeriesPoint[];
  readonly erased: PersonToErase[];
  readonly dirty: ReadonlySet<SliceName>;
};

/**
 * Events in one frame. The JSON of more, where a letter takes two bytes, is beyond what V8 allots in
 * its young space: each such text is a mapping of its own, at four times the cost of an event.
 */
export const FRAME_EVENTS = 64;
/** What the one slice of assistants is made of. */
const SEEN_BY_ASSISTANTS: ReadonlySet<SliceName> = new Set(['show', 'shelf', 'blocks', 'team']);
const NO_NEWS = { slices: {}, series: [], marks: [], erased: [] };

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
  readonly #later: (run: () => void) => void;
  #isFlushPlanned = false;
  #isLookPlanned = false;

  /** `later` runs something once, after a moment: screens that are behind are looked at again. */
  constructor(read: SliceReader, seq: number, later: (run: () => void) => void) {
    this.#read = read;
    this.#seq = seq;
    this.#later = later;
  }

  seq(): number {
    return this.#seq;
  }

  changed(slice: SliceName): void {
    this.#dirty.add(slice);
    if (SEEN_BY_ASSISTANTS.has(slice)) this.#dirty.add('assist');
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
    const missed = new Set<SliceName>();
    const held = { missed, needsSnapshot: false, erased: [] };
    this.#listeners.set(connection, { connection, role, snapshot, seq: this.#seq, ...held });
  }

  remove(connection: Connection): void {
    this.#listeners.delete(connection);
  }

  roles(): readonly ScreenRole[] {
    return [...this.#listeners.values()].map((listener) => listener.role);
  }

  /** Every screen begins anew (another show). */
  restart(): void {
    this.flush();
    for (const listener of this.#listeners.values()) {
      listener.needsSnapshot = true;
      this.#bringUpToDate(listener, null);
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
      if (names !== null && !names.has(name)) continue;
      const slice = this.#read(name);
      if (slice !== undefined) Object.assign(slices, { [name]: slice });
    }
    return slices;
  }

  flush(): void {
    this.#isFlushPlanned = false;
    const pending: Pending = {
      events: this.#events,
      marks: this.#marks,
      series: this.#series,
      erased: this.#erased,
      dirty: new Set(this.#dirty),
    };
    this.#events = [];
    this.#marks = [];
    this.#series = [];
    this.#erased = [];
    this.#dirty.clear();
    const { dirty } = pending;
    const isEmpty = newsOf(pending) + dirty.size === 0;
    const ofRole = new Map<ScreenRole, Partial<RoomSlices>>();
    for (const listener of this.#listeners.values()) {
      if (isBehind(listener)) this.#holdBack(listener, pending);
      else if (isOwed(listener)) this.#bringUpToDate(listener, pending);
      else if (!isEmpty) this.#sendBatch(listener, pending, ofRole);
    }
  }

  #sendBatch(
    listener: Listener,
    pending: Pending,
    ofRole: Map<ScreenRole, Partial<RoomSlices>>,
  ): void {
    const { role } = listener;
    const slices = ofRole.get(role) ?? this.slicesFor(role, pending.dirty);
    ofRole.set(role, slices);
    const isSeen = seesEvents(role);
    if (!isSeen && Object.keys(slices).length === 0) return;
    const rest = isSeen ? sendAhead(listener, pending.events) : [];
    const batch = {
      afterSeq: listener.seq,
      seq: this.#seq,
      events: rest,
      slices,
      series: isSeen ? [...pending.series] : [],
      marks: isSeen ? pending.marks : [],
      erased: isSeen ? pending.erased : [],
    };
    listener.seq = this.#seq;
    listener.connection.send({ type: 'batch', batch });
  }

  /** A screen that takes nothing just now: what it misses is noted, not queued. */
  #holdBack(listener: Listener, pending: Pending): void {
    for (const name of pending.dirty) listener.missed.add(name);
    if (newsOf(pending) > 0 && seesEvents(listener.role)) {
      listener.needsSnapshot = true;
      listener.erased.push(...pending.erased);
    }
    this.#lookLater();
  }

  /** All that was missed, as it is now: one batch, or a snapshot where events were among it. */
  #bringUpToDate(listener: Listener, pending: Pending | null): void {
    if (isBehind(listener)) return this.#lookLater();
    const { role, missed, snapshot, connection } = listener;
    const erased = [...listener.erased, ...(pending?.erased ?? [])];
    const names = new Set([...missed, ...(pending?.dirty ?? [])]);
    const isWhole = listener.needsSnapshot || seesEvents(role);
    missed.clear();
    listener.erased.length = 0;
    listener.needsSnapshot = false;
    if (isWhole) {
      listener.seq = this.#seq;
      connection.send({ type: 'snapshot', snapshot: snapshot() });
    }
    const batch = {
      afterSeq: listener.seq,
      seq: this.#seq,
      events: [],
      slices: isWhole ? {} : this.slicesFor(role, names),
      series: [],
      marks: [],
      // A snapshot does not take back what the screen shows already.
      erased: seesEvents(role) ? erased : [],
    };
    if (Object.keys(batch.slices).length + batch.erased.length === 0) return;
    listener.seq = this.#seq;
    connection.send({ type: 'batch', batch });
  }

  #lookLater(): void {
    if (this.#isLookPlanned) return;
    this.#isLookPlanned = true;
    this.#later(() => {
      this.#isLookPlanned = false;
      this.flush();
    });
  }

  #planFlush(): void {
    if (this.#isFlushPlanned) return;
    this.#isFlushPlanned = true;
    // After the running commit or command has answered, never in the middle of it.
    setImmediate(() => this.flush());
  }
}

function seesEvents(role: ScreenRole): boolean {
  return role === 'desk' || role === 'team' || role === 'cli';
}

/** What can go before the last frame of a flush goes in frames of its own; returns what is left. */
function sendAhead(listener: Listener, events: RoomEvent[]): RoomEvent[] {
  if (events.length <= FRAME_EVENTS) return events;
  let from = 0;
  for (; events.length - from > FRAME_EVENTS; from += FRAME_EVENTS) {
    const part = events.slice(from, from + FRAME_EVENTS);
    const afterSeq = listener.seq;
    // A gift streak that grew has its old seq: the chain only ever goes on.
    listener.seq = part.reduce((most, { seq }) => Math.max(most, seq), afterSeq);
    const batch = { ...NO_NEWS, afterSeq, seq: listener.seq, events: part };
    listener.connection.send({ type: 'batch', batch });
  }
  return events.slice(from);
}

function newsOf({ events, marks, series, erased }: Pending): number {
  return events.length + marks.length + series.length + erased.length;
}

/** More waits for this screen than it should be sent on top of. */
function isBehind({ connection, role }: Listener): boolean {
  return connection.backlog() > ROLE_LIMITS[role].heldBackBytes;
}

/** Something was held back from it. */
function isOwed({ missed, needsSnapshot }: Listener): boolean {
  return needsSnapshot || missed.size > 0;
}
