import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Room } from '../../room/room.ts';

/**
 * Events of another program, in the transaction of its command: what is answered as stored is on
 * disk. A resent batch is told apart by its commandId, a repeated event by its dedupeKey.
 */
export function appendFromBridge(
  room: Room,
  sender: string,
  events: readonly FeedEvent[],
): Result<{ stored: number; duplicates: number; seq: number }> {
  const show = room.show();
  if (show === null || show.state === 'ended') return fail('show_not_running', {});
  const dropped = room.ingest.counts().dropped;
  // The source's own first words (its link) are not the sender's events.
  room.sources.openBridge(sender);
  room.ingest.writePending();
  const before = room.ingest.batchCounts();
  room.sources.acceptFromBridge(sender, events);
  room.ingest.writePending();
  const after = room.ingest.batchCounts();
  if (room.ingest.counts().dropped > dropped) {
    return fail('store_unwritable', { folder: '', reason: 'queue' });
  }
  return ok({
    stored: after.stored - before.stored,
    duplicates: after.duplicates - before.duplicates,
    seq: room.ingest.lastWrittenSeq(),
  });
}
