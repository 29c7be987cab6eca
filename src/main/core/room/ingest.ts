import type { AppError } from '#shared/contract/app-error.ts';
import type { DeskEvent } from '#shared/contract/desk-event.ts';
import type { FeedEvent, RoomEvent } from '#shared/contract/room-event.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { RoomId, ShowId } from '#shared/model/ids.ts';
import { NO_GIFT, type GiftDelta } from '#shared/rules/live-metrics.ts';
import type { Database } from '../database/database.ts';
import { PersonKeys } from '../people/person-keys.ts';
import type { CommitParticipant } from './committer.ts';
import { bodyOf, textOf } from './event-row.ts';
import { EventWriter } from './event-writer.ts';
import { growStreak } from './gift-streak.rules.ts';
import {
  isLiveShow,
  sourceRoomKey,
  startStreak,
  streakOf,
  updateStreak,
  type Streak,
} from './ingest.queries.ts';
import { MinuteRollups } from './minute-rollups.ts';

/** Events kept in memory while the store cannot take them; beyond it they are counted and dropped. */
const MAX_PENDING = 100_000;
const MINUTE_MS = 60_000;

export type PendingEvent = {
  readonly event: FeedEvent;
  readonly showId: ShowId;
  readonly sourceId: number;
  readonly eventTs: number;
};

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

type SourceRoom = {
  readonly sourceId: number;
  readonly platform: string;
  readonly platformRoomId: string;
  readonly id: number;
};

/** One room's way into the log: waits for the group commit, drops what is there already, rolls up. */
export class Ingest implements CommitParticipant {
  readonly #db: Database;
  readonly #roomId: RoomId;
  readonly #listener: IngestListener;
  readonly #writer: EventWriter;
  readonly #people: PersonKeys;
  readonly #rollups: MinuteRollups;
  readonly #sourceRooms = new Map<string, number>();
  #lastRoom: SourceRoom | null = null;
  readonly #liveShows = new Map<number, boolean>();
  #pending: PendingEvent[] = [];
  #written: CommittedEvent[] = [];
  #writtenCount = 0;
  #oldestReceivedTs: number | null = null;
  /** Of the transaction under way; it counts only when that is on disk. */
  #batch = { stored: 0, duplicates: 0 };
  #stored = 0;
  #duplicates = 0;
  #dropped = 0;
  #lastWrittenSeq = 0;

  constructor(db: Database, roomId: RoomId, listener: IngestListener) {
    this.#db = db;
    this.#roomId = roomId;
    this.#listener = listener;
    this.#writer = new EventWriter(db.raw);
    this.#people = new PersonKeys(db);
    this.#rollups = new MinuteRollups(db);
  }

  /** Takes events for the next commit. Returns how many did not fit and were dropped. */
  enqueue(events: readonly PendingEvent[]): number {
    const room = MAX_PENDING - this.#pending.length;
    const taken = events.length <= room ? events : events.slice(0, Math.max(0, room));
    for (const event of taken) this.#pending.push(event);
    const dropped = events.length - taken.length;
    this.#dropped += dropped;
    return dropped;
  }

