import { SERIES_STEP_MS, type SeriesPoint } from '../model/metrics.ts';
import type { ConcurrentViewers } from './concurrent-viewers.ts';

const STEPS_A_MINUTE = 60_000 / SERIES_STEP_MS;

type Bucket = { chats: number; orders: number; viewers: number | null; isReceiving: boolean };

/**
 * The pulse chart's points: 10-second buckets of show time. Late events land in their own bucket;
 * a bucket in which no source was received is unknown, never 0.
 */
export class PulseSeries {
  readonly #buckets = new Map<number, Bucket>();
  readonly #dirty = new Set<number>();
  readonly #viewers: ConcurrentViewers;

  constructor(viewers: ConcurrentViewers) {
    this.#viewers = viewers;
  }

  addChat(ts: number): void {
    this.#received(ts).chats += 1;
    this.#touchTrailing(ts);
  }

  addPaidOrder(ts: number): void {
    this.#received(ts).orders += 1;
    this.#touchTrailing(ts);
  }

  /** A viewer figure came in: the bucket of its time shows the sum as it stands then. */
  noteViewers(ts: number): void {
    this.#received(ts).viewers = this.#viewers.at(ts);
    this.#dirty.add(startOf(ts));
  }

  /** Takes back what a stored show had in one bucket. */
  restore(ts: number, chats: number, orders: number): void {
    const bucket = this.#received(ts);
    bucket.chats = chats;
    bucket.orders = orders;
  }

  /** Show time moved on: the bucket of now exists and says whether anything is received. */
  tick(nowTs: number, isReceiving: boolean): void {
    const key = startOf(nowTs);
    const viewers = this.#viewers.at(nowTs);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      const shown = isReceiving ? viewers : null;
      this.#buckets.set(key, { chats: 0, orders: 0, viewers: shown, isReceiving });
    } else if (!isReceiving || (bucket.isReceiving && bucket.viewers === viewers)) {
      return;
    } else {
      bucket.isReceiving = true;
      bucket.viewers = viewers;
    }
    this.#dirty.add(key);
  }

  all(): readonly SeriesPoint[] {
    return [...this.#buckets.keys()].sort((a, b) => a - b).map((key) => this.#point(key));
  }

  /** Points that changed since the last call. */
  takeChanged(): readonly SeriesPoint[] {
    const keys = [...this.#dirty].filter((key) => this.#buckets.has(key)).sort((a, b) => a - b);
    this.#dirty.clear();
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
      ordersPerMinute: isKnown ? orders : null,
    };
  }

  /** The bucket of something that was received then. */
  #received(ts: number): Bucket {
    const key = startOf(ts);
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = { chats: 0, orders: 0, viewers: null, isReceiving: true };
      this.#buckets.set(key, bucket);
    }
    bucket.isReceiving = true;
    return bucket;
  }

  /** A count changes this point and those whose trailing minute includes it. */
  #touchTrailing(ts: number): void {
    const key = startOf(ts);
    for (let step = 0; step < STEPS_A_MINUTE; step += 1) {
      this.#dirty.add(key + step * SERIES_STEP_MS);
    }
  }
}

function startOf(ts: number): number {
  return ts - (ts % SERIES_STEP_MS);
}
