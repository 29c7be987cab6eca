/** Enough to forget a passing delay, few enough to follow a clock that is set. */
const SAMPLES = 101;
const NEEDED_SAMPLES = 5;
/** Before so many events nobody is told that a clock is wrong. */
const SURE_SAMPLES = 20;
/** Beyond this from its receipt a corrected platform time is not believed. */
const PLAUSIBLE_MS = 60_000;

/**
 * When an event happened by this machine's clock: the platform's time corrected by the median
 * difference between the two clocks, or the time of receipt where that is implausible.
 */
export class EventTime {
  readonly #differences = new Float64Array(SAMPLES);
  #held = 0;
  #next = 0;
  #medianMs = 0;

  /** @param isLate delivered as history: its distance from the receipt says nothing. */
  eventTs(platformTs: number | null, receivedTs: number, isLate: boolean): number {
    if (platformTs === null) return receivedTs;
    if (isLate) {
      const corrected = platformTs + this.#medianMs;
      return corrected - receivedTs > PLAUSIBLE_MS ? receivedTs : corrected;
    }
    this.#differences[this.#next] = receivedTs - platformTs;
    this.#next = (this.#next + 1) % SAMPLES;
    if (this.#held < SAMPLES) this.#held += 1;
    // The median moves slowly: sorting it anew for every sixteenth event is exact enough and cheap.
    if (this.#held <= NEEDED_SAMPLES || this.#next % 16 === 0) this.#measure();
    // Uncorrected, a clock that is half a minute wrong would put these among later ones.
    if (this.#held < NEEDED_SAMPLES) return receivedTs;
    const corrected = platformTs + this.#medianMs;
    return Math.abs(corrected - receivedTs) <= PLAUSIBLE_MS ? corrected : receivedTs;
  }

  /** Measured difference receipt - platform in milliseconds; 0 until enough was seen. */
  offsetMs(): number {
    return this.#medianMs;
  }

  /** By how much this machine's clock is ahead of the platform's; null until that is sure. */
  aheadMs(): number | null {
    return this.#held < SURE_SAMPLES ? null : this.#medianMs;
  }

  /** The machine's clock was set: what was measured before says nothing about it any more. */
  reset(): void {
    this.#held = 0;
    this.#next = 0;
    this.#medianMs = 0;
  }

  #measure(): void {
    if (this.#held < NEEDED_SAMPLES) return;
    const sorted = this.#differences.slice(0, this.#held).sort();
    this.#medianMs = Math.round(sorted[sorted.length >> 1] ?? 0);
  }
}