  /** Writes a fact of the desk at once; only inside the committer's transaction. */
  writeFact(event: DeskEvent, showId: ShowId, eventTs: number): number {
    const seq = this.#writer.insert(event, { showId, sourceRoomId: null, personId: null, eventTs });
    if (seq === null) throw new Error(`fact ${event.kind} was stored before`);
    const stored = { ...event, seq, roomId: this.#roomId, showId, eventTs };
    this.#written.push({ event: stored, sourceId: 0, gift: NO_GIFT });
    return seq;
  }

  hasPending(): boolean {
    return this.#pending.length > 0;
  }

  writePending(): void {
    if (this.#pending.length === this.#writtenCount) return;
    for (let index = this.#writtenCount; index < this.#pending.length; index += 1) {
      const pending = this.#pending[index];
      if (pending !== undefined) this.#writeOne(pending);
    }
    this.#writtenCount = this.#pending.length;
    this.#rollups.write();
  }

  afterCommit(): void {
    const written = this.#written;
    this.#pending = this.#pending.slice(this.#writtenCount);
    this.#written = [];
    this.#writtenCount = 0;
    this.#stored += this.#batch.stored;
    this.#duplicates += this.#batch.duplicates;
    this.#batch = { stored: 0, duplicates: 0 };
    const oldest = this.#oldestReceivedTs;
    this.#oldestReceivedTs = null;
    if (written.length > 0) this.#listener.onCommitted(written, oldest);
  }

  afterRollback(error: AppError): void {
    this.#written = [];
    this.#writtenCount = 0;
    this.#oldestReceivedTs = null;
    this.#batch = { stored: 0, duplicates: 0 };
    this.#people.clear();
    this.#rollups.reset();
    this.#sourceRooms.clear();
    this.#lastRoom = null;
    this.#liveShows.clear();
    this.#listener.onRolledBack(error);
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

  #writeOne(pending: PendingEvent): void {
    const { event, showId, sourceId, eventTs } = pending;
    const sourceRoomId = this.#sourceRoom(sourceId, event.platform, event.platformRoomId ?? '');
    if (event.kind === 'gift' && event.comboId !== null && event.comboCount !== null) {
      const held = streakOf(this.#db, showId, sourceRoomId, event.comboId);
      if (held !== undefined) {
        this.#growStreak(pending, event, sourceRoomId, held);
        return;
      }
    }
    const key = { showId, sourceRoomId, minute: Math.floor(eventTs / MINUTE_MS) };
    const personId = this.#people.keyOf(event.platform, event.actor, eventTs, this.#isLive(showId));
    this.#rollups.prepare(event, key);
    const seq = this.#writer.insert(event, { showId, sourceRoomId, personId, eventTs });
    if (seq === null) {
      this.#batch.duplicates += 1;
      return;
    }
    let gift = NO_GIFT;
    if (event.kind === 'gift') {
      gift = { count: event.count, quantity: event.value?.quantity ?? 0, isNew: true };
      if (event.comboId !== null && event.comboCount !== null) {
        startStreak(this.#db, showId, sourceRoomId, event.comboId, seq, event.comboCount);
      }
    }
    this.#rollups.add(event, key, eventTs, personId, gift);
    this.#commitLater(pending, seq, gift, event.receivedTs);
  }

  /** Counted in the minute of the streak's row, like everything else that the row holds. */
  #growStreak(
    pending: PendingEvent,
    event: Extract<FeedEvent, { kind: 'gift' }>,
    sourceRoomId: number,
    held: Streak,
  ): void {
    const grown = growStreak(event, held);
    if (grown === null || event.comboId === null || event.comboCount === null) {
      this.#batch.duplicates += 1;
      return;
    }
    const { whole, gift } = grown;
    const { showId } = pending;
    const { seq, eventTs } = held;
    updateStreak(
      this.#db,
      { showId, sourceRoomId, comboId: event.comboId, count: event.comboCount },
      { seq, text: textOf(whole), body: bodyOf(whole) },
    );
    const key = { showId, sourceRoomId, minute: Math.floor(eventTs / MINUTE_MS) };
    this.#rollups.add(whole, key, eventTs, null, gift);
    this.#commitLater({ ...pending, event: whole, eventTs }, seq, gift, event.receivedTs);
  }

  #commitLater(pending: PendingEvent, seq: number, gift: GiftDelta, receivedTs: number): void {
    const { event, showId, sourceId, eventTs } = pending;
    this.#batch.stored += 1;
    this.#lastWrittenSeq = Math.max(this.#lastWrittenSeq, seq);
    this.#written.push({
      event: { ...event, seq, roomId: this.#roomId, showId, eventTs },
      sourceId,
      gift,
    });
    if (this.#oldestReceivedTs === null || receivedTs < this.#oldestReceivedTs) {
      this.#oldestReceivedTs = receivedTs;
    }
  }

  /** A show's origin never changes. */
  #isLive(showId: number): boolean {
    let isLive = this.#liveShows.get(showId);
    if (isLive === undefined) {
      isLive = isLiveShow(this.#db, showId);
      this.#liveShows.set(showId, isLive);
    }
    return isLive;
  }

  #sourceRoom(sourceId: number, platform: string, platformRoomId: string): number {
    // Events come in runs from one room: most are answered without joining the name.
    const last = this.#lastRoom;
    if (
      last !== null &&
      last.sourceId === sourceId &&
      last.platform === platform &&
      last.platformRoomId === platformRoomId
    ) {
      return last.id;
    }
    const name = `${sourceId}|${platform}|${platformRoomId}`;
    const id =
      this.#sourceRooms.get(name) ?? sourceRoomKey(this.#db, sourceId, platform, platformRoomId);
    this.#sourceRooms.set(name, id);
    this.#lastRoom = { sourceId, platform, platformRoomId, id };
    return id;
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
  EVENT_KIND_CODES.order,
];
