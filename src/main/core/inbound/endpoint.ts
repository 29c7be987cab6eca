import type { BridgeRefusal, InboundSlice } from '#shared/model/inbound.ts';
import { type BridgeKey, INBOUND } from '../feeds/source-lists.rules.ts';
import type { BridgeLink } from '../feeds/bridge/bridge-sources.ts';
import type { Clock } from '../ports.ts';
import { createTokenBucket, type TokenBucket } from '../screens/token-bucket.ts';
import { BRIDGE_LIMITS, type RefusedEvent } from './bridge-answers.ts';
import type { EndpointRow } from './inbound.queries.ts';

type Counted = Pick<
  InboundSlice,
  'heardTs' | 'stored' | 'duplicates' | 'refused' | 'lastRefusal' | 'streams'
>;

/** One room's endpoint while it is on: who is connected, when it was heard, what came of it. */
export class Endpoint {
  readonly row: EndpointRow;
  readonly bucket: TokenBucket;
  readonly #clock: Clock;
  /** What cuts each open WebSocket. */
  readonly #streams = new Set<() => void>();
  #heardTs: number | null = null;
  #heardMs: number | null = null;
  /** Monotonic time at which the last WebSocket ended by itself, until the bridge is heard again. */
  #goneMs: number | null = null;
  #stored = 0;
  #duplicates = 0;
  #refused = 0;
  #lastRefusal: InboundSlice['lastRefusal'] = null;

  constructor(row: EndpointRow, clock: Clock) {
    this.row = row;
    this.#clock = clock;
    this.bucket = createTokenBucket(clock, BRIDGE_LIMITS.perSecond, BRIDGE_LIMITS.burst);
  }

  key(): BridgeKey {
    return { connector: INBOUND, sender: this.row.name };
  }

  heard(): void {
    this.#heardTs = this.#clock.wallNow();
    this.#heardMs = this.#clock.monotonicNow();
    this.#goneMs = null;
  }

  isFull(): boolean {
    return this.#streams.size >= BRIDGE_LIMITS.streams;
  }

  /** A WebSocket is in; the returned function says that it ended. */
  opened(cut: () => void): () => void {
    this.#streams.add(cut);
    this.heard();
    return () => {
      if (this.#streams.delete(cut) && this.#streams.size === 0) {
        this.#goneMs = this.#clock.monotonicNow();
      }
    };
  }

  cutAll(): void {
    const open = [...this.#streams];
    this.#streams.clear();
    for (const cut of open) cut();
  }

  taken(stored: number, duplicates: number, refused: readonly RefusedEvent[]): void {
    this.#stored += stored;
    this.#duplicates += duplicates;
    this.#refused += refused.length;
    const [first] = refused;
    if (first === undefined) return;
    const { index, path } = first;
    this.#lastRefusal = { ts: this.#clock.wallNow(), code: 'events_refused', index, path };
  }

  refusedAs(code: BridgeRefusal): void {
    this.#lastRefusal = { ts: this.#clock.wallNow(), code, index: null, path: null };
  }

  /** Null while it was not heard at all: then its source waits for the first word. */
  link(): BridgeLink | null {
    if (this.#streams.size > 0) return { link: 'ready', reason: null, lostMs: null };
    if (this.#heardMs === null) return null;
    const nowMs = this.#clock.monotonicNow();
    if (this.#goneMs !== null) {
      return { link: 'reconnecting', reason: 'bridge_gone', lostMs: nowMs - this.#goneMs };
    }
    const quietMs = nowMs - this.#heardMs;
    return quietMs < BRIDGE_LIMITS.silentMs
      ? { link: 'ready', reason: null, lostMs: null }
      : { link: 'reconnecting', reason: 'bridge_silent', lostMs: quietMs };
  }

  counted(): Counted {
    return {
      streams: this.#streams.size,
      heardTs: this.#heardTs,
      stored: this.#stored,
      duplicates: this.#duplicates,
      refused: this.#refused,
      lastRefusal: this.#lastRefusal,
    };
  }
}
