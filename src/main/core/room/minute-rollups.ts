import type BetterSqlite from 'better-sqlite3';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { GiftDelta } from '#shared/rules/live-metrics.ts';
import type { Database } from '../database/database.ts';
import { ChatTens, TEN_MS } from './chat-tens.ts';
import {
  addChatTen,
  addMinuteCounts,
  addMinuteMoney,
  addMinuteVirtual,
  chattersOfMinute,
  PUT_SHOW_CHATTER,
  type MinuteCounts,
} from './minute-rollups.queries.ts';

/** Minutes whose chatters are held in memory; older ones are read back when a late event comes. */
const HELD_MINUTES = 60;
/** Shows whose chatters are held in memory: those that run now, in all rooms. */
const HELD_SHOWS = 8;
/** People of a show known to be counted; a person forgotten here is only written once more. */
const MAX_HELD_CHATTERS = 200_000;

/** A minute of one source room in one show. */
export type MinuteKey = {
  readonly showId: number;
  readonly sourceRoomId: number;
  readonly minute: number;
};

/** Per-minute sums of a batch of events, written in the same transaction as the events. */
export class MinuteRollups {
  readonly #db: Database;
  readonly #putShowChatter: BetterSqlite.Statement;
  readonly #chatters = new Map<string, Set<number>>();
  readonly #showChatters = new Map<number, Set<number>>();
  #newChatters: { readonly showId: number; readonly personId: number }[] = [];
  #lastChatters: { readonly key: MinuteKey; readonly chatters: Set<number> } | null = null;
  #lastCounts: { readonly key: MinuteKey; readonly counts: MinuteCounts } | null = null;
  #counts = new Map<string, { key: MinuteKey; counts: MinuteCounts }>();
  #money = new Map<
    string,
    { key: MinuteKey; what: string; currency: string; exponent: number; amountMinor: number }
  >();
  #virtual = new Map<string, { key: MinuteKey; unit: string; quantity: number }>();
  readonly #tens = new ChatTens();

  constructor(db: Database) {
    this.#db = db;
    this.#putShowChatter = db.raw.prepare(PUT_SHOW_CHATTER);
  }

  /** Must run before any row of the batch is written: it reads who chatted in this minute so far. */
  prepare(event: FeedEvent, key: MinuteKey): void {
    if (event.kind === 'chat') this.#chattersOf(key);
  }

  add(
    event: FeedEvent,
    key: MinuteKey,
    eventTs: number,
    personId: number | null,
    gift: GiftDelta,
  ): void {
    const counts = this.#countsOf(key);
    if (event.kind !== 'gift' || gift.isNew) counts.events += 1;
    switch (event.kind) {
      case 'chat':
        counts.chats += 1;
        this.#tens.add(key.showId, Math.floor(eventTs / TEN_MS));
        this.#addChatter(key, personId, counts);
        break;
      case 'join':
        counts.joins += 1;
        break;
      case 'follow':
        counts.follows += 1;
        break;
      case 'like':
        counts.likes += event.count;
        break;
      case 'share':
        counts.shares += 1;
        break;
      case 'membership':
        counts.memberships += event.count;
        break;
      case 'gift':
        counts.gifts += gift.count;
        if (event.value !== null) this.#addVirtual(key, event.value.unit, gift.quantity);
        break;
      case 'paid_message':
        this.#addMoney(key, 'tip', event.money);
        break;
      case 'order':
        this.#addOrder(key, counts, event);
        break;
      case 'viewers':
        setViewers(counts, event, eventTs);
        break;
      default:
        break;
    }
  }

