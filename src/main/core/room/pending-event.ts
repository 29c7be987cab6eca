import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { ShowId } from '#shared/model/ids.ts';

/** A checked event that waits for its commit. */
export type PendingEvent = {
  readonly event: FeedEvent;
  readonly showId: ShowId;
  readonly sourceId: number;
  /** Show time. */
  readonly eventTs: number;
};
