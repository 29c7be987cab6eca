import { SERIES_STEP_MS, type SeriesPoint } from '../model/metrics.ts';
import type { ConcurrentViewers } from './concurrent-viewers.ts';

const STEPS_A_MINUTE = 60_000 / SERIES_STEP_MS;

type Bucket = {
  chats: number;
  orders: number;
  viewers: number | null;
  isReceiving: boolean;
  /** A source that tells orders was received: without one their number is unknown. */
  hasOrders: boolean;
};

/** What is received now. */
export type Receiving = {
  /** From any source. */
  readonly any: boolean;
  /** From a source that tells orders. */
  readonly orders: boolean;
};

/**
 * The pulse chart's points: 10-second buckets of show time. Late events land in their own bucket;
 * a bucket in which no source was received is unknown, never 0.
 */
export class PulseSeries {
  readonly #buckets = new Map<number, Bucket>();
  readonly #dirty = new Set<number>();
  readonly #viewers: ConcurrentViewers;
  /** The step whose trailing minute is known to be dirty; most messages fall into it again. */
  #touchedKey: number | null = null;

  constructor(viewers: ConcurrentViewers) {
    this.#viewers = viewers;
  }

  addChat(ts: number): void {
    this.#received(ts).chats += 1;
    this.#touchTrailing(ts);
  }

  addPaidOrder(ts: number): void {
    const bucket = this.#received(ts);
    bucket.orders += 1;
    bucket.hasOrders = true;
    this.#touchTrailing(ts);
  }

  /** A viewer figure came in: the bucket of its time shows the sum as it stands then. */
  noteViewers(ts: number): void {
    this.#received(ts).viewers = this.#viewers.at(ts);
    this.#dirty.add(startOf(ts));
  }

  /** Takes back what a stored show had in one bucket. */
  restore(ts: number, chats: number, orders: number, hasOrders: boolean): void {
    const bucket = this.#received(ts);
    bucket.chats = chats;
    bucket.orders = orders;
    bucket.hasOrders = hasOrders;
  }

  /** Show time moved on: the bucket of now exists and says whether anything is received. */
  tick(nowTs: number, receiving: Receiving): void {
    const key = startOf(nowTs);
    const viewers = receiving.any ? this.#viewers.at(nowTs) : null;
    const held = this.#buckets.get(key);
    const bucket = held ?? { chats: 0, orders: 0, viewers, isReceiving: false, hasOrders: false };
    const isReceiving = bucket.isReceiving || receiving.any;
    const hasOrders = bucket.hasOrders || receiving.orders;
    const shown = receiving.any ? viewers : bucket.viewers;
    const isSame =
      bucket.isReceiving === isReceiving &&
      bucket.hasOrders === hasOrders &&
      bucket.viewers === shown;
    if (held !== undefined && isSame) return;
    this.#buckets.set(key, { ...bucket, isReceiving, hasOrders, viewers: shown });
    this.#dirty.add(key);
  }

  all(): readonly SeriesPoint[] {
    return [...this.#buckets.keys()].sort((a, b) => a - b).map((key) => this.#point(key));
  }

  /** Points that changed since the last call. */
  takeChanged(): readonly SeriesPoint[] {
    const keys = [...this.#dirty].filter((key) => this.#buckets.has(key)).sort((a, b) => a - b);
    this.#dirty.clear();
    this.#touchedKey = null;
    return keys.map((key) => this.#point(key));
  }

  #point(key: number): SeriesPoint {
    const bucket = this.#buckets.get(key);
    let chats = 0;
    let orders = 0;
    for (let step = 0; step < STEPS_A_MINUTE; step += 1) {
      const earlier = this.#buckets.get(key - step * SERIES_STEP_MS);
      chats += earlier?.chats ?? 0;
      orders += earlier?.orders ?? 0;
    }
    const isKnown = bucket?.isReceiving ?? false;
    return {
      ts: key,
      viewers: bucket?.viewers ?? null,
      chatPerMinute: isKnown ? chats : null,
      ordersPerMinute: isKnown && bucket?.hasOrders === true ? orders : null,
    };
  }

  /** The bucket of something that was received then. */
  #received(ts: number): Bucket {
    const key = startOf(ts);
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { chats: 0, orders: 0, viewers: null, isReceiving: true, hasOrders: false };
      this.#buckets.set(key, bucket);
    }
    bucket.isReceiving = true;
    return bucket;
  }

  /** A count changes this point and those whose trailing minute includes it. */
  #touchTrailing(ts: number): void {
    const key = startOf(ts);
    if (key === this.#touchedKey) return;
    this.#touchedKey = key;
    for (let step = 0; step < STEPS_A_MINUTE; step += 1) {
      this.#dirty.add(key + step * SERIES_STEP_MS);
    }
  }
}

function startOf(ts: number): number {
  return ts - (ts % SERIES_STEP_MS);
}
