import type { Clock } from '../ports.ts';

/** How often the clocks are looked at. */
export const LOOK_EVERY_MS = 1_000;
/** A look that comes so much late means that nothing ran meanwhile. */
const PAUSE_FROM_MS = 3_000;

/** A stretch in which this process did not run, although it was there. */
export type Pause = {
  /** `slept`: the machine did; `stopped`: this process alone was held or hung. */
  readonly cause: 'slept' | 'stopped';
  readonly lengthMs: number;
};

/** Notices by late timers and the machine's uptime that it slept or that the core was held. */
export class PauseWatch {
  readonly #clock: Clock;
  #lookedMs: number;
  #sleptMs: number;
  /** The host said that the machine is about to sleep; some systems' clocks do not tell. */
  #isSleepAnnounced = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#lookedMs = clock.monotonicNow();
    this.#sleptMs = clock.sleptMs();
  }

  announceSleep(): void {
    this.#isSleepAnnounced = true;
  }

  /** What happened since the last look, if anything; to be called every LOOK_EVERY_MS. */
  look(): Pause | null {
    const nowMs = this.#clock.monotonicNow();
    const sleptNowMs = this.#clock.sleptMs();
    // Two clocks are read one after the other: a little less than nothing may come out.
    const sleptMs = Math.max(0, sleptNowMs - this.#sleptMs);
    const awakeMs = nowMs - this.#lookedMs;
    this.#lookedMs = nowMs;
    this.#sleptMs = sleptNowMs;
    const lengthMs = Math.round(awakeMs + sleptMs);
    if (lengthMs < LOOK_EVERY_MS + PAUSE_FROM_MS) return null;
    const hasSlept = sleptMs >= PAUSE_FROM_MS || this.#isSleepAnnounced;
    this.#isSleepAnnounced = false;
    return { cause: hasSlept ? 'slept' : 'stopped', lengthMs };
  }
}