  write(): void {
    for (const { key, counts } of this.#counts.values()) addMinuteCounts(this.#db, key, counts);
    for (const entry of this.#money.values()) addMinuteMoney(this.#db, entry.key, entry);
    for (const entry of this.#virtual.values()) addMinuteVirtual(this.#db, entry.key, entry);
    for (const ten of this.#tens.held()) addChatTen(this.#db, ten);
    for (const { showId, personId } of this.#newChatters) {
      this.#putShowChatter.run(showId, personId);
    }
    this.#clearSums();
    forgetOldest(this.#chatters, HELD_MINUTES);
    forgetOldest(this.#showChatters, HELD_SHOWS);
  }

  /** After a rolled-back transaction: nothing counted since is true. */
  reset(): void {
    this.#clearSums();
    this.#chatters.clear();
    this.#lastChatters = null;
    this.#showChatters.clear();
  }

  #clearSums(): void {
    this.#counts = new Map();
    this.#lastCounts = null;
    this.#money = new Map();
    this.#virtual = new Map();
    this.#tens.clear();
    this.#newChatters = [];
  }

  #addOrder(
    key: MinuteKey,
    counts: MinuteCounts,
    event: Extract<FeedEvent, { kind: 'order' }>,
  ): void {
    if (event.status === 'placed') {
      counts.ordersPlaced += 1;
      if (event.money !== null) this.#addMoney(key, 'order_placed', event.money);
    }
    if (event.status === 'paid') {
      counts.ordersPaid += 1;
      counts.unitsPaid += event.qty;
      if (event.money !== null) this.#addMoney(key, 'order_paid', event.money);
    }
  }

  #addMoney(
    key: MinuteKey,
    what: 'order_placed' | 'order_paid' | 'tip',
    money: { amountMinor: number; currency: string; exponent: number },
  ): void {
    const id = `${idOf(key)}|${what}|${money.currency}|${money.exponent}`;
    const before = this.#money.get(id)?.amountMinor ?? 0;
    this.#money.set(id, { key, what, ...money, amountMinor: before + money.amountMinor });
  }

  #addVirtual(key: MinuteKey, unit: string, quantity: number): void {
    const id = `${idOf(key)}|${unit}`;
    const before = this.#virtual.get(id)?.quantity ?? 0;
    this.#virtual.set(id, { key, unit, quantity: before + quantity });
  }

  #addChatter(key: MinuteKey, personId: number | null, counts: MinuteCounts): void {
    if (personId === null) return;
    const chatters = this.#chattersOf(key);
    if (chatters.has(personId)) return;
    chatters.add(personId);
    counts.chatters += 1;
    this.#addShowChatter(key.showId, personId);
  }

  #addShowChatter(showId: number, personId: number): void {
    let chatters = this.#showChatters.get(showId);
    if (chatters === undefined || chatters.size >= MAX_HELD_CHATTERS) {
      chatters = new Set();
      this.#showChatters.set(showId, chatters);
    }
    if (chatters.has(personId)) return;
    chatters.add(personId);
    this.#newChatters.push({ showId, personId });
  }

  #chattersOf(key: MinuteKey): Set<number> {
    const last = this.#lastChatters;
    if (last !== null && isSame(last.key, key)) return last.chatters;
    const chatters = this.#findChatters(key);
    this.#lastChatters = { key, chatters };
    return chatters;
  }

  #findChatters(key: MinuteKey): Set<number> {
    const id = idOf(key);
    const held = this.#chatters.get(id);
    if (held !== undefined) return held;
    const chatters = new Set(chattersOfMinute(this.#db, key));
    this.#chatters.set(id, chatters);
    return chatters;
  }

  #countsOf(key: MinuteKey): MinuteCounts {
    // Events come minute by minute: most are answered without joining the key.
    const last = this.#lastCounts;
    if (last !== null && isSame(last.key, key)) return last.counts;
    const id = idOf(key);
    let entry = this.#counts.get(id);
    if (entry === undefined) {
      entry = { key, counts: emptyCounts() };
      this.#counts.set(id, entry);
    }
    this.#lastCounts = entry;
    return entry.counts;
  }
}

/**
 * What was used first goes. Only between batches: within one, what was read before its rows must not
 * be read again.
 */
function forgetOldest<Key, Value>(held: Map<Key, Value>, most: number): void {
  for (const key of held.keys()) {
    if (held.size <= most) return;
    held.delete(key);
  }
}

function isSame(a: MinuteKey, b: MinuteKey): boolean {
  if (a === b) return true;
  return a.minute === b.minute && a.sourceRoomId === b.sourceRoomId && a.showId === b.showId;
}

function idOf(key: MinuteKey): string {
  return `${key.showId}|${key.sourceRoomId}|${key.minute}`;
}

function emptyCounts(): MinuteCounts {
  return {
    events: 0,
    chats: 0,
    chatters: 0,
    joins: 0,
    follows: 0,
    likes: 0,
    shares: 0,
    gifts: 0,
    memberships: 0,
    ordersPlaced: 0,
    ordersPaid: 0,
    unitsPaid: 0,
    viewersLast: null,
    viewersLastTs: null,
    viewersMax: null,
    viewsTotal: null,
  };
}

function setViewers(
  counts: MinuteCounts,
  event: Extract<FeedEvent, { kind: 'viewers' }>,
  eventTs: number,
): void {
  counts.viewersMax = Math.max(counts.viewersMax ?? 0, event.current);
  if (event.total !== null) counts.viewsTotal = Math.max(counts.viewsTotal ?? 0, event.total);
  if (counts.viewersLastTs !== null && counts.viewersLastTs > eventTs) return;
  counts.viewersLast = event.current;
  counts.viewersLastTs = eventTs;
}
