import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import { NO_GIFT, type GiftDelta } from '#shared/rules/live-metrics.ts';
import type { Database } from '../database/database.ts';
import { bodyOf, textOf } from './event-row.ts';
import type { EventWriter } from './event-writer.ts';
import { growStreak } from './gift-streak.rules.ts';
import { startStreak, streakOf, updateStreak, type Streak } from './ingest.queries.ts';
import { LocalKeys } from './local-keys.ts';
import { MinuteRollups, type MinuteKey } from './minute-rollups.ts';
import type { PendingEvent } from './pending-event.ts';

const MINUTE_MS = 60_000;

/** An event as its row holds it now. */
export type StoredEvent = {
  readonly event: FeedEvent;
  readonly seq: number;
  readonly eventTs: number;
  readonly gift: GiftDelta;
};

/** A pending event with everything its row needs. */
type Row = {
  readonly pending: PendingEvent;
  readonly key: MinuteKey;
  readonly personId: number | null;
  readonly text: string | null;
  readonly body: string;
};

/**
 * Stores a batch of events with its roll-ups. In passes over the whole batch and not event by
 * event: each kind of statement then finds its pages in the processor's cache, which makes the
 * whole about a tenth faster.
 */
export class BatchWriter {
  readonly #db: Database;
  readonly #keys: LocalKeys;
  readonly #writer: EventWriter;
  readonly #rollups: MinuteRollups;
  #lastKey: MinuteKey = { showId: 0, sourceRoomId: 0, minute: 0 };

  constructor(db: Database, writer: EventWriter) {
    this.#db = db;
    this.#keys = new LocalKeys(db);
    this.#writer = writer;
    this.#rollups = new MinuteRollups(db);
  }

  /** In the order given; null for an event that was stored before. Only inside a transaction. */
  write(batch: readonly PendingEvent[]): readonly (StoredEvent | null)[] {
    const bodies = batch.map(({ event }) => bodyOf(event));
    const rows = batch.map((pending, index) => this.#place(pending, bodies[index] ?? ''));
    const stored = rows.map((row) => this.#store(row));
    rows.forEach(({ key, personId }, index) => {
      const outcome = stored[index] ?? null;
      if (outcome !== null) this.#count(outcome, key, personId);
    });
    this.#rollups.write();
    for (const showId of new Set(batch.map((pending) => pending.showId))) {
      this.#writer.forgetFigures(showId);
    }
    return stored;
  }

  /** After a rolled-back transaction: nothing that is held is to be trusted. */
  reset(): void {
    this.#keys.clear();
    this.#rollups.reset();
  }

  #place(pending: PendingEvent, body: string): Row {
    const { event, showId, eventTs } = pending;
    const key = this.#keyOf(showId, this.#keys.sourceRoomOf(pending), eventTs);
    // Before any row of the batch is there: who chatted in this minute so far.
    this.#rollups.prepare(event, key);
    return { pending, key, personId: this.#keys.personOf(pending), text: textOf(event), body };
  }

  #store(row: Row): StoredEvent | null {
    const { event, showId } = row.pending;
    const { sourceRoomId } = row.key;
    if (event.kind !== 'gift') return this.#insert(row, NO_GIFT);
    const { comboId, comboCount } = event;
    const isStreak = comboId !== null && comboCount !== null;
    const held = isStreak ? streakOf(this.#db, showId, sourceRoomId, comboId) : undefined;
    if (held !== undefined) return this.#grow(event, row.key, held);
    const gift = { count: event.count, quantity: event.value?.quantity ?? 0, isNew: true };
    const stored = this.#insert(row, gift);
    if (stored === null || !isStreak) return stored;
    startStreak(this.#db, showId, sourceRoomId, comboId, stored.seq, comboCount);
    return stored;
  }

  #insert({ pending, key, personId, text, body }: Row, gift: GiftDelta): StoredEvent | null {
    const { event, showId, eventTs } = pending;
    const { sourceRoomId } = key;
    const seq = this.#writer.insert(event, { showId, sourceRoomId, personId, eventTs, text, body });
    return seq === null ? null : { event, seq, eventTs, gift };
  }

  #grow(event: FeedEventOf<'gift'>, key: MinuteKey, held: Streak): StoredEvent | null {
    const grown = growStreak(event, held);
    if (grown === null || event.comboId === null || event.comboCount === null) return null;
    const { whole, gift } = grown;
    const { showId, sourceRoomId } = key;
    const { seq, eventTs } = held;
    updateStreak(
      this.#db,
      { showId, sourceRoomId, comboId: event.comboId, count: event.comboCount },
      { seq, text: textOf(whole), body: bodyOf(whole) },
    );
    return { event: whole, seq, eventTs, gift };
  }

  /** In the minute of its row: a streak that grew counts where it began. */
  #count({ event, eventTs, gift }: StoredEvent, key: MinuteKey, personId: number | null): void {
    const own = gift.isNew ? key : this.#keyOf(key.showId, key.sourceRoomId, eventTs);
    this.#rollups.add(event, own, eventTs, personId, gift);
  }

  /** Events come minute by minute: most share the key of the one before. */
  #keyOf(showId: number, sourceRoomId: number, eventTs: number): MinuteKey {
    const minute = Math.floor(eventTs / MINUTE_MS);
    const last = this.#lastKey;
    if (last.minute === minute && last.sourceRoomId === sourceRoomId && last.showId === showId) {
      return last;
    }
    this.#lastKey = { showId, sourceRoomId, minute };
    return this.#lastKey;
  }
}
