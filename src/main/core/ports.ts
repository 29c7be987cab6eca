import type { Result } from '#shared/contract/app-error.ts';
import type { SecretProtection } from '#shared/model/source.ts';
import type { PagePrinter } from './printing/page-printer.ts';

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

/** A secret that was asked for; `unreadable`: it is there, but the key that sealed it is gone. */
export type SecretReading =
  | { readonly state: 'absent' | 'unreadable' }
  | { readonly state: 'ready'; readonly text: string };

/** Small secrets that the operator typed. They are in no store, log, export or screen. */
export interface SecretStore {
  /** What guards them at rest, to be said to the operator. */
  readonly protection: SecretProtection;
  /** Unseals everything once, before the first `read`. */
  open(): Promise<void>;
  read(name: string): SecretReading;
  /** Refused: secret_unwritable; what was kept before is then kept still. */
  put(name: string, text: string): Promise<Result<Record<string, never>>>;
  /** Also when there is none. Refused: secret_unwritable. */
  remove(name: string): Promise<Result<Record<string, never>>>;
}

/** What the desktop app's own process works with; it keeps no secrets. */
export interface ShellPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomness: Randomness;
}

export interface Ports extends ShellPorts {
  readonly secrets: SecretStore;
  readonly printer: PagePrinter;
}
