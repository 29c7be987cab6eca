import type { AppError } from '#shared/contract/app-error.ts';
import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import { NO_GIFT, type GiftDelta } from '#shared/rules/live-metrics.ts';
import type { Database } from '../database/database.ts';
import { BatchWriter, type StoredEvent } from './batch-writer.ts';
import type { CommitParticipant } from './committer.ts';
import { bodyOf, textOf } from './event-row.ts';
import { EventWriter } from './event-writer.ts';
import type { PendingEvent } from './pending-event.ts';

/** Events kept in memory while the store cannot take them; beyond it they are counted and dropped. */
export const MAX_PENDING = 100_000;
/** Room above that for changes of the links themselves, without which no outage could be told. */
const LINK_PLACES = 1_000;

/** An event that is on disk, with what its room needs to count it. */
export type CommittedEvent = {
  readonly event: RoomEvent;
  /** 0 for facts of the desk. */
  readonly sourceId: number;
  readonly gift: GiftDelta;
};

export type IngestListener = {
  onCommitted(events: readonly CommittedEvent[], oldestReceivedTs: number | null): void;
  onRolledBack(error: AppError): void;
};

/** One room's way into the log: waits for the group commit, drops what is there already, rolls up. */
export class Ingest implements CommitParticipant {
  readonly #roomId: RoomId;
  readonly #listener: IngestListener;
  readonly #writer: EventWriter;
  readonly #batches: BatchWriter;
  #pending: PendingEvent[] = [];
  #written: CommittedEvent[] = [];
  #writtenCount = 0;
  /** Events that waited when the transaction began; null outside of one. */
  #waitedBefore: number | null = null;
  #oldestReceivedTs: number | null = null;
  /** Of the transaction under way; it counts only when that is on disk. */
  #batch = { stored: 0, duplicates: 0 };
  #stored = 0;
  #duplicates = 0;
  #dropped = 0;
  #lastWrittenSeq = 0;

  constructor(db: Database, roomId: RoomId, listener: IngestListener) {
    this.#roomId = roomId;
    this.#listener = listener;
    this.#writer = new EventWriter(db.raw);
    this.#batches = new BatchWriter(db, this.#writer);
  }

  /** Takes events for the next commit. Returns how many did not fit and were dropped. */
  enqueue(events: readonly PendingEvent[]): number {
    return this.#take(events, MAX_PENDING);
  }

  /** A change of a source's link: taken also when the queue of events is full. */
  enqueueLink(event: PendingEvent): void {
    this.#take([event], MAX_PENDING + LINK_PLACES);
  }

  /** Whether so many events fit in now. */
  hasPlacesFor(events: number): boolean {
    return this.#pending.length + events <= MAX_PENDING;
  }

  #take(events: readonly PendingEvent[], limit: number): number {
    const room = limit - this.#pending.length;
    const taken = events.length <= room ? events : events.slice(0, Math.max(0, room));
    for (const event of taken) this.#pending.push(event);
    const dropped = events.length - taken.length;
    this.#dropped += dropped;
    return dropped;
  }

  /** Writes a fact of the desk at once; only inside the committer's transaction. */
  writeFact(event: DeskEvent, showId: ShowId, eventTs: number): number {
    const row = { showId, sourceRoomId: null, personId: null, eventTs };
    const seq = this.#writer.insert(event, { ...row, text: textOf(event), body: bodyOf(event) });
    if (seq === null) throw new Error(`fact ${event.kind} was stored before`);
    this.#writer.forgetFigures(showId);
    const stored = { ...event, seq, roomId: this.#roomId, showId, eventTs };
    this.#written.push({ event: stored, sourceId: 0, gift: NO_GIFT });
    return seq;
  }

  hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Events that wait for their commit. */
  waiting(): number {
    return this.#pending.length;
  }

  writePending(): void {
    this.#waitedBefore ??= this.#pending.length;
    if (this.#pending.length === this.#writtenCount) return;
    const batch =
      this.#writtenCount === 0 ? this.#pending : this.#pending.slice(this.#writtenCount);
    const stored = this.#batches.write(batch);
    batch.forEach((pending, index) => this.#note(pending, stored[index] ?? null));
    this.#writtenCount = this.#pending.length;
  }

  afterCommit(): void {
    const written = this.#written;
    this.#pending = this.#pending.slice(this.#writtenCount);
    this.#written = [];
    this.#writtenCount = 0;
    this.#waitedBefore = null;
    this.#stored += this.#batch.stored;
    this.#duplicates += this.#batch.duplicates;
    this.#batch = { stored: 0, duplicates: 0 };
    const oldest = this.#oldestReceivedTs;
    this.#oldestReceivedTs = null;
    if (written.length > 0) this.#listener.onCommitted(written, oldest);
  }

  afterRollback(error: AppError): void {
    // What the refused work itself brought is refused with it; its sender keeps it.
    this.#pending.length = this.#waitedBefore ?? this.#pending.length;
    this.#waitedBefore = null;
    this.#written = [];
    this.#writtenCount = 0;
    this.#oldestReceivedTs = null;
    this.#batch = { stored: 0, duplicates: 0 };
    this.#batches.reset();
    this.#listener.onRolledBack(error);
  }

  /** Keys of people that are held may have become another's. */
  forgetPeople(): void {
    this.#batches.reset();
  }

  /** Of the transaction that runs: what it adds once it is committed. */
  batchCounts(): { readonly stored: number; readonly duplicates: number } {
    return { ...this.#batch };
  }

  /** Since start: on disk, dropped as seen before, dropped for want of room. */
  counts(): { readonly stored: number; readonly duplicates: number; readonly dropped: number } {
    return { stored: this.#stored, duplicates: this.#duplicates, dropped: this.#dropped };
  }

  /** Position of the last event this room wrote, 0 before the first. */
  lastWrittenSeq(): number {
    return this.#lastWrittenSeq;
  }

  /** Kept until it is on disk; then the room hears of it. */
  #note({ event: sent, showId, sourceId }: PendingEvent, stored: StoredEvent | null): void {
    if (stored === null) {
      this.#batch.duplicates += 1;
      return;
    }
    const { event, seq, eventTs, gift } = stored;
    this.#batch.stored += 1;
    this.#lastWrittenSeq = Math.max(this.#lastWrittenSeq, seq);
    this.#written.push({
      event: { ...event, seq, roomId: this.#roomId, showId, eventTs },
      sourceId,
      gift,
    });
    if (this.#oldestReceivedTs === null || sent.receivedTs < this.#oldestReceivedTs) {
      this.#oldestReceivedTs = sent.receivedTs;
    }
  }
}

/** Kinds whose rows the chat list shows; the newest of them come with a snapshot. */
export const CHAT_LIKE_CODES: readonly number[] = [
  EVENT_KIND_CODES.chat,
  EVENT_KIND_CODES.gift,
  EVENT_KIND_CODES.paid_message,
  EVENT_KIND_CODES.membership,
  EVENT_KIND_CODES.follow,
  EVENT_KIND_CODES.raid,
  EVENT_KIND_CODES.reward,
  EVENT_KIND_CODES.notice,
  EVENT_KIND_CODES.moderation,
  EVENT_KIND_CODES['chat.deleted'],
  EVENT_KIND_CODES['chat.pinned'],
  EVENT_KIND_CODES.order,
];
