import type { Clock } from '../ports.ts';

/** Wall and monotonic time drift apart by less, also while the clock is slewed. */
const SET_FROM_MS = 1_000;

/** Tells when the machine's wall clock was set, by the clock that cannot be. */
export class SteadyClock {
  readonly #clock: Clock;
  #wallTs: number;
  #monotonicMs: number;
  #sleptMs: number;
  #lastTs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#wallTs = clock.wallNow();
    this.#monotonicMs = clock.monotonicNow();
    this.#sleptMs = clock.sleptMs();
  }

  /**
   * By how much the clock was set since the last call, milliseconds; 0 for not at all. Time that the
   * machine slept has really passed and counts as such.
   */
  follow(wallTs: number): number {
    const monotonicMs = this.#clock.monotonicNow();
    let setByMs = wallTs - this.#wallTs - (monotonicMs - this.#monotonicMs);
    this.#wallTs = wallTs;
    this.#monotonicMs = monotonicMs;
    if (Math.abs(setByMs) < SET_FROM_MS) return 0;
    const sleptMs = this.#clock.sleptMs();
    setByMs -= sleptMs - this.#sleptMs;
    this.#sleptMs = sleptMs;
    return Math.abs(setByMs) < SET_FROM_MS ? 0 : Math.round(setByMs);
  }

  /** The time as it is, but never before one that was given out: small steps back stand still. */
  forward(ts: number): number {
    if (ts >= this.#lastTs || this.#lastTs - ts > SET_FROM_MS) this.#lastTs = ts;
    return this.#lastTs;
  }
}
