import type { FeedEvent } from '#shared/contract/room-event.ts';

/** One event of a recording. */
export type RecordedEvent = {
  readonly event: FeedEvent;
  /** When it happened in the recorded show, UTC milliseconds; null where the recording does not say. */
  readonly ts: number | null;
};

export type BadRecord = {
  readonly raw: string;
  readonly reason: string;
  /** Line number in its file, from 1; null for a record of the store. */
  readonly line: number | null;
};

/** A stretch of a recording in its order. */
export type ReplayPage = {
  readonly events: readonly RecordedEvent[];
  readonly bad: readonly BadRecord[];
  /** How much of the recording is read after this page, 0..1; null unknown. */
  readonly fraction: number | null;
};

/** Reads a recording once from its start to its end, a bounded page at a time. */
export interface ReplayReader {
  /** The next stretch; null at the end. Rejects when the recording cannot be read (any more). */
  next(): Promise<ReplayPage | null>;
  /** Lets go of the file; a pending `next` may reject. */
  close(): Promise<void>;
}

/** Events held in memory at a time, per page. */
export const PAGE_EVENTS = 500;
