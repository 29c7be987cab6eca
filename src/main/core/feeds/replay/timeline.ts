import type { FeedEvent } from '#shared/contract/room-event.ts';

import type { RecordedEvent } from './types.ts';

/** A leap this long forward, or any before the start, is a wrong time in the recording. */
const LEAP_MS = 12 * 3_600_000;

export type TimedEvent = {
  readonly event: FeedEvent;
  /** Milliseconds since the recording's first event. */
  readonly offsetMs: number;
  /** Milliseconds since the recording's start after which it may be told; never falls. */
  readonly dueMs: number;
};

/** Gives recorded events their place on a time line that starts at 0 and keeps their order. */
export class Timeline {
  #firstTs: number | null = null;
  #dueMs = 0;

  place({ event, ts }: RecordedEvent): TimedEvent {
    if (ts !== null) this.#firstTs ??= ts;
    const own = ts === null || this.#firstTs === null ? this.#dueMs : ts - this.#firstTs;
    const isWrong = own < 0 || own - this.#dueMs > LEAP_MS;
    const offsetMs = isWrong ? this.#dueMs : own;
    this.#dueMs = Math.max(this.#dueMs, offsetMs);
    return { event, offsetMs, dueMs: this.#dueMs };
  }
}

/** The event as if it happened in the show that started at `startTs`; received now. */
export function rebase(timed: TimedEvent, startTs: number, receivedTs: number): FeedEvent {
  const platformTs = Math.round(startTs + timed.offsetMs);
  // It is told at its own time, so nothing of it is late.
  return { ...timed.event, source: 'replay', platformTs, receivedTs, historical: false };
}
