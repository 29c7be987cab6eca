import type { SourceReason } from '#shared/model/source-reason.ts';
import type { DecodeResult } from '../feed.ts';

/** A message as it came, before it is decoded. */
export type LinkMessage = { readonly raw: string };

/**
 * All that one live platform supplies: how one connection is opened, how often it gives a sign of
 * life, how a message is decoded, and which ends are for good. Back-off, watchdog, rejoin, gaps and
 * the orderly end are the supervisor's.
 */
export type LiveLink<M extends LinkMessage> = {
  /** After so much silence a sign of life is asked for; after twice as much the link is dead. */
  readonly pingIntervalMs: number;
  /** Ends after which another try is useless until the operator changes something. */
  readonly fatalReasons: ReadonlySet<SourceReason>;
  /** Pure; never throws. */
  decode(message: M, receivedTs: number): DecodeResult;
  /** Opens one connection, which never opens another by itself. */
  open(listener: LinkListener<M>): LinkConnection;
};

/** What a connection tells. */
export type LinkListener<M extends LinkMessage> = {
  /** A sign of life of any kind, also the platform's own orderly close. */
  heard(): void;
  /** A step of the opening has begun; if it takes longer than STEP_TIMEOUT_MS the link ends so. */
  awaits(reason: SourceReason): void;
  /** The platform itself confirmed that the room's messages come from now on. */
  confirmed(): void;
  /** In order of arrival. */
  messages(messages: readonly M[]): void;
  badFrame(frame: string | Uint8Array, reason: string): void;
  /** Once at most; the connection is gone. */
  ended(reason: SourceReason): void;
};

export type LinkConnection = {
  /** Asks the platform for a sign of life. */
  ping(): void;
  /**
   * Orderly: takes in what still arrives until the platform has closed too, then hands over what it
   * holds back of an unfinished frame. Resolves when the connection is gone; `ended` is not called.
   */
  close(): Promise<void>;
  /** Ends at once and tells nothing more. */
  cut(): void;
};
