/** What a host must supply to the core, so that the core itself never touches its surroundings. */

export interface Clock {
  /** UTC milliseconds, integer; may jump when the machine's clock is set. */
  wallNow(): number;
  /** Monotonic milliseconds, fractional; only differences mean anything. */
  monotonicNow(): number;
  /** Milliseconds the machine slept so far, which `monotonicNow` leaves out; only differences mean anything. */
  sleptMs(): number;
  /** One timer; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** A repeating timer; the returned function ends it. */
  every(periodMs: number, run: () => void): () => void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface Logger {
  /** `fields` carry no secrets and no chat text. */
  log(level: LogLevel, event: string, fields: Readonly<Record<string, unknown>>): void;
}

export interface Randomness {
  /** Cryptographically strong bytes. */
  bytes(length: number): Uint8Array;
  /** 0 <= n < 1, for back-off jitter; never for secrets. */
  fraction(): number;
}

export interface Ports {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
}
